import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

/** A row as text: each column as PostgreSQL writes it, null where there is nothing. By name, so that a later schema still takes it. */
export interface RowLine {
  readonly table: string
  readonly row: Readonly<Record<string, string | null>>
}

const ids = (values: readonly string[]) => sql`ANY(${[...values]}::uuid[])`

/** What of each table belongs to a year. Tables of the log, of accounts and of the running system have no part in it. */
const partOf = (plans: readonly string[], years: readonly number[]): Readonly<Record<string, RawBuilder<unknown>>> => {
  const ofPlan = sql`plan_id = ${ids(plans)}`
  const under = (table: string) => sql`(SELECT id FROM ${sql.table(table)} WHERE plan_id = ${ids(plans)})`
  const owners = sql`(SELECT owner_unit_id FROM plan WHERE id = ${ids(plans)})`
  const runs = sql`(SELECT run_digest FROM result WHERE plan_id = ${ids(plans)}
    UNION SELECT run_digest FROM feedback WHERE plan_id = ${ids(plans)})`
  const subjects = sql`(SELECT unnest(${[...plans]}::uuid[]) UNION ALL SELECT id FROM result WHERE plan_id = ${ids(plans)}
    UNION ALL SELECT id FROM approval WHERE plan_id = ${ids(plans)})`
  // A book that also numbers papers of another year points to what is not here.
  const books = sql`(SELECT id FROM number_book WHERE year = ANY(${[...years]}::int[]) AND unit_id IN ${owners}
    AND NOT EXISTS (SELECT FROM number_taken WHERE book_id = number_book.id AND approval_id NOT IN ${under('approval')}))`
  const withParents = sql`(SELECT parent_plan_id FROM plan WHERE id = ${ids(plans)})`
  const templates = sql`(SELECT template_id FROM template_paper WHERE plan_id = ${ids(plans)})`
  const signed = sql`(SELECT id FROM signature WHERE subject_id IN ${under('sheet')})`
  const superiorPlans = sql`year = ${Math.min(...years)} AND unit_id IN ${owners}`
  const ofSuperior = sql`superior_plan_id IN (SELECT id FROM superior_plan WHERE ${superiorPlans})`
  return {
    unit: sql`true`,
    section: sql`true`,
    post: sql`true`,
    holiday_calendar: sql`year = ANY(${[...years, Math.min(...years) - 1]}::int[])`,
    letterhead: sql`unit_id IN ${owners}`,
    // A lead unit's plan stands under the year plan, which its own package does not otherwise hold.
    plan: sql`id = ${ids(plans)} OR id IN ${withParents}`,
    plan_version: sql`${ofPlan} OR plan_id IN ${withParents}`,
    finding_acceptance: ofPlan,
    datum: ofPlan,
    datum_version: sql`datum_id IN ${under('datum')}`,
    datum_confirmation: sql`datum_id IN ${under('datum')}`,
    datum_opening: sql`datum_id IN ${under('datum')}`,
    late_entry: ofPlan,
    report_pack: ofPlan,
    routine_record: ofPlan,
    routine_record_step: sql`routine_record_id IN ${under('routine_record')}`,
    objection: ofPlan,
    objection_step: sql`objection_id IN ${under('objection')}`,
    evidence: ofPlan,
    evidence_withdrawal: sql`evidence_id IN ${under('evidence')}`,
    evidence_relabel: sql`evidence_id IN ${under('evidence')}`,
    sheet: ofPlan,
    sheet_version: sql`sheet_id IN ${under('sheet')}`,
    item: ofPlan,
    signature: sql`id IN ${signed}`,
    signature_mark: sql`signature_id IN ${signed}`,
    verification: ofPlan,
    draw: sql`verification_id IN ${under('verification')}`,
    draw_cancellation: sql`draw_id IN (SELECT id FROM draw WHERE verification_id IN ${under('verification')})`,
    draw_commitment: sql`verification_id IN ${under('verification')}`,
    draw_reveal: sql`verification_id IN ${under('verification')}`,
    draw_fallback: sql`verification_id IN ${under('verification')}`,
    draw_attestation: sql`draw_id IN (SELECT id FROM draw WHERE verification_id IN ${under('verification')})`,
    visit_record: sql`verification_id IN ${under('verification')}`,
    verification_opinion: sql`verification_id IN ${under('verification')}`,
    opinion_answer: sql`opinion_id IN (SELECT id FROM verification_opinion WHERE verification_id IN ${under('verification')})`,
    lead_report: ofPlan,
    lead_report_version: sql`report_id IN ${under('lead_report')}`,
    lead_report_confirmation: sql`report_id IN ${under('lead_report')}`,
    run: sql`digest IN ${runs}`,
    run_column: sql`run_digest IN ${runs}`,
    decision: sql`subject_id IN ${subjects}`,
    decision_confirmation: sql`decision_id IN (SELECT id FROM decision WHERE subject_id IN ${subjects})`,
    result: ofPlan,
    paper: ofPlan,
    approval: ofPlan,
    approval_record: sql`approval_id IN ${under('approval')}`,
    number_book: sql`id IN ${books}`,
    number_taken: sql`book_id IN ${books}`,
    number_burned: sql`book_id IN ${books}`,
    number_issued: sql`book_id IN ${books}`,
    submission: ofPlan,
    official_paper: ofPlan,
    official_paper_revision: sql`paper_id IN ${under('official_paper')}`,
    issued_paper: ofPlan,
    office_template: sql`id IN ${templates}`,
    office_template_version: sql`template_id IN ${templates}`,
    template_paper: ofPlan,
    credit_register: ofPlan,
    credit_zero_report: sql`register_id IN ${under('credit_register')}`,
    credit: ofPlan,
    credit_step: sql`credit_id IN ${under('credit')}`,
    target_adjustment: ofPlan,
    evaluation: ofPlan,
    evaluation_step: sql`evaluation_id IN ${under('evaluation')}`,
    evaluation_ticket: sql`evaluation_id IN ${under('evaluation')}`,
    evaluation_key: sql`evaluation_id IN ${under('evaluation')} AND private_key IS NULL`,
    evaluation_ballot: sql`evaluation_id IN ${under('evaluation')}`,
    year_review: ofPlan,
    year_review_step: sql`year_review_id IN ${under('year_review')}`,
    superior_plan: superiorPlans,
    progress_report: ofSuperior,
    progress_report_step: sql`progress_report_id IN (SELECT id FROM progress_report WHERE ${ofSuperior})`,
    superior_plan_step: ofSuperior,
    target_adjustment_step: sql`target_adjustment_id IN ${under('target_adjustment')}`,
    remark: ofPlan,
    self_review: ofPlan,
    feedback: ofPlan,
    feedback_question: ofPlan,
    steering_group: sql`unit_id IN ${owners}`,
  }
}

export const archivedTables: readonly string[] = ['person', ...Object.keys(partOf([], [0]))]

/** Columns that stay outside: where somebody is reached, and what points to a year that is not here. */
const leftOut: Readonly<Record<string, readonly string[]>> = { person: ['phone', 'mail'], evidence: ['reuses'] }

const columnsOf = async (db: Reader, table: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    SELECT attname::text AS name FROM pg_attribute
    WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`.execute(
    db,
  )
  return rows.map(({ name }) => name).filter((name) => !leftOut[table]?.includes(name))
}

const linesOf = async (db: Reader, table: string, part: RawBuilder<unknown>): Promise<readonly string[]> => {
  const columns = await columnsOf(db, table)
  const texts = sql.join(columns.map((name) => sql`${sql.ref(name)}::text AS ${sql.ref(name)}`))
  const { rows } = await sql<RowLine['row']>`SELECT ${texts} FROM ${sql.table(table)} WHERE ${part}`.execute(db)
  return rows.map((row) => canonicalJson({ table, row })).sort()
}

const personId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * The rows of a year as JSON, one a line, so that an empty system can be filled with it. They prove nothing by themselves: whoever
 * takes them in holds what they say against the sealed things. People have their names only.
 */
export const rowsOf = async (db: Reader, planIds: readonly string[], year: number): Promise<string> => {
  await sql`SET LOCAL timezone = 'UTC'`.execute(db)
  const lines: string[] = []
  for (const [table, part] of Object.entries(partOf(planIds, [year, year + 1])))
    lines.push(...(await linesOf(db, table, part)))
  const named = new Set<string>()
  for (const line of lines) for (const [id] of line.matchAll(personId)) named.add(id)
  lines.push(...(await linesOf(db, 'person', sql`id = ${ids([...named])}`)))
  return lines.map((line) => `${line}\n`).join('')
}
