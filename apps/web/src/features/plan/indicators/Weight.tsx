import { equal, exact, hundred, printExact, sum } from '@quanheng/domain/kernel/exact'
import { readQuantity } from '@quanheng/domain/kernel/quantity'
import type { IndicatorNode, PlanContent } from '@quanheng/domain/plan/model'
import { childrenOf } from '@quanheng/domain/plan/tree'
import { Input } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { useEditor } from '../editor/editor.ts'
import { withMember } from '../editor/rows.ts'
import styles from '../fields/plan.module.css'
import { putNode } from './tree.ts'

const isSet = ({ weight = '' }: IndicatorNode): boolean => weight !== ''

/** Whether 权重 is a column: components of a year plan may have one; an issued plan without any shows none. */
export const showsWeights = ({ kind, indicators }: PlanContent, readOnly: boolean): boolean =>
  kind === 'appraisalPlan' && (!readOnly || indicators.some(isSet))

/** The weight of a component; further down only where its sisters have one. */
export const WeightCell = ({ node }: { readonly node: IndicatorNode }) => {
  const { content, update } = useEditor()
  const offered = node.parentKey === undefined || childrenOf(content, node.parentKey).some(isSet)
  if (!offered) return null
  return (
    <Input
      aria-label={t('{{name}} 权重', { name: node.name || t('未命名指标') })}
      value={node.weight ?? ''}
      inputMode="decimal"
      onChange={({ target }) => update(putNode(content, withMember(node, 'weight', target.value)))}
    />
  )
}

type Weighing =
  | { readonly kind: 'none' }
  | { readonly kind: 'open' }
  | { readonly kind: 'sum'; readonly text: string; readonly isWhole: boolean }

/** What the components' weights add up to, as they are typed. */
const weigh = (content: PlanContent): Weighing => {
  const components = childrenOf(content, undefined)
  if (!components.some(isSet)) return { kind: 'none' }
  const weights = components.map(({ weight = '' }) => readQuantity(weight, { unit: '%' }))
  if (!weights.every((weight) => weight.ok)) return { kind: 'open' }
  const total = sum(weights.map(({ value }) => exact(value)))
  return { kind: 'sum', text: printExact(total), isWhole: equal(total, hundred) }
}

export const WeightSum = () => {
  const weighing = weigh(useEditor().content)
  if (weighing.kind === 'none') return <span className={styles.note}>{t('不设权重')}</span>
  if (weighing.kind === 'open') return <span className={styles.stop}>{t('有权重未填')}</span>
  return <span className={weighing.isWhole ? styles.good : styles.stop}>{`${weighing.text}%`}</span>
}

/** Under the table where the weights do not make 100: the total would be out of what they make. */
export const WeightNote = () => {
  const weighing = weigh(useEditor().content)
  return weighing.kind === 'sum' && !weighing.isWhole ? (
    <p className={styles.stop}>{t('各组成部分权重合计 {{sum}}%，应为 100%。', { sum: weighing.text })}</p>
  ) : null
}
