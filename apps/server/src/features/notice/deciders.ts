import type { Chosen, Rest } from '@quanheng/domain/notice/choices'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { NoticeImportRow } from './tables.ts'

export interface Decided {
  readonly name: string
  /** Beijing time to the minute, as it is printed. */
  readonly at: string
}

interface ChoosingEvent {
  readonly type: string
  readonly choices?: readonly Chosen[]
  readonly rest?: Rest
  readonly fields?: readonly string[]
}

/** Who decided about each field last and when, by the acts on the import. */
export const deciders = async (db: Reader, { id, reading }: NoticeImportRow): Promise<ReadonlyMap<string, Decided>> => {
  const acts = await db
    .selectFrom('act')
    .leftJoin('person', 'person.id', 'act.person_id')
    .select([
      'act.events',
      'person.name',
      sql<string>`to_char(act.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`.as('at'),
    ])
    .where(sql<boolean>`act.subjects @> ARRAY[${id}]::uuid[]`)
    .where('act.action', 'in', ['notice.choose', 'notice.carry'])
    .orderBy('act.seq')
    .execute()
  const by = new Map<string, Decided>()
  for (const { events, name, at } of acts) {
    const decided = { name: name ?? '', at }
    for (const { choices = [], rest, fields = [] } of events as unknown as readonly ChoosingEvent[]) {
      for (const { field, choice } of choices) {
        if (choice === null) by.delete(field)
        else by.set(field, decided)
      }
      const others = rest
        ? reading.rows
            .filter(({ part }) => rest.part === null || part === rest.part)
            .flatMap((row) => row.fields.map((field) => field.id))
        : fields
      for (const field of others) if (!by.has(field)) by.set(field, decided)
    }
  }
  return by
}
