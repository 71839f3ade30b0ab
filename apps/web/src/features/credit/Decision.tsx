import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Facts } from '../../shared/page/Facts.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { FileLinks } from '../../shared/work/FileLinks.tsx'
import type { Credit } from './credit.ts'

type Said = NonNullable<Credit['decision']>

const Minutes = ({ credit, said }: { readonly credit: Credit; readonly said: Said }) => (
  <>
    <Facts
      items={[
        { label: t('审定机构'), value: said.body },
        { label: t('会议日期'), value: said.on },
        { label: t('纪要文号'), value: said.number || t('无') },
        { label: t('决定内容'), value: said.text },
      ]}
    />
    <FileLinks under={`/api/credits/${credit.id}`} files={[{ digest: said.scanDigest, name: t('纪要扫描件') }]} />
  </>
)

/** What the deciding body said, registered, compared, and perhaps lifted since. */
export const Decision = ({ credit }: { readonly credit: Credit }) => {
  const { pending, decision, lifting } = credit
  return (
    <>
      {pending && (
        <Section
          title={t('待复核：{{effect}}（{{name}}登记）', {
            effect: word('creditDecision', pending.effect),
            name: pending.by,
          })}
        >
          <Minutes credit={credit} said={pending} />
        </Section>
      )}
      {decision && (
        <Section title={t('审定结果')}>
          <Minutes credit={credit} said={decision} />
        </Section>
      )}
      {lifting && (
        <Section title={t('解除决定')}>
          <Minutes credit={credit} said={lifting} />
        </Section>
      )}
    </>
  )
}
