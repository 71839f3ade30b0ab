import { showBurden } from '@quanheng/contract/burden'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { useEditor } from '../editor/editor.ts'
import styles from '../fields/plan.module.css'

/** 报送负担: what the saved plan asks of each body, seen before it is issued. */
const Asked = () => {
  const { plan, nameOf } = useEditor()
  const sum = (key: 'data' | 'evidence' | 'required') => plan.burden.reduce((total, row) => total + row[key], 0)
  return (
    <>
      <p className={styles.note}>{t('按最近一次保存的内容计算：每个单位要报多少个数，要备多少份材料。')}</p>
      <Sheet
        caption={t('报送负担')}
        rows={plan.burden}
        rowKey={(row) => row.unitId}
        columns={[
          { key: 'unit', title: t('单位'), render: (row) => row.unitName || nameOf(row.unitId) },
          { key: 'data', title: t('填报数据'), unit: t('个'), figure: true, render: (row) => row.data },
          { key: 'evidence', title: t('台账材料'), unit: t('份'), figure: true, render: (row) => row.evidence },
          { key: 'required', title: t('其中必交'), unit: t('份'), figure: true, render: (row) => row.required },
        ]}
        totals={{ data: sum('data'), evidence: sum('evidence'), required: sum('required') }}
        empty={t('还没有分配任务。')}
      />
    </>
  )
}

const amounts = ['data', 'figures', 'repeats', 'evidence', 'files', 'reused', 'visits', 'minutes'] as const

/** The same beside what it took so far, once the plan is in force; of a year plan with the plans under it. */
const Measured = ({ planId }: { readonly planId: string }) => {
  const { data } = useQueryRoute(showBurden, { params: { planId } })
  if (!data) return null
  const { rows, plans, everybody } = data
  const column = (key: (typeof amounts)[number], title: string, unit: string) => ({
    key,
    title,
    unit,
    figure: true as const,
    render: (row: (typeof rows)[number]) => row[key],
  })
  return (
    <>
      <p className={styles.note}>
        {t('按已印发的{{count}}个方案统计：应报的数、应备的材料与实际报送对照。', { count: plans.length })}{' '}
        {t('操作用时按留痕估算，相邻操作间隔10分钟以内的连续计算，线下准备不计。')}
        {!everybody && ` ${t('结果印发前只列本单位，印发后列出全部单位。')}`}
      </p>
      <Sheet
        caption={t('考评负担')}
        rows={rows}
        rowKey={(row) => row.unitId}
        columns={[
          { key: 'unit', title: t('单位'), render: (row) => row.unitName },
          column('data', t('应报'), t('个')),
          column('figures', t('已报'), t('个')),
          column('repeats', t('重报'), t('次')),
          column('evidence', t('应备'), t('份')),
          column('files', t('已交'), t('份')),
          column('reused', t('沿用'), t('份')),
          column('visits', t('核验'), t('天')),
          column('minutes', t('用时'), t('分钟')),
        ]}
        totals={Object.fromEntries(amounts.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)]))}
        empty={t('还没有分配任务。')}
      />
    </>
  )
}

/** 考评负担: what the plan asks of each body, and once it is in force, what it took. */
export const Burden = () => {
  const { plan } = useEditor()
  return (
    <Section title={t('考评负担')}>
      {plan.shows === 'draft' && plan.state !== 'issued' && <Asked />}
      {plan.issuedNumber !== null && <Measured planId={plan.id} />}
    </Section>
  )
}
