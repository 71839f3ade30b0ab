import type { ReplyOf } from '@quanheng/contract/route'
import { listBreaches } from '@quanheng/contract/separation'
import { Link } from '@tanstack/react-router'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { OtherPage } from '../OtherPage.tsx'
import styles from '../organisation.module.css'

type Found = ReplyOf<typeof listBreaches>
type Account = Found['breaches'][number]['first']

const sayAccount = ({ login, name, unitName, post }: Account): string =>
  t('账号{{login}}（{{name}}，{{unit}}{{post}}）', { login, name, unit: unitName, post: word('post', post) })

/** One chain, step by step: this account, the same person's other account, and what both together can do. */
const Chain = ({ breach }: { readonly breach: Found['breaches'][number] }) => (
  <li>
    <strong>{word('breach', breach.code)}</strong>
    {breach.sheetName !== null && t('：{{sheet}}', { sheet: breach.sheetName })}
    <div>
      {sayAccount(breach.first)} → {t('同名同{{by}}', { by: word('sameBy', breach.sameBy) })} →{' '}
      {sayAccount(breach.second)}
    </div>
  </li>
)

const Loaded = ({ found }: { readonly found: Found }) => {
  const mayReadSheets = useMay('sheet.read')
  const clean = found.breaches.length + found.unsignable.length === 0
  return (
    <>
      <p>
        {t('已核对 {{accounts}} 个账号、{{sheets}} 张评分表。', { accounts: found.accounts, sheets: found.sheets })}{' '}
        {clean && t('没有一人可办两人之事的，每张评分表都有两人可签。')}
      </p>
      {found.breaches.length > 0 && (
        <Section title={t('一人可办两人之事')}>
          <p>{t('同名且电话或邮箱相同的账号视为同一自然人。确为同一人的，停用其一；不是的，请安全管理员更正登记。')}</p>
          <ul className={styles.posts}>
            {found.breaches.map((breach) => (
              <Chain
                key={[breach.code, breach.first.personId, breach.second.personId, breach.sheetName].join(' ')}
                breach={breach}
              />
            ))}
          </ul>
        </Section>
      )}
      {found.unsignable.length > 0 && (
        <Section title={t('凑不齐两人签字的评分表')}>
          <p>
            {t(
              '除在考核对象任职须回避的以外，评分单位现有人员凑不齐签字顺序。请补充任职，或修订方案的责任分工、替代单位。',
            )}
          </p>
          <ul className={styles.posts}>
            {found.unsignable.map((sheet) => (
              <li key={sheet.sheetId}>
                {mayReadSheets ? (
                  <Link to={'/scoring/$sheetId' as never} params={{ sheetId: sheet.sheetId } as never}>
                    {sheet.name}
                  </Link>
                ) : (
                  sheet.name
                )}{' '}
                {t('{{scorer}}，{{plan}}', { scorer: sheet.scorerName, plan: sheet.planTitle })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** 职责分离: chains of posts by which one natural person could do what two must do, and sheets that no two can sign. */
const SeparationPage = () => {
  const asked = useQueryRoute(listBreaches, {})
  return (
    <Page>
      <OtherPage here="separation" />
      {asked.data ? <Loaded found={asked.data} /> : <Pending refusal={asked.error} onRetry={asked.refetch} />}
    </Page>
  )
}

export default SeparationPage
