import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Sight, Sights } from '../../platform/work/sight.ts'
import { changesIn, eventsOf, reasonIn, wordOf } from './fields.ts'
import { type ActWords, actHeads, headColumns, headOf } from './heads.ts'
import { namesIn, tell } from './told.ts'

const holds = (subjectId: string) => sql<boolean>`act.subjects @> ARRAY[${subjectId}]::uuid[]`

const nounOf = async (db: Reader, subjectId: string): Promise<string | null> => {
  const row = await db.selectFrom('act').select('changes').where(holds(subjectId)).orderBy('seq').executeTakeFirst()
  return row?.changes.find((change) => change.id === subjectId)?.noun ?? null
}

/** Auditors see that something was done to any object, never what (三员分立); everyone else what the noun lets them see. */
const sightOn = async (
  sights: Sights,
  db: Reader,
  actor: Actor,
  context: Context,
  subject: { readonly noun: string; readonly id: string },
): Promise<Sight> => {
  const own = (await sights[subject.noun]?.(db, actor, context, subject.id)) ?? 'nothing'
  return own === 'nothing' && actor.posts.some((post) => post.kind === 'auditAdmin') ? 'heads' : own
}

interface Page {
  readonly page: number
  readonly size: number
}

/** The acts on one object, newest first; null where there is none, or none that this person may know of. */
export const historyOf = async (
  db: Reader,
  actor: Actor,
  context: Context,
  { sights, words }: { readonly sights: Sights; readonly words: ActWords },
  subjectId: string,
  { page, size }: Page,
) => {
  const noun = await nounOf(db, subjectId)
  if (noun === null) return null
  const sight = await sightOn(sights, db, actor, context, { noun, id: subjectId })
  if (sight === 'nothing') return null
  const { total } = await db
    .selectFrom('act')
    .select((count) => count.fn.countAll<number>().as('total'))
    .where(holds(subjectId))
    .executeTakeFirstOrThrow()
  const rows = await actHeads(db)
    .select([...headColumns, 'act.events', 'act.subjects'])
    .where(holds(subjectId))
    .orderBy('act.seq', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const told = rows.map((row) => {
    const events = sight === 'all' ? eventsOf(row.events, { noun, id: subjectId }, row.subjects.length === 1) : []
    return { head: headOf(row, words), reason: reasonIn(events), changes: events.flatMap(changesIn) }
  })
  const names = await namesIn(
    db,
    told.flatMap(({ changes }) => changes),
  )
  return {
    total,
    rows: told.map(({ head, reason, changes }) => ({
      ...head,
      reason,
      changes: changes.map(({ field, before, after }) => ({
        field: wordOf(noun, field),
        before: tell(noun, field, before, names),
        after: tell(noun, field, after, names),
      })),
    })),
  }
}
