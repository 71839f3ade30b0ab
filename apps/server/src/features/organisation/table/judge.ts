import { type PersonEntry, type PostEntry, readPeople, readPosts } from '@quanheng/domain/organisation/read-people'
import { readSections, readUnits, type SectionEntry, type UnitEntry } from '@quanheng/domain/organisation/read-units'
import type { CellFault } from '@quanheng/domain/organisation/table-row'
import type { ReadRow } from '@quanheng/papers/xlsx/read-table'
import type { Reader } from '../../../platform/database/database.ts'
import type { OrganisationTable } from './columns.ts'
import { rowsOf } from './form-table.ts'
import { known, knownUnits, takenLogins, takenSections, takenUnitNames } from './known.ts'

export type Entries =
  | { readonly table: 'units'; readonly entries: readonly UnitEntry[] }
  | { readonly table: 'sections'; readonly entries: readonly SectionEntry[] }
  | { readonly table: 'people'; readonly entries: readonly PersonEntry[] }
  | { readonly table: 'posts'; readonly entries: readonly PostEntry[] }

export interface Judged {
  readonly found: Entries
  readonly faults: readonly CellFault<string>[]
}

/** Every line against what stands: entries to register and every fault. In a command, the reads are the transaction's. */
export const judge = async (db: Reader, table: OrganisationTable, rows: readonly ReadRow[]): Promise<Judged> => {
  switch (table) {
    case 'units': {
      const { values, faults } = readUnits(rowsOf(rows), await takenUnitNames(db))
      return { found: { table, entries: values }, faults }
    }
    case 'sections': {
      const { values, faults } = readSections(rowsOf(rows), await knownUnits(db), await takenSections(db))
      return { found: { table, entries: values }, faults }
    }
    case 'people': {
      const { values, faults } = readPeople(rowsOf(rows), await takenLogins(db))
      return { found: { table, entries: values }, faults }
    }
    case 'posts': {
      const logins = rows.flatMap(({ cells }) => cells.login?.text ?? [])
      const { values, faults } = readPosts(rowsOf(rows), await known(db, logins))
      return { found: { table, entries: values }, faults }
    }
  }
}
