import type { Reader } from '../../platform/database/database.ts'

export type Names = ReadonlyMap<string, string>

/** Today's names of units, sections and people, by id; an id that nobody knows stays out. */
export const namesOf = async (
  db: Reader,
  ids: {
    readonly units?: readonly string[]
    readonly sections?: readonly string[]
    readonly people?: readonly string[]
  },
): Promise<Names> => {
  const names = new Map<string, string>()
  const read = async (table: 'unit' | 'section' | 'person', wanted: readonly string[] = []) => {
    if (wanted.length === 0) return
    const rows = await db
      .selectFrom(table)
      .select(['id', 'name'])
      .where('id', 'in', [...new Set(wanted)])
      .execute()
    for (const row of rows) names.set(row.id, row.name)
  }
  await read('unit', ids.units)
  await read('section', ids.sections)
  await read('person', ids.people)
  return names
}
