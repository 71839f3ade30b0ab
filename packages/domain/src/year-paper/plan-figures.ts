import type { PlanContent } from '../plan/model.ts'
import { leaves } from '../plan/tree.ts'

const path = /^(indicators|tasks)\[(\d+)\]\.(fullMark|weight|target)$/

const counts: Readonly<Record<string, (content: PlanContent) => number>> = {
  'count.leaves': (content) => leaves(content).length,
  'count.tasks': ({ tasks }) => tasks.length,
  'count.units': ({ tasks }) => new Set(tasks.map(({ unitId }) => unitId)).size,
}

/**
 * The text that a paper prints for a figure of a plan; undefined where the plan has none. Paths: `count.leaves`, `indicators[3].fullMark`,
 * `indicators[3].weight`, `tasks[5].target`. A target that a superior has still to give is no figure.
 */
export const planFigureAt = (content: PlanContent, at: string): string | undefined => {
  const count = Object.hasOwn(counts, at) ? counts[at] : undefined
  if (count) return String(count(content))
  const found = path.exec(at)
  const index = Number(found?.[2])
  switch (found?.[3]) {
    case 'fullMark':
      return found[1] === 'indicators' ? content.indicators[index]?.fullMark : undefined
    case 'weight':
      return found[1] === 'indicators' ? content.indicators[index]?.weight : undefined
    case 'target': {
      const target = found[1] === 'tasks' ? content.tasks[index]?.target : undefined
      return target?.kind === 'set' ? target.value : undefined
    }
    default:
      return undefined
  }
}
