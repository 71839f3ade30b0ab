import { canonicalDatumVersion } from '@quanheng/domain/datum/canonical'
import { boundValue, factsFrom } from '@quanheng/domain/datum/facts'
import { groupOn, groupValue } from '@quanheng/domain/datum/group-facts'
import { itemOutcome } from '@quanheng/domain/item/row'
import { digestOf } from '@quanheng/domain/kernel/digest'
import type { FactValue, RuleInput } from '@quanheng/domain/rule/facts'
import type { Form, PlanVersion, SignedSheet, Things } from './check-objects.ts'
import { nameOf, type PackedRun } from './check-runs.ts'
import { paths, type ScoreLine } from './model.ts'
import { Faulty, type OpenPackage, type PackageMeans, stage } from './package-reader.ts'

const missing: FactValue = { kind: 'missing' }

interface Figures {
  /** The value of a data element of a unit, in the version that the locked version cites; else the closed one. */
  readonly of: (planId: string, elementKey: string, unitId: string) => FactValue | undefined
}

/** Figures as the locked version had them, each under the digest by which a row cites it. */
const figuresOf = (run: PackedRun, things: Things, means: PackageMeans): Figures => {
  const cited = new Map<string, Form>()
  for (const leaf of run.facts.leaves)
    for (const cite of leaf.cites) for (const one of cite.data ?? []) cited.set(one.datumId, one)
  const byPlace = new Map<string, FactValue>()
  for (const [id, datum] of things.of('datum')) {
    const cite = cited.get(id)
    const number = cite?.version ?? (datum.state === 'closed' ? datum.final : undefined)
    const version = datum.versions.find((one: Form) => one.number === number)
    if (
      cite !== undefined &&
      (!version || digestOf(means.sha256, canonicalDatumVersion(datum, version)) !== cite.digest)
    )
      throw new Faulty('archive.datum', { id })
    if (version) byPlace.set(`${datum.planId}\n${datum.elementKey}\n${datum.unitId}`, version.value)
  }
  for (const id of cited.keys()) if (!things.of('datum').has(id)) throw new Faulty('archive.datum', { id })
  return { of: (planId, elementKey, unitId) => byPlace.get(`${planId}\n${elementKey}\n${unitId}`) }
}

const inputValue = (
  { id: planId, content }: PlanVersion,
  { leafKey, unitId, inputs }: ScoreLine,
  input: RuleInput,
  figures: Figures,
): FactValue => {
  const bound = (unit: string, one: RuleInput) =>
    boundValue(content, leafKey, unit, one, (elementKey) => figures.of(planId, elementKey, unit))
  if (input.kind !== 'group') return bound(unitId, input)
  const closed = (unit: string, name: string): FactValue => {
    const own = inputs.find((one) => one.name === name && one.kind !== 'group')
    return own ? bound(unit, own) : missing
  }
  return groupValue(groupOn(content, leafKey, unitId), input, closed, (unit) => unit)
}

const sameData = (a: readonly Form[], b: readonly Form[]): boolean =>
  a.length === b.length &&
  a.every((one, at) => one.datumId === b[at].datumId && one.version === b[at].version && one.digest === b[at].digest)

export interface Recomputed {
  readonly scores: number
  /** Rows that the second verifier does not compute: thresholds on rounded figures, rates against a target of zero or below. */
  readonly unchecked: number
}

interface Ground {
  readonly plans: ReadonlyMap<string, PlanVersion>
  readonly sheets: ReadonlyMap<string, SignedSheet>
  readonly runs: ReadonlyMap<string, PackedRun>
  readonly things: Things
}

/** Every score of every lead unit's locked version, from the plan's rule and the reported figures. @throws Faulty */
export const checkScores = (open: OpenPackage, ground: Ground, means: PackageMeans): Promise<Recomputed> =>
  stage(paths.scores, async () => {
    const { plans, sheets, runs, things } = ground
    const found = await open.lines<ScoreLine>(paths.scores, 'run', 'leafKey', 'unitId', 'sheet', 'inputs')
    const lines = new Map(found.map((one) => [`${one.run}\n${one.leafKey}\n${one.unitId}`, one]))
    const total = [...runs.values()]
      .filter(({ facts }) => facts.purpose !== 'totals')
      .reduce(
        (sum, { facts }) => sum + facts.leaves.reduce((all: number, leaf: Form) => all + leaf.unitIds.length, 0),
        0,
      )
    let scores = 0
    let unchecked = 0
    for (const run of runs.values()) {
      if (run.facts.purpose === 'totals') continue
      const figures = figuresOf(run, things, means)
      for (const leaf of run.facts.leaves) {
        means.told?.({ stage: 'recomputing', done: scores, total })
        for (const [at, unitId] of leaf.unitIds.entries()) {
          const wrong = new Faulty('archive.score', { leaf: leaf.name, unit: nameOf(run.facts, unitId) })
          const line = lines.get(`${run.digest}\n${leaf.key}\n${unitId}`)
          const sheet = line && sheets.get(line.sheet)
          const row = sheet?.rows.get(unitId)
          const plan = sheet && plans.get(sheet.form.plan.digest)
          const cite = leaf.cites[at]
          if (!line || !row || !plan || cite.digest !== line.sheet || !sameData(cite.data, row.data)) throw wrong
          const points = leaf.adjustments?.[at]?.computed ?? leaf.points[at]
          if (row.outcome.points !== points || row.outcome.fullMark !== leaf.fullMarks[at]) throw wrong
          scores++
          const sources = line.inputs.map((input) => ({ input, value: inputValue(plan, line, input, figures) }))
          const answered = sources.some(({ value }) => value.kind === 'group' && value.byAnswer !== undefined)
          if (answered || plan.content.settings.thresholdsOn?.value === 'rounded') {
            unchecked++
            continue
          }
          const outcome = itemOutcome(plan.content, leaf.key, factsFrom(plan.content, leaf.key, sources))
          const fits =
            outcome.status === 'scored' && outcome.points === points && outcome.fullMark === leaf.fullMarks[at]
          if (!fits) throw wrong
        }
      }
    }
    means.told?.({ stage: 'recomputing', done: scores, total })
    return { scores, unchecked }
  })
