import type { ReplyOf } from '@quanheng/contract/route'
import type { showSimulation } from '@quanheng/contract/simulation'
import { exact, hundred, mul } from '@quanheng/domain/kernel/exact'
import { printRounded } from '@quanheng/domain/kernel/rounding'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { isLeaf, nodeByKey } from '@quanheng/domain/plan/tree'
import type { FromTo } from '@quanheng/domain/scoring/moves'
import type { Simulation } from '@quanheng/domain/simulation/simulate'
import type { Spread } from '@quanheng/domain/simulation/spread'

type Reply = ReplyOf<typeof showSimulation>

const both = <T>({ from, to }: FromTo<T>) => ({ from: from ?? null, to: to ?? null })

const spread = (one: Spread | undefined): Reply['leaves'][number]['from'] =>
  one === undefined
    ? null
    : {
        ...one,
        mean:
          one.mean === undefined ? null : printRounded(mul(exact(one.mean), hundred), { mode: 'halfUp', places: 1 }),
      }

/** A simulation with the names of its units, groups and indicators, those that the draft no longer has included. */
export const presentSimulation = (
  { units, leaves, leftOut }: Simulation,
  before: PlanContent,
  draft: PlanContent,
  names: ReadonlyMap<string, string>,
): Pick<Reply, 'graded' | 'units' | 'leaves' | 'leftOut'> => {
  const groups = new Map([...before.unitGroups, ...draft.unitGroups].map(({ key, name }) => [key, name]))
  const node = (key: string) => nodeByKey(draft, key) ?? nodeByKey(before, key)
  const isOfLeaf = (key: string) => isLeaf(draft, key) || isLeaf(before, key)
  return {
    graded: before.settings.grades !== undefined || draft.settings.grades !== undefined,
    units: units.map(({ unitId, groupKey, direction, total, change, rank, grade, nodeKeys }) => ({
      unitId,
      unitName: names.get(unitId) ?? '',
      groupName: groups.get(groupKey ?? '') ?? null,
      direction,
      total: both(total),
      change: change ?? null,
      rank: both(rank),
      grade: both(grade),
      leafNames: nodeKeys.filter(isOfLeaf).map((key) => node(key)?.name ?? key),
    })),
    leaves: leaves.map(({ leafKey, from, to }) => ({
      leafKey,
      name: node(leafKey)?.name ?? leafKey,
      fullMark: node(leafKey)?.fullMark ?? '',
      from: spread(from),
      to: spread(to),
    })),
    leftOut: leftOut.map(({ matter }) => matter),
  }
}
