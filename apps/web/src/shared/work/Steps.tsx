import { t } from '../i18n/t.ts'
import { Section } from '../page/Section.tsx'
import { Sheet } from '../table/Sheet.tsx'
import { sayMoment } from '../time/time.ts'

interface Step {
  /** What was done, in words. */
  readonly act: string
  readonly by: string
  readonly unitName: string
  readonly at: string
  readonly words: string
}

/** 办理过程 of an object: every step with who took it and why. */
export const Steps = ({ steps }: { readonly steps: readonly Step[] }) => (
  <Section title={t('办理过程')}>
    <Sheet
      caption={t('办理过程')}
      columns={[
        { key: 'act', title: t('环节'), render: (row: Step) => row.act },
        { key: 'unit', title: t('单位'), width: 160, render: (row) => row.unitName },
        { key: 'by', title: t('办理人'), render: (row) => row.by },
        { key: 'at', title: t('时间'), render: (row) => sayMoment(row.at) },
        { key: 'words', title: t('意见或理由'), width: 320, render: (row) => row.words },
      ]}
      rows={steps}
      rowKey={(row) => `${row.at}${row.act}`}
    />
  </Section>
)
