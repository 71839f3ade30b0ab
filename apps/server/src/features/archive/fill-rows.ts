import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { archivedTables, type RowLine } from './collect-rows.ts'

/** Rows in one statement. */
const batch = 500

interface Column {
  readonly name: string
  readonly type: string
}

const columnsOf = async (tx: Tx, table: string): Promise<readonly Column[]> => {
  const { rows } = await sql<Column>`
    SELECT attname::text AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
    WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`.execute(
    tx,
  )
  return rows
}

/** Tables that a table refers to come before it; a row that refers to another of its own table needs no order. */
const inOrder = async (tx: Tx, tables: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await sql<{ table: string; to: string }>`
    SELECT conrelid::regclass::text AS table, confrelid::regclass::text AS to FROM pg_constraint
    WHERE contype = 'f' AND conrelid <> confrelid`.execute(tx)
  const ordered: string[] = []
  const visit = (table: string): void => {
    if (ordered.includes(table)) return
    for (const one of rows) if (one.table === table && tables.includes(one.to)) visit(one.to)
    ordered.push(table)
  }
  for (const table of tables) visit(table)
  return ordered
}

export type Filled = { readonly rows: number } | { readonly unknown: string }

/** Puts rows of a package into an empty system, in the caller's transaction; what its schema does not know is named and not put in. */
export const fillRows = async (tx: Tx, lines: readonly RowLine[]): Promise<Filled> => {
  const byTable = Map.groupBy(lines, ({ table }) => table)
  for (const table of byTable.keys()) if (!archivedTables.includes(table)) return { unknown: table }
  for (const table of await inOrder(tx, [...byTable.keys()])) {
    const known = await columnsOf(tx, table)
    const rows = (byTable.get(table) ?? []).map(({ row }) => row)
    const given = Object.keys(rows[0] ?? {})
    const stray = given.find((name) => !known.some((column) => column.name === name))
    if (stray !== undefined) return { unknown: `${table}.${stray}` }
    const columns = known.filter(({ name }) => given.includes(name))
    const names = sql.join(columns.map(({ name }) => sql.ref(name)))
    const values = sql.join(columns.map(({ name, type }) => sql`(given->>${sql.lit(name)})::${sql.raw(type)}`))
    for (let begin = 0; begin < rows.length; begin += batch) {
      await sql`
        INSERT INTO ${sql.table(table)} (${names}) OVERRIDING SYSTEM VALUE
        SELECT ${values} FROM jsonb_array_elements(${JSON.stringify(rows.slice(begin, begin + batch))}::jsonb) AS given`.execute(
        tx,
      )
    }
  }
  return { rows: lines.length }
}
