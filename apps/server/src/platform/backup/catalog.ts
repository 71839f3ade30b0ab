import type pg from 'pg'
import { quoted } from '../postgres/drop-database.ts'

/** Rows that a backup leaves out: who is signed in belongs to the running system, and migrations are run anew. */
const leftOut = ['session', 'sign_in_failure', 'schema_migration'] as const

export interface TableColumns {
  readonly name: string
  readonly columns: readonly string[]
}

/** Every table that is backed up, with the columns that hold its data, by name. */
export const tablesOf = async (client: pg.Client): Promise<readonly TableColumns[]> => {
  const { rows } = await client.query<TableColumns>(
    `SELECT class.relname AS name, array_agg(attribute.attname::text ORDER BY attribute.attnum) AS columns
       FROM pg_class class
       JOIN pg_namespace space ON space.oid = class.relnamespace AND space.nspname = 'public'
       JOIN pg_attribute attribute
         ON attribute.attrelid = class.oid AND attribute.attnum > 0 AND NOT attribute.attisdropped AND attribute.attgenerated = ''
      WHERE class.relkind = 'r' AND NOT class.relname = ANY($1)
      GROUP BY class.relname ORDER BY class.relname COLLATE "C"`,
    [leftOut],
  )
  return rows
}

export interface Constraint {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/** References between tables: taken away while rows are put back, so that their order does not matter, and then held again. */
export const referencesOf = async (client: pg.Client): Promise<readonly Constraint[]> => {
  const { rows } = await client.query<Constraint>(
    `SELECT class.relname AS table, constr.conname AS name, pg_get_constraintdef(constr.oid) AS definition
       FROM pg_constraint constr
       JOIN pg_class class ON class.oid = constr.conrelid
       JOIN pg_namespace space ON space.oid = class.relnamespace AND space.nspname = 'public'
      WHERE constr.contype = 'f' ORDER BY class.relname, constr.conname`,
  )
  return rows
}

export interface Identity {
  readonly table: string
  readonly column: string
  readonly last: number
}

/** Identity columns of these tables and the last number that each gave out; one that gave none is not listed. */
export const identitiesOf = async (
  client: pg.Client,
  tables: readonly TableColumns[],
): Promise<readonly Identity[]> => {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `SELECT class.relname AS table, attribute.attname AS column,
            pg_get_serial_sequence(quote_ident(class.relname), attribute.attname) AS sequence
       FROM pg_attribute attribute
       JOIN pg_class class ON class.oid = attribute.attrelid
      WHERE attribute.attidentity <> '' AND class.relname = ANY($1) ORDER BY 1, 2`,
    [tables.map(({ name }) => name)],
  )
  const found: Identity[] = []
  for (const { table, column, sequence } of rows) {
    const { rows: states } = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS last, is_called AS called FROM ${sequence}`,
    )
    const [state] = states
    if (state?.called) found.push({ table, column, last: Number(state.last) })
  }
  return found
}

/** Digests of stored files that rows cite. */
export const citedFiles = async (client: pg.Client, tables: readonly TableColumns[]): Promise<ReadonlySet<string>> => {
  const cited = new Set<string>()
  for (const { name, columns } of tables) {
    if (!columns.includes('sha256')) continue
    const { rows } = await client.query<{ sha256: string }>(`SELECT DISTINCT sha256 FROM ${quoted(name)}`)
    for (const { sha256 } of rows) cited.add(sha256)
  }
  return cited
}
