import { equal, exact } from '../kernel/exact.ts'
import type { GradeProposal } from './grades/model.ts'
import type { PlanScore, Rank, UnitScore } from './model.ts'

/** What one unit's year was and what it became; a figure that is not known, or that the plan has not, is absent. */
export interface Move {
  readonly unitId: string
  readonly total: FromTo<string>
  /** One for each group in which it stood or stands. */
  readonly ranks: readonly (FromTo<number> & { readonly groupKey: string })[]
  readonly grades: readonly (FromTo<string> & { readonly groupKey: string })[]
  /** Nodes whose points moved. */
  readonly nodeKeys: readonly string[]
}

export interface FromTo<T> {
  readonly from?: T
  readonly to?: T
}

/**
 * 影响范围: every unit whose points, total, rank or grade a change moves, by unit id. A group-relative rule makes one correction move many;
 * this is read from the two results, so that it can miss nothing.
 */
export function moves(before: PlanScore, after: PlanScore): readonly Move[] {
  const olds = new Map(before.units.map((unit) => [unit.unitId, unit]))
  const news = new Map(after.units.map((unit) => [unit.unitId, unit]))
  const ranks = pairs(before.ranks, after.ranks, ({ rank }) => rank)
  const grades = pairs(before.grades?.proposals ?? [], after.grades?.proposals ?? [], ({ grade }) => grade)
  return [...new Set([...olds.keys(), ...news.keys()])].sort().flatMap((unitId) => {
    const [old, now] = [olds.get(unitId), news.get(unitId)]
    const move: Move = {
      unitId,
      total: fromTo(old?.total, now?.total),
      ranks: ranks(unitId),
      grades: grades(unitId),
      nodeKeys: movedNodes(old, now),
    }
    const still = sameFigure(old?.total, now?.total) && move.nodeKeys.length === 0
    return still && move.ranks.length === 0 && move.grades.length === 0 ? [] : [move]
  })
}

export const fromTo = <T>(from: T | undefined, to: T | undefined): FromTo<T> => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
})

const sameFigure = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined ? a === b : equal(exact(a), exact(b))

function movedNodes(old: UnitScore | undefined, now: UnitScore | undefined): readonly string[] {
  const was = new Map(old?.nodes.map((node) => [node.nodeKey, node]))
  return (
    (now ?? old)?.nodes.flatMap(({ nodeKey }, at) => {
      const [a, b] = [was.get(nodeKey), now?.nodes[at]]
      const [from, to] = [a?.status === 'scored' ? a.points : a?.status, b?.status === 'scored' ? b.points : b?.status]
      return from === to ? [] : [nodeKey]
    }) ?? []
  )
}

/** For a unit, the groups in which what is read moved. */
function pairs<R extends Rank | GradeProposal, T>(
  before: readonly R[],
  after: readonly R[],
  read: (row: R) => T | undefined,
): (unitId: string) => readonly (FromTo<T> & { readonly groupKey: string })[] {
  const [olds, news] = [Map.groupBy(before, byUnit), Map.groupBy(after, byUnit)]
  return (unitId) => {
    const [own, other] = [olds.get(unitId) ?? [], news.get(unitId) ?? []]
    return [...new Set([...own, ...other].map(({ groupKey }) => groupKey))].flatMap((groupKey) => {
      const valueIn = (rows: readonly R[]): T | undefined => {
        const row = rows.find((candidate) => candidate.groupKey === groupKey)
        return row && read(row)
      }
      const [from, to] = [valueIn(own), valueIn(other)]
      return from === to ? [] : [{ groupKey, ...fromTo(from, to) }]
    })
  }
}

const byUnit = ({ unitId }: { readonly unitId: string }): string => unitId
