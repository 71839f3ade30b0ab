import type * as contract from '@quanheng/contract/datum'
import type { DatumEvent } from '@quanheng/domain/datum/commands'
import { decideDatum } from '@quanheng/domain/datum/decide'
import { authorOf } from '@quanheng/domain/kernel/command-context'
import { fail, ok } from '@quanheng/domain/kernel/result'
import { json } from '../../platform/database/database.ts'
import { asDomainActor } from '../../platform/door/actor.ts'
import type { Change, CommandHandler } from '../../platform/door/outcome.ts'
import { datumContext, holdData } from './act-on-datum.ts'
import { datumChange } from './canonical.ts'
import { openingsOf } from './openings.ts'

/** 阅看: the first of the next post to have each figure before the eyes is recorded; the figures stay as they are. */
export const open: CommandHandler<typeof contract.openData> = async (asked) => {
  const ids = [...new Set(asked.body.rows.map(({ datumId }) => datumId))]
  const held = await holdData(
    asked,
    ids.map((datumId) => ({ datumId, kind: 'open' as const })),
  )
  if (!held.ok) return held
  const known = await openingsOf(asked.tx, ids)
  const events: DatumEvent[] = []
  const changes: Change[] = []
  for (const one of held.value) {
    const decided = decideDatum(one.datum, { kind: 'open' }, datumContext(asked, one, []))
    if (!decided.ok) return fail(decided.error)
    const { row, post } = one
    if (known.get(row.id)?.some(({ number }) => number === row.last_number)) continue
    const author = authorOf(asDomainActor(asked.actor, post))
    await asked.tx
      .insertInto('datum_opening')
      .values({ datum_id: row.id, number: row.last_number, author: json(author), at: asked.context.now })
      .execute()
    events.push(...decided.value.events)
    changes.push(datumChange(one, one))
  }
  return ok({ post: held.value[0]?.post ?? null, events, changes, reply: { opened: changes.length } })
}
