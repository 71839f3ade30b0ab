import { ObjectHistory } from '../../shared/history/ObjectHistory.tsx'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Section } from '../../shared/page/Section.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import { Steps } from '../../shared/work/Steps.tsx'
import type { SuperiorPlan } from './superior-plan.ts'

/** What was issued and why it was changed; every step; every act. */
export const HistoryTab = ({ plan }: { readonly plan: SuperiorPlan }) => (
  <>
    <Section title={t('下达的版本')}>
      <Sheet
        caption={t('下达的版本')}
        columns={[
          { key: 'number', title: t('版本'), render: (row) => t('第{{number}}版', { number: row.number }) },
          { key: 'on', title: t('下达日期'), render: (row) => row.on },
          { key: 'by', title: t('下达人'), render: (row) => row.by },
          { key: 'title', title: t('上级方案'), width: 280, render: (row) => row.title },
          { key: 'reason', title: t('修订理由'), width: 280, render: (row) => row.reason },
        ]}
        rows={plan.versions}
        rowKey={(row) => String(row.number)}
        empty={t('尚未下达。')}
      />
    </Section>
    <Steps steps={plan.steps.map((step) => ({ ...step, act: word('superiorPlanCommand', step.command) }))} />
    <Section title={t('操作留痕')}>
      <ObjectHistory subjectId={plan.id} />
    </Section>
  </>
)
