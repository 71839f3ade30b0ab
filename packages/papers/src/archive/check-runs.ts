import type { CountedEntry } from '@quanheng/domain/credit/counted'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { linesOf, outcomesOf } from '@quanheng/domain/result/lines'
import { runDigest } from '@quanheng/domain/result/run'
import { scorePlan } from '@quanheng/domain/scoring/score-plan'
import type { Form, PlanVersion, Things } from './check-objects.ts'
import { paths, type RunLine } from './model.ts'
import { digestOfText, Faulty, type OpenPackage, type PackageMeans, stage } from './package-reader.ts'

/** A locked version: what was given, and what was made of it. */
export interface PackedRun {
  readonly digest: string
  readonly facts: Form
  readonly lines: Form
  readonly totals: Form
  readonly plan: PlanVersion
}

/** Locked versions, each under the name that its act logged. @throws Faulty */
export const readRuns = (
  open: OpenPackage,
  things: Things,
  plans: ReadonlyMap<string, PlanVersion>,
  means: PackageMeans,
): Promise<ReadonlyMap<string, PackedRun>> =>
  stage(paths.runs, async () => {
    const logged = new Set([...things.of('run').values()].map(({ digest }) => digest))
    const runs = new Map<string, PackedRun>()
    const found = await open.lines<RunLine>(paths.runs, 'digest', 'facts', 'lines', 'totals')
    for (const { digest, facts: text, lines, totals } of found) {
      const factsDigest = digestOfText(means.sha256, text)
      const form = [...things.of('run').values()].find((one) => one.digest === digest)
      const facts: Form = JSON.parse(text)
      const plan = plans.get(facts.plan.digest)
      const named =
        form !== undefined &&
        plan !== undefined &&
        form.factsDigest === factsDigest &&
        runDigest({ planDigest: facts.plan.digest, factsDigest, engineVersion: form.engineVersion }, means.sha256) ===
          digest
      if (!named) throw new Faulty('archive.run', { run: digest })
      runs.set(digest, { digest, facts, lines, totals, plan })
    }
    for (const result of things.of('result').values()) {
      if (!logged.has(result.runDigest) || !runs.has(result.runDigest))
        throw new Faulty('archive.run', { run: result.runDigest })
    }
    return runs
  })

/** Whether a lead unit's registered report says what its locked version gives, where it came from one in this package. */
const isReported = (
  version: Form,
  leafKey: string,
  unitId: string,
  points: string,
  runs: ReadonlyMap<string, PackedRun>,
) => {
  const score = version.scores.find((one: Form) => one.leafKey === leafKey && one.unitId === unitId)
  if (score?.points !== points) return false
  const run = version.via.kind === 'platform' ? runs.get(version.via.runDigest) : undefined
  const line = run?.lines.find((one: Form) => one.key === leafKey)
  return run === undefined || line?.points[line.unitIds.indexOf(unitId)] === points
}

/** Sums, totals, ranks and grades computed again from the points of record; resolves with the number of totals. @throws Faulty */
export const checkTotals = (
  { manifest }: OpenPackage,
  runs: ReadonlyMap<string, PackedRun>,
  things: Things,
): Promise<number> =>
  stage(paths.runs, () => {
    let count = 0
    for (const { digest, facts, lines, totals, plan } of runs.values()) {
      const outcomes = facts.leaves.flatMap(outcomesOf)
      if (facts.purpose !== 'totals') {
        if (canonicalJson(linesOf(plan.content, outcomes)) !== canonicalJson(lines))
          throw new Faulty('archive.line', { run: digest })
        continue
      }
      // What is published holds no reports and no entries to compare with.
      const closed = manifest.kind === 'public'
      for (const leaf of closed ? [] : facts.leaves) {
        for (const [row, unitId] of leaf.unitIds.entries()) {
          const cite = leaf.cites[row]
          const report = things.of('leadReport').get(cite.id)
          const version = report.versions.find((one: Form) => one.number === cite.version)
          if (!isReported(version, leaf.key, unitId, leaf.points[row], runs))
            throw new Faulty('archive.report', { leaf: leaf.name, unit: nameOf(facts, unitId) })
        }
      }
      const { indicators, unitGroups: groups, settings } = plan.content
      const counted: readonly CountedEntry[] = facts.credits ?? []
      const wrong = (closed ? [] : counted).find((entry) => !isDecided(entry, things.of('credit').get(entry.entryId)))
      if (wrong) throw new Faulty('archive.credit', { matter: wrong.matter, unit: nameOf(facts, wrong.unitId) })
      const credits = counted.flatMap(({ credit }) => credit ?? [])
      const vetoes = counted.flatMap(({ veto }) => veto ?? [])
      const made = scorePlan({ indicators, groups, settings, outcomes, credits, vetoes })
      if (canonicalJson(made) !== canonicalJson(totals)) throw new Faulty('archive.total', { run: digest })
      count += made.units.length
    }
    return count
  })

/** Whether what the locked version counts is what was reviewed and put before the deciding body. */
const isDecided = ({ unitId, credit, veto }: CountedEntry, entry: Form | undefined): boolean => {
  if (entry?.unitId !== unitId) return false
  if (veto) return entry.claim.gateKey === veto.gateKey
  const same = entry.kind === credit?.effect && entry.claim.classKey === credit?.classKey
  return same && entry.standing.review?.points === credit?.points
}

export const nameOf = (facts: Form, unitId: string): string =>
  facts.units.find((unit: Form) => unit.id === unitId)?.name ?? unitId
