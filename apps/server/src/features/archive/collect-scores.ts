import { canonicalRow } from '@quanheng/domain/item/canonical'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { planDigestForm } from '@quanheng/domain/plan/digest-form'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import { canonicalFacts, type RunContent } from '@quanheng/domain/result/run-content'
import { inputsOf } from '@quanheng/domain/rule/inputs'
import type { PlanLine, RunLine, ScoreLine, SheetLine } from '@quanheng/papers/archive/model'
import type { Reader } from '../../platform/database/database.ts'
import { storedRun } from '../result/index.ts'

interface PlanVersion {
  readonly line: PlanLine
  readonly content: PlanContent
  readonly ownerName: string
}

/** Issued versions, each under its digest. */
export const plansOf = async (db: Reader, planIds: readonly string[]): Promise<readonly PlanVersion[]> => {
  const rows = await db
    .selectFrom('plan_version')
    .innerJoin('plan', 'plan.id', 'plan_version.plan_id')
    .innerJoin('unit', 'unit.id', 'plan.owner_unit_id')
    .select(['plan_version.plan_id', 'plan_version.number', 'plan_version.digest', 'plan_version.content'])
    .select('unit.name as ownerName')
    .where('plan_id', 'in', [...planIds])
    .orderBy('plan_version.plan_id')
    .orderBy('plan_version.number')
    .execute()
  return rows.map(({ plan_id, number, digest, content, ownerName }) => ({
    line: { id: plan_id, number, digest, content: canonicalJson(planDigestForm(content)) },
    content,
    ownerName,
  }))
}

/** Every content of a sheet that somebody signed. */
export const signedSheetsOf = async (db: Reader, sheetIds: readonly string[]): Promise<readonly SheetLine[]> => {
  if (sheetIds.length === 0) return []
  const rows = await db
    .selectFrom('sheet_version')
    .select(['sheet_id', 'digest', 'content'])
    .where('sheet_id', 'in', [...sheetIds])
    .orderBy('sheet_id')
    .orderBy('digest')
    .execute()
  return rows.map(({ sheet_id, digest, content: { form, rows: own } }) => {
    const byUnit = new Map(own.map((row) => [row.item.unitId, row]))
    const ordered = form.items.flatMap(({ unitId }) => byUnit.get(unitId) ?? [])
    return {
      id: sheet_id,
      digest,
      form: canonicalJson(form),
      rows: ordered.map((row) => canonicalJson(canonicalRow(row, form.rule))),
    }
  })
}

const scoresIn = (
  run: RunContent,
  digest: string,
  plans: ReadonlyMap<string, PlanContent>,
  sheets: ReadonlyMap<string, SheetLine>,
): readonly ScoreLine[] => {
  if (run.purpose === 'totals') return []
  return run.leaves.flatMap((leaf) =>
    leaf.unitIds.flatMap((unitId, row): readonly ScoreLine[] => {
      const cite = leaf.cites[row]
      const sheet = cite?.kind === 'sheet' ? sheets.get(cite.digest) : undefined
      const scoredBy = sheet && (JSON.parse(sheet.form) as { plan: { digest: string } }).plan.digest
      const content = scoredBy === undefined ? undefined : plans.get(scoredBy)
      const rule = content && nodeByKey(content, leaf.key)?.scoring?.rule?.rule
      if (sheet === undefined || rule === undefined) return []
      return [{ run: digest, leafKey: leaf.key, unitId, sheet: sheet.digest, inputs: inputsOf(rule) }]
    }),
  )
}

export interface CollectedRuns {
  readonly runs: readonly RunLine[]
  readonly scores: readonly ScoreLine[]
}

/** Locked versions, and of each of their scores what it was computed from. */
export const runsOf = async (
  db: Reader,
  digests: readonly string[],
  plans: readonly PlanVersion[],
  sheets: readonly SheetLine[],
): Promise<CollectedRuns> => {
  const contents = new Map(plans.map(({ line, content }) => [line.digest, content]))
  const byDigest = new Map(sheets.map((sheet) => [sheet.digest, sheet]))
  const runs: RunLine[] = []
  const scores: ScoreLine[] = []
  for (const digest of digests.toSorted()) {
    const run = await storedRun(db, digest)
    if (run === undefined) continue
    runs.push({ digest, facts: canonicalJson(canonicalFacts(run)), lines: run.lines, totals: run.totals ?? null })
    scores.push(...scoresIn(run, digest, contents, byDigest))
  }
  return { runs, scores }
}
