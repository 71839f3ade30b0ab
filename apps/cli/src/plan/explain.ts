import { nodeByKey } from '@quanheng/domain/plan/tree'
import type { TraceNode } from '@quanheng/domain/rule/outcome'
import type { UnitScore } from '@quanheng/domain/scoring/model'
import type { PlanFile } from '@quanheng/papers/plan-file/plan-file'
import type { Words } from '../texts/words.ts'
import type { ScoredPlan } from './scored.ts'

const traced = (node: TraceNode, depth: number): readonly string[] => [
  `${'  '.repeat(depth)}${node.arithmetic}`,
  ...node.children.flatMap((child) => traced(child, depth + 1)),
]

/** Why one unit's score is what it is: each item's sentence, arithmetic and losses, then the totals. */
export function explained(
  { content, names }: PlanFile,
  items: ScoredPlan['items'],
  units: readonly UnitScore[],
  words: Words['score'],
): readonly string[] {
  return [
    ...items.flatMap(({ leafKey, name, fullMark, outcome }) => {
      const sentence = nodeByKey(content, leafKey)?.scoring?.rule?.text ?? ''
      const head = (points: string): string => `${name}\t${points} / ${fullMark}`
      if (outcome.status === 'missing')
        return [head('—'), `  ${sentence}`, `  ${words.waitsFor(outcome.needs.join('、'))}`]
      if (outcome.status !== 'scored') return [head('—'), `  ${sentence}`, `  ${words.open(outcome)}`]
      const losses = outcome.trace.losses.map(({ points, clause }) => `  ${words.loss(points, clause)}`)
      return [head(outcome.points), `  ${sentence}`, ...traced(outcome.trace, 1), ...losses]
    }),
    ...units.map(
      ({ unitId, raw, normalised, published }) =>
        `${names[unitId] ?? unitId}\t${words.totals(raw ?? '—', normalised ?? '—', published ?? '—')}`,
    ),
  ]
}
