import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Section } from '../../shared/page/Section.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import { sayMoment } from '../../shared/time/time.ts'
import type { Credit } from './credit.ts'

type Step = Credit['steps'][number]

/** 办理过程: every step with who took it and why. */
export const Steps = ({ steps }: Pick<Credit, 'steps'>) => (
  <Section title={t('办理过程')}>
    <Sheet
      caption={t('办理过程')}
      columns={[
        { key: 'command', title: t('环节'), render: (row: Step) => word('creditCommand', row.command) },
        { key: 'unit', title: t('单位'), width: 160, render: (row) => row.unitName },
        { key: 'by', title: t('办理人'), render: (row) => row.by },
        { key: 'at', title: t('时间'), render: (row) => sayMoment(row.at) },
        { key: 'words', title: t('意见或理由'), width: 320, render: (row) => row.words },
      ]}
      rows={steps}
      rowKey={(row) => `${row.at}${row.command}`}
    />
  </Section>
)
