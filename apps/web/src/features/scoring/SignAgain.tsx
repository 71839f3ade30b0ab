import { Link } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Section } from '../../shared/page/Section.tsx'
import styles from './scoring.module.css'
import { type Sheet, sayCause } from './sheet.ts'

const whoOf = ({ people, posts }: Sheet['signAgain'][number]): string =>
  people.length > 0 ? people.join('、') : posts.map((post) => word('post', post)).join('、')

/** 须重新签字: who has to sign again for which units, whose signature fell, and why. */
export const SignAgain = ({ sheet }: { readonly sheet: Sheet }) => {
  if (sheet.signAgain.length === 0) return null
  return (
    <Section title={t('须重新签字')}>
      <ul className={styles.notes}>
        {sheet.signAgain.map((owed) => (
          <li key={`${owed.sheetId} ${owed.role}`}>
            <strong>{t('{{role}}：{{who}}', { role: word('sheetRole', owed.role), who: whoOf(owed) })}</strong>{' '}
            {t('{{units}}。原由{{name}}签字，因{{cause}}失效。', {
              units: owed.unitNames.join('、'),
              name: owed.formerly,
              cause: sayCause(owed.cause),
            })}{' '}
            {owed.sheetId !== sheet.id && (
              <Link to={'/scoring/$sheetId' as never} params={{ sheetId: owed.sheetId } as never}>
                {t('查看补签表')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
