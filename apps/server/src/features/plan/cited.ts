import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { citedFiles, namedIds } from '@quanheng/domain/plan/named'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { namesOf } from './check-context.ts'
import type { PlanScope } from './scope.ts'

/** Whether this person has sent every one of these files; what somebody else sent is nobody's to cite. */
export const filesSentBy = async (
  tx: Tx,
  personId: string,
  digests: readonly string[],
): Promise<Result<null, Refusal>> => {
  if (digests.length === 0) return ok(null)
  const sent = await tx
    .selectFrom('upload')
    .select('sha256')
    .where('person_id', '=', personId)
    .where('sha256', 'in', [...digests])
    .execute()
  const known = new Set(sent.map((row) => row.sha256))
  return digests.every((digest) => known.has(digest)) ? ok(null) : refuse('upload.notFound')
}

/** Whether this person may cite all of these files: those sent themselves, and those of drafts that they work on or may read. */
export const citable = async (
  db: Reader,
  personId: string,
  scope: PlanScope,
  digests: readonly string[],
): Promise<boolean> => {
  if (digests.length === 0) return true
  const own = [...scope.ownUnitIds]
  const { rows } = await sql<{ sha256: string }>`
    SELECT sha256 FROM upload WHERE person_id = ${personId} AND sha256 = ANY(${[...digests]})
    UNION
    SELECT basis->'file'->>'digest' FROM plan, jsonb_array_elements(plan.content->'bases') AS basis
    WHERE (${scope.all} OR plan.owner_unit_id = ANY(${own}::uuid[])) AND basis->'file'->>'digest' = ANY(${[...digests]})`.execute(
    db,
  )
  const known = new Set(rows.map(({ sha256 }) => sha256))
  return digests.every((digest) => known.has(digest))
}

/** Files that a new content cites and the old one did not. */
export const newlyCited = (before: PlanContent, after: PlanContent): readonly string[] => {
  const known = new Set(citedFiles(before))
  return citedFiles(after).filter((digest) => !known.has(digest))
}

/** Whether the organisation knows every unit, section and person that a content newly names. */
export const namesKnown = async (tx: Tx, before: PlanContent, after: PlanContent): Promise<Result<null, Refusal>> => {
  const [old, now] = [namedIds(before), namedIds(after)]
  const known = new Set([...old.units, ...old.sections, ...old.people])
  const fresh = {
    units: now.units.filter((id) => !known.has(id)),
    sections: now.sections.filter((id) => !known.has(id)),
    people: now.people.filter((id) => !known.has(id)),
  }
  const names = await namesOf(tx, fresh)
  const stranger = [...fresh.units, ...fresh.sections, ...fresh.people].find((id) => names[id] === undefined)
  return stranger === undefined ? ok(null) : refuse('plan.unknownKey', { at: 'body.parts', params: { key: stranger } })
}
