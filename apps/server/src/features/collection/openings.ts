import { currentVersion, type Datum } from '@quanheng/domain/datum/model'
import type { Author } from '@quanheng/domain/kernel/command-context'
import type { Reader } from '../../platform/database/database.ts'
import { minuteOf } from '../../platform/door/context.ts'
import { namesFor } from './names.ts'

/** Who had a version of the figure first before the eyes of the next post: by opening it, else by confirming it unopened. */
interface Opening {
  readonly number: number
  readonly by: Author
  readonly at: Date
}

export const openingsOf = async (db: Reader, datumIds: readonly string[]): Promise<ReadonlyMap<string, Opening[]>> => {
  const rows =
    datumIds.length === 0
      ? []
      : await db
          .selectFrom('datum_opening')
          .selectAll()
          .where('datum_id', 'in', [...datumIds])
          .orderBy('number')
          .execute()
  return Map.groupBy(
    rows.map(({ datum_id, number, author, at }) => ({ datumId: datum_id, number, by: author, at })),
    ({ datumId }) => datumId,
  )
}

/** What keeps the last version from being taken back, in words for a refusal; undefined while nobody has seen it. */
export const openedBy = async (
  db: Reader,
  datum: Datum,
): Promise<{ readonly name: string; readonly when: string } | undefined> => {
  const number = currentVersion(datum)?.number
  const opening = (await openingsOf(db, [datum.id])).get(datum.id)?.find((one) => one.number === number)
  const confirmed = datum.confirmations.find(({ version }) => version === number)
  const seen = opening ?? (confirmed && { by: confirmed.by, at: new Date(confirmed.at) })
  if (!seen) return undefined
  const names = await namesFor(db, { authors: [seen.by] })
  return { name: names.person(seen.by.personId), when: minuteOf(seen.at) }
}
