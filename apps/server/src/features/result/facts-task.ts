import { versionForScoring } from '@quanheng/domain/datum/facts'
import type { Datum } from '@quanheng/domain/datum/model'
import type { LeafOutcome } from '@quanheng/domain/scoring/model'
import type { PlanFile } from '@quanheng/papers/plan-file/plan-file'
import { writeFactsDoc } from '@quanheng/papers/plan-file/write-facts'
import { writeYaml } from '@quanheng/papers/yaml/yaml'

export interface FactsOrder {
  readonly plan: PlanFile
  /** Figures of a lead unit's plan, as the locked version had them. */
  readonly data: readonly Datum[]
  /** Points that lead units reported, in a run for totals. */
  readonly reported: readonly LeafOutcome[]
}

/** Runs in a worker: a large plan has hundreds of thousands of figures. */
export default ({ plan, data, reported }: FactsOrder): string => {
  const byElement = Map.groupBy(data, ({ elementKey }) => elementKey)
  const found = new Map(
    [...byElement].map(([key, rows]) => [key, new Map(rows.map((datum) => [datum.unitId, datum]))] as const),
  )
  const figureOf = (elementKey: string, unitId: string) => {
    const datum = found.get(elementKey)?.get(unitId)
    return datum && versionForScoring(datum)?.value
  }
  return writeYaml(writeFactsDoc(plan, { figureOf, reported }))
}
