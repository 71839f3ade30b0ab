import { checkWords, type ReportWords } from '@quanheng/domain/report/words'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { figureAt } from '@quanheng/domain/result/run-figures'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { IssuedPlan } from '../plan/index.ts'
import { newestForm } from './covering-letter.ts'
import type { LoadedResult } from './result-store.ts'
import type { PaperRow } from './tables.ts'
import { usualWords } from './words.ts'

export const canonicalPaper = (row: PaperRow): object => ({
  v: 1,
  noun: 'paper',
  id: row.id,
  resultId: row.result_id,
  planId: row.plan_id,
  ownerUnitId: row.owner_unit_id,
  words: row.words,
  // Acts of papers of the first form did not name it.
  ...(row.form > 1 && { form: row.form }),
  version: row.version,
})

export const paperChange = (before: PaperRow | null, after: PaperRow): Change => ({
  noun: 'paper',
  id: after.id,
  version: after.version,
  before: before === null ? null : canonicalPaper(before),
  after: canonicalPaper(after),
})

const contactOf = async (db: Reader, plan: IssuedPlan) => {
  const named = plan.content.responsibilities.find(({ contactId, handlerId }) => contactId ?? handlerId)
  const personId = named?.contactId ?? named?.handlerId
  const person =
    personId === undefined
      ? undefined
      : await db.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirst()
  return { name: person?.name ?? '', phone: named?.phone ?? '' }
}

const addresseeOf = async (db: Reader, plan: IssuedPlan): Promise<string> => {
  if (plan.parentPlanId === null) return ''
  const parent = await db
    .selectFrom('plan')
    .innerJoin('unit', 'unit.id', 'plan.owner_unit_id')
    .select('unit.name')
    .where('plan.id', '=', plan.parentPlanId)
    .executeTakeFirst()
  return parent?.name ?? ''
}

/** The usual words over a new locked version; those of the version before it are kept where people had written their own. */
export const openPaper = async (
  tx: Tx,
  { row, result }: LoadedResult,
  run: RunContent,
  plan: IssuedPlan,
  context: Context,
): Promise<readonly Change[]> => {
  if (result.purpose !== 'leadReport') return []
  const means = { content: plan.content, contact: await contactOf(tx, plan), addressee: await addresseeOf(tx, plan) }
  const earlier = await tx
    .selectFrom('paper')
    .innerJoin('result', 'result.id', 'paper.result_id')
    .select(['paper.words', 'paper.version'])
    .where('paper.plan_id', '=', row.plan_id)
    .orderBy('result.frozen_at', 'desc')
    .executeTakeFirst()
  const kept =
    earlier !== undefined && earlier.version > 1 ? checkWords(earlier.words, (path) => figureAt(run, path)) : undefined
  const words = kept?.ok ? kept.value : usualWords(run, means)
  const paper: PaperRow = {
    id: context.newId(),
    result_id: row.id,
    plan_id: row.plan_id,
    owner_unit_id: row.owner_unit_id,
    words,
    form: newestForm,
    version: 1,
  }
  await tx
    .insertInto('paper')
    .values({ ...paper, words: json(words) })
    .execute()
  return [paperChange(null, paper)]
}

/** The words over a locked version. Unscoped. */
export const paperOfResult = (db: Reader, resultId: string): Promise<PaperRow | undefined> =>
  db.selectFrom('paper').selectAll().where('result_id', '=', resultId).executeTakeFirst()

/** What is written anew is printed in the newest form: its digest changes with the words in any case. */
export const saveWords = async (tx: Tx, before: PaperRow, words: ReportWords): Promise<PaperRow> => {
  const after: PaperRow = { ...before, words, form: newestForm, version: before.version + 1 }
  await tx
    .updateTable('paper')
    .set({ words: json(words), form: after.form, version: after.version })
    .where('id', '=', before.id)
    .execute()
  return after
}
