import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { listVerifications } from '@quanheng/contract/verification'
import { standingUnits } from '@quanheng/domain/sheet/model'
import { opinionOn, unitsToVisit } from '@quanheng/domain/verification/model'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, type HeldPost, postsFor } from '../../platform/door/actor.ts'
import { issuedPlan } from '../plan/index.ts'
import {
  dueOf,
  type LoadedSheet,
  namesOf,
  scoringPosts,
  sheetIsVisible,
  sheetsVisibleTo,
  withSignatures,
} from '../scoring/index.ts'
import { scorerName } from './show.ts'
import { type LoadedVerification, ofSheets } from './store.ts'

type Filter = QueryOf<typeof listVerifications>
type Line = ReplyOf<typeof listVerifications>['rows'][number]

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const counts = (found: LoadedVerification | undefined) => {
  if (!found) return { toVisit: 0, visited: 0, opinions: 0, unanswered: 0 }
  const { verification } = found
  const units = unitsToVisit(verification).map(({ unitId }) => unitId)
  const opinions = units.flatMap((unitId) => opinionOn(verification, unitId) ?? [])
  return {
    toVisit: units.length,
    visited: units.filter((unitId) => verification.visits.some((visit) => visit.unitId === unitId)).length,
    opinions: opinions.length,
    unanswered: opinions.filter(({ finding, answer }) => finding.kind === 'toChange' && !answer).length,
  }
}

/** Signed sheets in the actor's scope; those that nothing is decided about stand first. */
export const list = async (db: Reader, actor: Actor, filter: Filter): Promise<ReplyOf<typeof listVerifications>> => {
  let found = db
    .selectFrom('sheet')
    .where(sheetIsVisible(sheetsVisibleTo(actor)))
    .where(
      sql<boolean>`(sheet.state IN ('signed', 'toVerify', 'verified', 'aggregated') OR sheet.verification ->> 'kind' = 'open')`,
    )
    .where(sql<boolean>`(sheet.amends IS NULL OR sheet.verification ->> 'kind' = 'undecided')`)
    .where(sql<boolean>`(jsonb_array_length(sheet.fallen_rows) < cardinality(sheet.unit_ids)
      OR sheet.verification ->> 'kind' <> 'undecided')`)
  if (filter.q !== undefined && filter.q !== '') found = found.where('sheet.leaf_name', 'like', like(filter.q))
  if (filter.decided !== undefined) found = found.where(sql<boolean>`sheet.verification ->> 'kind' = ${filter.decided}`)
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('sheet')
    .orderBy(sql`array_position(ARRAY['undecided', 'open', 'closed', 'waived'], sheet.verification ->> 'kind')`)
    .orderBy('sheet.key')
    .orderBy('sheet.id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  const sheets = await withSignatures(db, rows)
  const verifications = await ofSheets(
    db,
    rows.map((row) => row.id),
  )
  const names = await namesOf(db, {
    units: rows.map((row) => row.scorer_unit_id),
    sections: rows.flatMap((row) => (row.scorer_section_id === null ? [] : [row.scorer_section_id])),
  })
  const arrangers = [...postsFor(actor, 'verification.plan'), ...postsFor(actor, 'verification.waive')]
  const lines: Line[] = []
  for (const one of sheets) {
    const verification = verifications.find(({ row }) => row.sheet_id === one.row.id)
    lines.push(await lineOf(db, one, verification, names, arrangers))
  }
  return { total, rows: lines }
}

const lineOf = async (
  db: Reader,
  one: LoadedSheet,
  found: LoadedVerification | undefined,
  names: Awaited<ReturnType<typeof namesOf>>,
  arrangers: readonly HeldPost[],
): Promise<Line> => {
  const { row, sheet } = one
  const plan = await issuedPlan(db, row.plan_id)
  return {
    sheetId: row.id,
    sheetVersion: row.version,
    sheetState: row.state,
    verificationId: found?.row.id ?? null,
    planTitle: plan?.title ?? '',
    year: plan?.year ?? 0,
    leafName: row.leaf_name,
    scorerName: scorerName(one, names),
    decided: row.verification.kind,
    waivedFor: row.verification.kind === 'waived' ? row.verification.reason : null,
    scope: found?.row.scope.kind ?? null,
    state: found?.row.state ?? null,
    units: standingUnits(sheet).length,
    ...counts(found),
    due: plan ? dueOf(plan.content, 'verification') : null,
    mine: row.state === 'signed' && scoringPosts(arrangers, row).length > 0,
  }
}
