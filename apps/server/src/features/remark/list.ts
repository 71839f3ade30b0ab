import type { listRemarks } from '@quanheng/contract/remark'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import { namesOf } from '../scoring/index.ts'
import { remarkIsVisible } from './store.ts'
import { subjectLink, subjectName } from './subject.ts'

/** In the scope of the caller, open ones first, then the latest. */
export const list = async (
  db: Reader,
  actor: Actor,
  { state, planId, size, page }: QueryOf<typeof listRemarks>,
): Promise<ReplyOf<typeof listRemarks>> => {
  let found = db.selectFrom('remark').innerJoin('plan', 'plan.id', 'remark.plan_id').where(remarkIsVisible(actor))
  if (state !== undefined) found = found.where('remark.state', '=', state)
  if (planId !== undefined) found = found.where('remark.plan_id', '=', planId)
  const { total } = await found.select((made) => made.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('remark')
    .select(['plan.title as planTitle', 'plan.owner_unit_id as ownerUnitId'])
    .select([subjectName.as('subject'), subjectLink.as('link')])
    .orderBy(sql`remark.state = 'answered'`)
    .orderBy('remark.at', 'desc')
    .orderBy('remark.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const authors = rows.flatMap((row) => [row.author, ...(row.answer ? [row.answer.by] : [])])
  const names = await namesOf(db, {
    units: authors.map(({ unitId }) => unitId),
    sections: [],
    people: authors.map(({ personId }) => personId),
  })
  const answering = new Set(postsFor(actor, 'remark.answer').map(({ unitId }) => unitId))
  const authorShown = ({ personId, post, unitId }: (typeof authors)[number], at: string) => ({
    name: names.get(personId) ?? '',
    post,
    unitName: names.get(unitId) ?? '',
    at,
  })
  return {
    total: Number(total),
    rows: rows.map((row) => ({
      id: row.id,
      version: row.version,
      planId: row.plan_id,
      planTitle: row.planTitle,
      noun: row.subject_noun,
      subject: row.subject ?? '',
      link: row.link,
      words: row.words,
      by: authorShown(row.author, row.at.toISOString()),
      state: row.state,
      answer: row.answer && {
        ...authorShown(row.answer.by, row.answer.at),
        kind: row.answer.kind,
        words: row.answer.words,
      },
      mine: row.state === 'open' && answering.has(row.ownerUnitId),
    })),
  }
}
