import type { Author } from '@quanheng/domain/kernel/command-context'
import type { Reader } from '../../platform/database/database.ts'

const read = async (db: Reader, table: 'unit' | 'section' | 'person', ids: readonly string[]) => {
  const wanted = [...new Set(ids)].filter((id) => id !== '')
  if (wanted.length === 0) return new Map<string, string>()
  const rows = await db.selectFrom(table).select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Today's names of units by id. */
export const unitNames = (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  read(db, 'unit', ids)

export const sectionNames = (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  read(db, 'section', ids)

/** Authors with the names of today, for pages. */
export const authorsNamed = async (db: Reader, authors: readonly Author[]) => {
  const people = await read(
    db,
    'person',
    authors.map(({ personId }) => personId),
  )
  const units = await unitNames(
    db,
    authors.map(({ unitId }) => unitId),
  )
  return ({ personId, post, unitId }: Author) => ({
    name: people.get(personId) ?? '',
    post,
    unitName: units.get(unitId) ?? '',
  })
}
