import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { type RawBuilder, sql } from 'kysely'
import { json, type Reader, type Tx } from '../database/database.ts'
import type { Change } from '../door/outcome.ts'
import { sameVersion } from '../door/stale.ts'
import { insertSteps, type Step, stepsOf } from './steps.ts'

/** Columns of every table of kept objects. */
export interface KeptColumns {
  readonly id: string
  /** Every file that the object rests on or ever rested on. */
  readonly file_digests: string[]
  readonly version: number
}

/** An object as the domain sees it, with the row it stands in. */
export interface Kept<Row, Model> {
  readonly row: Row
  readonly model: Model
}

interface Told {
  readonly id: string
  /** What was done with it, in its order; only ever added to. */
  readonly steps: readonly [Step, ...Step[]]
}

/** How one noun stands in the database: one row an object, and `<table>_step` with what was done to it. */
export interface Keeping<Row extends KeptColumns, Model extends Told> {
  /** As acts name it. */
  readonly noun: string
  /** A name written in the program, never read from a request. */
  readonly table: string
  /** Columns of type jsonb. */
  readonly json: readonly (keyof Row & string)[]
  readonly modelOf: (row: Row, steps: Model['steps']) => Model
  readonly columnsOf: (model: Model) => Omit<Row, keyof KeptColumns>
  readonly filesOf: (model: Model) => readonly string[]
  /** Pure canonical form, without the version. */
  readonly canonical: (model: Model) => object
}

export interface Keeper<Row extends KeptColumns, Model extends Told> {
  /** Rows with their steps; one more query however many rows. */
  readonly complete: (db: Reader, rows: readonly Row[]) => Promise<readonly Kept<Row, Model>[]>
  /** One object; what does not fulfil the condition of sight is not there. */
  readonly find: (db: Reader, id: string, seen?: RawBuilder<boolean>) => Promise<Kept<Row, Model> | undefined>
  /** Held until the transaction ends, in the order of the ids. */
  readonly lock: (tx: Tx, ids: readonly string[]) => Promise<readonly Kept<Row, Model>[]>
  /** Held for a command: in sight, and as the caller saw it where a version is given. */
  readonly hold: (
    tx: Tx,
    asked: { readonly id: string; readonly version?: number | undefined },
    seen: RawBuilder<boolean>,
  ) => Promise<Result<Kept<Row, Model>, Refusal>>
  /** What acts digest: the whole object with its history. */
  readonly canonical: (one: Kept<Row, Model>) => object
  readonly change: (before: Kept<Row, Model> | null, after: Kept<Row, Model>) => Change
  readonly insert: (tx: Tx, model: Model) => Promise<Kept<Row, Model>>
  /** Saves where it stands; what was done is added and never changed. */
  readonly save: (tx: Tx, before: Kept<Row, Model>, next: Model) => Promise<Kept<Row, Model>>
}

export const keeperOf = <Row extends KeptColumns, Model extends Told>(
  keeping: Keeping<Row, Model>,
): Keeper<Row, Model> => {
  const { noun, table, modelOf, filesOf } = keeping
  const stepTable = { table: `${table}_step`, owner: `${table}_id` }

  const rowOf = (model: Model, version: number, earlier: readonly string[]): Row =>
    ({
      ...keeping.columnsOf(model),
      id: model.id,
      // Digests of files that were replaced stay named.
      file_digests: [...new Set([...earlier, ...filesOf(model)])],
      version,
    }) as Row

  const cells = (row: Row) =>
    (Object.keys(row) as (keyof Row & string)[]).map((name) => ({
      column: sql.ref(name),
      value: keeping.json.includes(name) ? json(row[name]) : row[name],
    }))

  const complete: Keeper<Row, Model>['complete'] = async (db, rows) => {
    if (rows.length === 0) return []
    const steps = await stepsOf(
      db,
      stepTable,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => ({ row, model: modelOf(row, steps(row.id)) }))
  }

  const find: Keeper<Row, Model>['find'] = async (db, id, seen = sql<boolean>`TRUE`) => {
    const found = await sql<Row>`SELECT * FROM ${sql.table(table)} WHERE id = ${id} AND ${seen}`.execute(db)
    return (await complete(db, found.rows))[0]
  }

  const lock: Keeper<Row, Model>['lock'] = async (tx, ids) => {
    if (ids.length === 0) return []
    const held = await sql<Row>`
      SELECT * FROM ${sql.table(table)} WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`.execute(tx)
    return complete(tx, held.rows)
  }

  const canonical: Keeper<Row, Model>['canonical'] = ({ row, model }) => ({
    ...keeping.canonical(model),
    version: row.version,
  })

  return {
    complete,
    find,
    lock,
    canonical,
    hold: async (tx, { id, version }, seen) => {
      const there = await sql`SELECT id FROM ${sql.table(table)} WHERE id = ${id} AND ${seen}`.execute(tx)
      const [held] = there.rows.length === 0 ? [] : await lock(tx, [id])
      if (held === undefined) return refuse('platform.notFound')
      if (version === undefined) return ok(held)
      const current = await sameVersion(tx, held.row, version)
      return current.ok ? ok(held) : current
    },
    change: (before, after) => ({
      noun,
      id: after.row.id,
      version: after.row.version,
      before: before === null ? null : canonical(before),
      after: canonical(after),
    }),
    insert: async (tx, model) => {
      const row = rowOf(model, 1, [])
      const set = cells(row)
      await sql`INSERT INTO ${sql.table(table)} (${sql.join(set.map(({ column }) => column))})
        VALUES (${sql.join(set.map(({ value }) => value))})`.execute(tx)
      await insertSteps(tx, stepTable, model, 0)
      return { row, model }
    },
    save: async (tx, before, next) => {
      const row = rowOf(next, before.row.version + 1, before.row.file_digests)
      const set = cells(row).map(({ column, value }) => sql`${column} = ${value}`)
      await sql`UPDATE ${sql.table(table)} SET ${sql.join(set)} WHERE id = ${row.id}`.execute(tx)
      await insertSteps(tx, stepTable, next, before.model.steps.length)
      return { row, model: next }
    },
  }
}
