import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { listOwed } from '@quanheng/contract/workbench'
import { daysBetween } from '@quanheng/domain/kernel/local-date'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { OwedProvider } from '../../platform/work/task.ts'

/** 催报: what is late or falls due within `ahead` days, the latest first. */
export const owedPage = async (
  providers: readonly OwedProvider[],
  db: Reader,
  actor: Actor,
  context: Context,
  { page, size, ahead, q = '' }: QueryOf<typeof listOwed>,
): Promise<ReplyOf<typeof listOwed>> => {
  const owed = (await Promise.all(providers.map((provider) => provider(db, actor, context)))).flat()
  const words = q.trim()
  const rows = owed
    .map((one) => ({ ...one, daysLate: daysBetween(one.due, context.today) }))
    .filter((one) => one.daysLate >= -ahead)
    .filter((one) => words === '' || `${one.body} ${one.object} ${one.within ?? ''}`.includes(words))
    .toSorted((a, b) => b.daysLate - a.daysLate)
    .map((one) => ({
      key: `${one.noun}/${one.id}`,
      noun: one.noun,
      verb: one.verb,
      body: one.body,
      object: one.object,
      within: one.within ?? null,
      due: one.due,
      daysLate: one.daysLate,
      people: [...one.people],
      text: one.text,
      link: one.link,
    }))
  return { rows: rows.slice((page - 1) * size, page * size), total: rows.length }
}
