import type { showRobustness } from '@quanheng/contract/robustness'
import type { ReplyOf } from '@quanheng/contract/route'
import { exact, printExact, sub } from '@quanheng/domain/kernel/exact'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import type { RunContent } from '@quanheng/domain/result/run-content'
import type { Flip, GradeHold } from '@quanheng/domain/scoring/robustness/model'

export type Holds = Pick<ReplyOf<typeof showRobustness>, 'graded' | 'groups'>
type Shown = Holds['groups'][number]['rows'][number]['flips'][number]

const presentFlip = (content: PlanContent, flip: Flip): Shown => {
  const grade = flip.grade ?? null
  switch (flip.kind) {
    case 'item': {
      const { leafKey, from, points } = flip
      const name = nodeByKey(content, leafKey)?.name ?? leafKey
      return { kind: 'item', name, from, to: points, change: printExact(sub(exact(points), exact(from))), grade }
    }
    case 'arithmetic': {
      const { setting, value } = flip
      return { kind: 'arithmetic', setting, value, grade }
    }
    case 'weight': {
      const node = nodeByKey(content, flip.nodeKey)
      return { kind: 'weight', name: node?.name ?? flip.nodeKey, from: node?.weight ?? '', to: flip.weight, grade }
    }
  }
}

/** Holds with the names that the locked version gives, in its order of groups and ranks. */
export const presentHolds = (run: RunContent, content: PlanContent, holds: readonly GradeHold[]): Holds => {
  const units = new Map(run.units.map(({ id, name }) => [id, name]))
  const scores = new Map(run.totals?.units.map((unit) => [unit.unitId, unit]))
  const rankOf = (groupKey: string, unitId: string) =>
    run.totals?.ranks.find((one) => one.groupKey === groupKey && one.unitId === unitId)?.rank ?? null
  return {
    graded: content.settings.grades !== undefined,
    groups: (content.settings.grades === undefined ? [] : run.groups).map(({ key, name }) => ({
      key,
      name,
      rows: holds
        .filter(({ groupKey }) => groupKey === key)
        .map(({ unitId, grade, up, down, flips }) => ({
          unitId,
          unitName: units.get(unitId) ?? '',
          rank: rankOf(key, unitId),
          total: scores.get(unitId)?.published ?? null,
          grade: grade ?? null,
          up: up ?? null,
          down: down ?? null,
          flips: flips.map((flip) => presentFlip(content, flip)),
        })),
    })),
  }
}
