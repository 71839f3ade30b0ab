import type { PersonEntry, PostEntry } from '@quanheng/domain/organisation/read-people'
import type { SectionEntry, UnitEntry } from '@quanheng/domain/organisation/read-units'
import type { Tx } from '../../../platform/database/database.ts'
import type { StoredEvent } from '../../../platform/database/tables.ts'
import type { Context } from '../../../platform/door/context.ts'
import type { Change } from '../../../platform/door/outcome.ts'
import { canonicalPerson, canonicalPost, canonicalSection, canonicalUnit } from '../canonical.ts'
import type { PersonTable, PostTable, SectionTable, UnitTable } from '../tables.ts'
import type { Entries } from './judge.ts'

export interface Registered {
  readonly events: readonly StoredEvent[]
  readonly changes: readonly Change[]
}

const columnsOf = (entry: UnitEntry) => ({
  name: entry.name,
  short_name: entry.shortName,
  aliases: [...entry.aliases],
  sort_code: entry.sortCode,
  state: 'active' as const,
  version: 1,
})

const told = (
  noun: string,
  type: string,
  rows: readonly { readonly id: string }[],
  form: (at: number) => object,
  more: (at: number) => object = () => ({}),
): Registered => ({
  events: rows.map((_, at) => ({ type, ...form(at), ...more(at) })),
  changes: rows.map((row, at) => ({ noun, id: row.id, version: 1, before: null, after: form(at) })),
})

const units = async (tx: Tx, context: Context, entries: readonly UnitEntry[]): Promise<Registered | null> => {
  const rows: UnitTable[] = entries.map((entry) => ({ id: context.newId(), ...columnsOf(entry) }))
  const saved = await tx
    .insertInto('unit')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (Number(saved.numInsertedOrUpdatedRows) !== rows.length) return null
  return told('unit', 'unitRegistered', rows, (at) => canonicalUnit(rows[at] as UnitTable))
}

const sections = async (tx: Tx, context: Context, entries: readonly SectionEntry[]): Promise<Registered | null> => {
  const rows: SectionTable[] = entries.map((entry) => ({
    id: context.newId(),
    unit_id: entry.unitId,
    ...columnsOf(entry),
  }))
  const saved = await tx
    .insertInto('section')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (Number(saved.numInsertedOrUpdatedRows) !== rows.length) return null
  return told('section', 'sectionRegistered', rows, (at) => canonicalSection(rows[at] as SectionTable))
}

const people = async (tx: Tx, context: Context, entries: readonly PersonEntry[]): Promise<Registered | null> => {
  const rows: PersonTable[] = entries.map(({ name, phone, mail }) => ({
    id: context.newId(),
    name,
    phone,
    mail,
    state: 'active',
    version: 1,
  }))
  await tx.insertInto('person').values(rows).execute()
  const logins = entries.map(({ login }, at) => ({ login, person_id: (rows[at] as PersonTable).id }))
  const claimed = await tx
    .insertInto('login_name')
    .values(logins)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (Number(claimed.numInsertedOrUpdatedRows) !== rows.length) return null
  return told(
    'person',
    'personRegistered',
    rows,
    (at) => canonicalPerson(rows[at] as PersonTable),
    (at) => ({ login: entries[at]?.login }),
  )
}

const posts = async (tx: Tx, context: Context, entries: readonly PostEntry[]): Promise<Registered> => {
  const rows: PostTable[] = entries.map((entry) => ({
    id: context.newId(),
    person_id: entry.personId,
    unit_id: entry.unitId,
    section_id: entry.sectionId,
    kind: entry.kind,
    title: entry.title,
    acting: entry.acting,
    from_date: entry.from,
    to_date: entry.to,
    version: 1,
  }))
  await tx.insertInto('post').values(rows).execute()
  return told('post', 'postGiven', rows, (at) => canonicalPost(rows[at] as PostTable))
}

/** Saves all entries; null where somebody took a name in the meantime, so that nothing is kept. */
export const register = (tx: Tx, context: Context, found: Entries): Promise<Registered | null> => {
  switch (found.table) {
    case 'units':
      return units(tx, context, found.entries)
    case 'sections':
      return sections(tx, context, found.entries)
    case 'people':
      return people(tx, context, found.entries)
    case 'posts':
      return posts(tx, context, found.entries)
  }
}
