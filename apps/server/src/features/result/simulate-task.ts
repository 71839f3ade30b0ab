import type { CountedEntry } from '@quanheng/domain/credit/counted'
import { factsFrom, inputSources } from '@quanheng/domain/datum/facts'
import type { Datum } from '@quanheng/domain/datum/model'
import type { DomainError, Result } from '@quanheng/domain/kernel/result'
import type { PlanContent } from '@quanheng/domain/plan/model'
import type { RunContent } from '@quanheng/domain/result/run-content'
import type { Facts } from '@quanheng/domain/rule/facts'
import { computedOutcomes, draftOutcomes } from '@quanheng/domain/simulation/outcomes'
import { type Simulation, type SimulationErrorCode, simulate } from '@quanheng/domain/simulation/simulate'

export interface SimulationOrder {
  /** The plan version that the locked version was made under, and the draft. */
  readonly before: PlanContent
  readonly draft: PlanContent
  readonly run: Pick<RunContent, 'leaves'>
  /** Figures of the locked version's plan, as it had them. */
  readonly data: readonly Datum[]
  readonly counted: readonly CountedEntry[]
  readonly names: ReadonlyMap<string, string>
}

const factsUnder = ({ draft, data, names }: SimulationOrder) => {
  const byUnit = new Map(
    [...Map.groupBy(data, ({ unitId }) => unitId)].map(([unitId, own]) => [
      unitId,
      new Map(own.map((datum) => [datum.elementKey, datum])),
    ]),
  )
  const dataOf = (unitId: string) => byUnit.get(unitId) ?? new Map<string, Datum>()
  const nameOf = (unitId: string) => names.get(unitId) ?? unitId
  return (leafKey: string, unitId: string): Facts =>
    factsFrom(draft, leafKey, inputSources(draft, leafKey, unitId, dataOf, nameOf))
}

/** Runs in a worker: a large plan has hundreds of thousands of items. */
const task = (order: SimulationOrder): Result<Simulation, DomainError<SimulationErrorCode>> =>
  simulate(
    { content: order.before, outcomes: computedOutcomes(order.run), counted: order.counted },
    {
      content: order.draft,
      outcomes: draftOutcomes(order.draft, order.run, factsUnder(order)),
      counted: order.counted,
    },
  )

export default task
