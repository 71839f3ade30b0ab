import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { hex } from '@quanheng/domain/kernel/digest'
import type { ObjectLine } from '@quanheng/papers/archive/model'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { changeDigest, saltOf } from '../../platform/door/act.ts'
import type { LoggedNouns } from '../../platform/log/check/check-rows.ts'

/** Ids of everything that belongs to the plans of the year, and of the bodies around them, by noun. */
export const idsOfYear = async (
  db: Reader,
  planIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const plans = [...planIds]
  const ids = async (query: Promise<readonly { readonly id: string }[]>) => (await query).map(({ id }) => id)
  const byPlan = (
    table:
      | 'plan_version'
      | 'item'
      | 'datum'
      | 'late_entry'
      | 'report_pack'
      | 'sheet'
      | 'verification'
      | 'lead_report'
      | 'result',
  ) =>
    ids(
      db
        .selectFrom(table as 'item')
        .select('id')
        .where('plan_id', 'in', plans)
        .execute(),
    )
  const results = await byPlan('result')
  const approvals = await ids(db.selectFrom('approval').select('id').where('plan_id', 'in', plans).execute())
  const runs = await ids(
    db
      .selectFrom('run')
      .select('run.id')
      .where((of) =>
        of.or([
          of('run.digest', 'in', of.selectFrom('result').select('run_digest').where('plan_id', 'in', plans)),
          of('run.digest', 'in', of.selectFrom('feedback').select('run_digest').where('plan_id', 'in', plans)),
        ]),
      )
      .execute(),
  )
  const subjects = [...plans, ...results, ...approvals]
  const { rows: decisions } = await sql<{ id: string }>`
    SELECT id FROM decision WHERE subject_id = ANY(${subjects}::uuid[])`.execute(db)
  const all = (table: 'unit' | 'section' | 'post') =>
    ids(
      db
        .selectFrom(table as 'unit')
        .select('id')
        .execute(),
    )
  return new Map<string, readonly string[]>([
    ['unit', await all('unit')],
    ['section', await all('section')],
    ['post', await all('post')],
    ['plan', plans],
    ['planVersion', await byPlan('plan_version')],
    ['item', await byPlan('item')],
    ['datum', await byPlan('datum')],
    ['lateEntry', await byPlan('late_entry')],
    ['reportPack', await byPlan('report_pack')],
    ['sheet', await byPlan('sheet')],
    ['verification', await byPlan('verification')],
    ['leadReport', await byPlan('lead_report')],
    ['run', runs],
    ['result', results],
    ['paper', await ids(db.selectFrom('paper').select('id').where('plan_id', 'in', plans).execute())],
    ['approval', approvals],
    ['officialPaper', await ids(db.selectFrom('official_paper').select('id').where('plan_id', 'in', plans).execute())],
    ['credit', await ids(db.selectFrom('credit').select('id').where('plan_id', 'in', plans).execute())],
    [
      'creditRegister',
      await ids(db.selectFrom('credit_register').select('id').where('plan_id', 'in', plans).execute()),
    ],
    ['selfReview', await ids(db.selectFrom('self_review').select('id').where('plan_id', 'in', plans).execute())],
    ['feedback', await ids(db.selectFrom('feedback').select('id').where('plan_id', 'in', plans).execute())],
    [
      'feedbackQuestion',
      await ids(db.selectFrom('feedback_question').select('id').where('plan_id', 'in', plans).execute()),
    ],
    ['objection', await ids(db.selectFrom('objection').select('id').where('plan_id', 'in', plans).execute())],
    ['routineRecord', await ids(db.selectFrom('routine_record').select('id').where('plan_id', 'in', plans).execute())],
    ['remark', await ids(db.selectFrom('remark').select('id').where('plan_id', 'in', plans).execute())],
    ['templatePaper', await ids(db.selectFrom('template_paper').select('id').where('plan_id', 'in', plans).execute())],
    [
      'officeTemplate',
      await ids(
        db
          .selectFrom('office_template')
          .select('id')
          .where('id', 'in', (of) =>
            of.selectFrom('template_paper').select('template_id').where('plan_id', 'in', plans),
          )
          .execute(),
      ),
    ],
    ['decision', decisions.map(({ id }) => id)],
    ['submission', await ids(db.selectFrom('submission').select('id').where('plan_id', 'in', plans).execute())],
    [
      'numberBook',
      await ids(
        db
          .selectFrom('number_book')
          .select('id')
          .where('year', 'in', [year, year + 1])
          .where('unit_id', 'in', (plan) => plan.selectFrom('plan').select('owner_unit_id').where('id', 'in', plans))
          .execute(),
      ),
    ],
  ])
}

export interface Things {
  readonly lines: readonly ObjectLine[]
  /** The first thing that is not what the last act on it made of it. */
  readonly changed: { readonly noun: string; readonly id: string } | undefined
}

/** What the last leaf on a thing says it was made, by noun and id. */
export type NewestDigests = ReadonlyMap<string, string>

/** Things of the year as their acts digested them, in order of noun and id; each held against its last act at once. */
export const thingsOf = async (
  db: Reader,
  ids: ReadonlyMap<string, readonly string[]>,
  { nouns, saltKey, newest }: { nouns: LoggedNouns; saltKey: Buffer; newest: NewestDigests },
): Promise<Things> => {
  const lines: ObjectLine[] = []
  for (const noun of [...ids.keys()].sort()) {
    for (const id of [...(ids.get(noun) ?? [])].sort()) {
      const form = await nouns[noun]?.form(db, id)
      const salt = saltOf(saltKey, noun, id)
      if (form === undefined || changeDigest(salt, form) !== newest.get(`${noun}\n${id}`)) {
        return { lines, changed: { noun, id } }
      }
      lines.push({ noun, id, salt: hex(salt), text: canonicalJson(form) })
    }
  }
  return { lines, changed: undefined }
}
