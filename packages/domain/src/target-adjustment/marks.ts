import { add, compare, div, type Exact, equal, mul, printExact, sub, sum, zero } from '../kernel/exact.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { round } from '../kernel/rounding.ts'
import type { IndicatorNode, PlanContent } from '../plan/model.ts'
import type { NewMark } from '../plan/proposals.ts'
import { childrenOf, leaves, lineage, markOf, nodeByKey, subtreeMarks } from '../plan/tree.ts'
import type { AdjustmentRefusal } from './commands.ts'
import type { MarksRule } from './model.ts'

type Marks = Result<readonly NewMark[], AdjustmentRefusal>

/** Two places, as offices print marks; what rounding leaves goes to the largest, so that the sum is exact. */
const rescaled = (nodes: readonly IndicatorNode[], total: Exact): ReadonlyMap<string, Exact> => {
  const marks = nodes.map((node) => ({ key: node.key, mark: markOf(node) ?? zero }))
  const now = sum(marks.map(({ mark }) => mark))
  const scaled = new Map(
    marks.map(({ key, mark }) => [key, round(div(mul(mark, total), now), { mode: 'halfUp', places: 2 })]),
  )
  const largest = marks.reduce((best, one) => (compare(one.mark, best.mark) > 0 ? one : best))
  const others = sum([...scaled].filter(([key]) => key !== largest.key).map(([, mark]) => mark))
  return scaled.set(largest.key, sub(total, others))
}

/** Leaves among which the marks are shared out: those below the same branch, or of the whole plan at the top. */
const company = (content: PlanContent, parentKey: string | undefined, except: string): readonly IndicatorNode[] =>
  leaves(content).filter(
    ({ key }) =>
      key !== except && (parentKey === undefined || lineage(content, key).some((node) => node.key === parentKey)),
  )

const isWeighted = (content: PlanContent): boolean => content.indicators.some(({ weight }) => (weight ?? '') !== '')

/** Branches whose mark was the sum of what is below them, and is so again. */
const branches = (before: PlanContent, after: PlanContent): readonly NewMark[] =>
  after.indicators.flatMap(({ key, fullMark }) => {
    if (childrenOf(after, key).length === 0) return []
    const now = subtreeMarks(after, key)
    return now !== undefined && now !== fullMark && subtreeMarks(before, key) === nodeByKey(before, key)?.fullMark
      ? [{ nodeKey: key, fullMark: now }]
      : []
  })

const withMarks = (content: PlanContent, marks: ReadonlyMap<string, Exact>): PlanContent => ({
  ...content,
  indicators: content.indicators.map((node) => {
    const mark = marks.get(node.key)
    return mark ? { ...node, fullMark: printExact(mark) } : node
  }),
})

/**
 * The marks that give way when a leaf comes or goes, so that the plan's full marks stay what they were.
 * @param before the plan in force
 * @param after with the leaf added or dropped, its marks not yet made up for
 */
export const marksGivingWay = (before: PlanContent, after: PlanContent, leafKey: string, rule: MarksRule): Marks => {
  if (rule.by === 'bonus') return refuse('targetAdjustment.marksRule', { at: 'adjusted.marks' })
  if (isWeighted(before)) return refuse('targetAdjustment.weighted', { at: 'adjusted.marks' })
  const total = sum(leaves(before).map((leaf) => markOf(leaf) ?? zero))
  const gap = sub(total, sum(leaves(after).map((leaf) => markOf(leaf) ?? zero)))
  if (equal(gap, zero)) return ok([])
  const chosen = chooseMarks(before, after, leafKey, rule, gap)
  if (!chosen.ok) return chosen
  const moved = [...chosen.value].filter(
    ([key, mark]) => !equal(mark, markOf(nodeByKey(after, key) as IndicatorNode) ?? zero),
  )
  const made = withMarks(after, chosen.value)
  return ok([...moved.map(([nodeKey, mark]) => ({ nodeKey, fullMark: printExact(mark) })), ...branches(before, made)])
}

const chooseMarks = (
  before: PlanContent,
  after: PlanContent,
  leafKey: string,
  rule: MarksRule,
  gap: Exact,
): Result<ReadonlyMap<string, Exact>, AdjustmentRefusal> => {
  if (rule.by === 'takenFrom') {
    const node = leaves(after).find(({ key }) => key === rule.leafKey && key !== leafKey)
    const mark = node && markOf(node)
    if (!mark) return refuse('targetAdjustment.marksRule', { at: 'adjusted.marks' })
    const left = add(mark, gap)
    return compare(left, zero) > 0
      ? ok(new Map([[node.key, left]]))
      : refuse('targetAdjustment.marksTooFew', {
          at: 'adjusted.marks',
          params: { name: node.name, mark: node.fullMark },
        })
  }
  const parentKey = (nodeByKey(after, leafKey) ?? nodeByKey(before, leafKey))?.parentKey
  const shared = company(after, parentKey, leafKey)
  const now = sum(shared.map((node) => markOf(node) ?? zero))
  const wanted = add(now, gap)
  return shared.length > 0 && compare(now, zero) > 0 && compare(wanted, zero) > 0
    ? ok(rescaled(shared, wanted))
    : refuse('targetAdjustment.marksTooFew', { at: 'adjusted.marks', params: { name: '', mark: printExact(now) } })
}
