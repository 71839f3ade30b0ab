import { canonicalRemark, type Remark } from '@quanheng/domain/remark/model'
import { type RawBuilder, sql } from 'kysely'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import { type Actor, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { Sights } from '../../platform/work/sight.ts'
import type { RemarkRow } from './tables.ts'

export const remarkOf = (row: RemarkRow): Remark => ({
  id: row.id,
  planId: row.plan_id,
  subject: { noun: row.subject_noun, id: row.subject_id },
  words: row.words,
  by: row.author,
  at: row.at.toISOString(),
  state: row.state,
  ...(row.answer && { answer: row.answer }),
})

/** What acts digest, and what the row is held against. */
export const canonicalRemarkRow = (row: RemarkRow): object => ({
  ...canonicalRemark(remarkOf(row)),
  version: row.version,
})

export const remarkChange = (remark: Remark, version: number, before: RemarkRow | null): Change => ({
  noun: 'remark',
  id: remark.id,
  version,
  before: before && canonicalRemarkRow(before),
  after: { ...canonicalRemark(remark), version },
})

export const insertRemark = async (tx: Tx, remark: Remark): Promise<void> => {
  await tx
    .insertInto('remark')
    .values({
      id: remark.id,
      plan_id: remark.planId,
      subject_noun: remark.subject.noun,
      subject_id: remark.subject.id,
      words: remark.words,
      author: json(remark.by),
      at: remark.at,
      state: remark.state,
      answer: null,
      version: 1,
    })
    .execute()
}

export const saveAnswer = async (tx: Tx, { id, state, answer }: Remark, version: number): Promise<void> => {
  if (!answer) throw new Error('a remark is saved again only with its answer')
  await tx
    .updateTable('remark')
    .set({ state, answer: json(answer), version })
    .where('id', '=', id)
    .execute()
}

/** Remarks on plans that this person supervises, owns, or runs the year of. */
export const remarkIsVisible = (actor: Actor): RawBuilder<boolean> => {
  const watched = watchedBy(actor.posts)
  const own = unitIdsOf(actor.posts.filter(({ kind }) => kind !== 'observer'))
  return sql<boolean>`(plan.owner_unit_id = ANY(${watched}::uuid[]) OR plan.owner_unit_id = ANY(${own}::uuid[])
    OR EXISTS (SELECT 1 FROM plan year WHERE year.id = plan.parent_plan_id AND year.owner_unit_id = ANY(${own}::uuid[])))`
}

/** Whoever sees a remark reads how it was answered. */
export const remarkSights: Sights = {
  remark: async (db, actor, _context, id) => {
    const row = await db
      .selectFrom('remark')
      .innerJoin('plan', 'plan.id', 'remark.plan_id')
      .select('remark.id')
      .where('remark.id', '=', id)
      .where(remarkIsVisible(actor))
      .executeTakeFirst()
    return row === undefined ? 'nothing' : 'all'
  },
}

/** How many remarks wait for an answer on a plan or on those under it; none may be left before it is locked or numbered. */
export const openRemarks = async (db: Reader, planId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('remark')
    .innerJoin('plan', 'plan.id', 'remark.plan_id')
    .select((made) => made.fn.countAll<number>().as('count'))
    .where('remark.state', '=', 'open')
    .where((where) => where.or([where('plan.id', '=', planId), where('plan.parent_plan_id', '=', planId)]))
    .executeTakeFirstOrThrow()
  return Number(count)
}
