import type { ReplyOf } from '@quanheng/contract/route'
import { whyItem } from '@quanheng/contract/sheet'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { Figure } from '../../../shared/figure/Figure.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import styles from '../result.module.css'

/** The sentence, figures, evidence and signatures that stand behind one item, as its score sheet has them. */
export const Ground = ({ why }: { readonly why: ReplyOf<typeof whyItem> }) => (
  <>
    <Section title={t('计分规则')}>
      <p>{why.sentence}</p>
    </Section>
    <Section title={t('数据')}>
      <ul>
        {why.row.figures.map((figure) => (
          <li key={figure.input}>
            {figure.name || figure.input} <Figure value={figure.value} unit={figure.unit} />{' '}
            <span className={styles.waiting}>
              {[figure.source, figure.period, figure.verified ? t('已核验') : ''].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
    <Section title={t('佐证')}>
      {why.files.length === 0 ? (
        <p>{t('没有佐证材料')}</p>
      ) : (
        <ul>
          {why.files.map((file) => (
            <li key={file.id}>
              {file.name} <Digest value={file.digest} />
            </li>
          ))}
        </ul>
      )}
    </Section>
    <Section title={t('签字')}>
      <ul>
        {why.signatures.map((signature) => (
          <li key={signature.id}>
            {word('sheetRole', signature.role)} {signature.name} {signature.signedOn}{' '}
            {word('signatureMeans', signature.medium)}{' '}
            <StateTag
              word={word('signatureState', signature.state)}
              tone={signature.state === 'standing' ? 'done' : 'stop'}
            />
          </li>
        ))}
      </ul>
    </Section>
  </>
)

/** The same, read from the score sheet by whoever may see it. */
export const ItemGround = ({ itemId }: { readonly itemId: string }) => {
  const asked = useQueryRoute(whyItem, { params: { itemId } })
  if (asked.data) return <Ground why={asked.data} />
  return asked.error ? <p className={styles.waiting}>{t('评分表由评分单位保管，您目前不能查看其明细。')}</p> : null
}
