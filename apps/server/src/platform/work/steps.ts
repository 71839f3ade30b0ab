import type { Author } from '@quanheng/domain/kernel/command-context'
import { sql } from 'kysely'
import { json, type Reader, type Tx } from '../database/database.ts'
import type { Json, Timestamp } from '../database/tables.ts'

/** Columns of a table of steps beside the id of the object; every such table is append-only. */
export interface StepColumns {
  number: number
  command: string
  author: Json<Author>
  at: Timestamp
  words: string
}

/** One act on an object, by whom and why. */
export interface Step {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** `meeting_step` and its `meeting_id`: names written in the program, never read from a request. */
export interface StepTable {
  readonly table: string
  readonly owner: string
}

/** What was done with each of these objects, in its order; one query however many there are. Each has a first step. */
export const stepsOf = async (
  db: Reader,
  { table, owner }: StepTable,
  ids: readonly string[],
): Promise<(id: string) => readonly [Step, ...Step[]]> => {
  const { rows } =
    ids.length === 0
      ? { rows: [] }
      : await sql<{ owner: string; command: string; author: Author; at: Date; words: string }>`
          SELECT ${sql.ref(owner)} AS owner, command, author, at, words FROM ${sql.table(table)}
          WHERE ${sql.ref(owner)} = ANY(${[...ids]}::uuid[]) ORDER BY ${sql.ref(owner)}, number`.execute(db)
  const steps = Map.groupBy(rows, (row) => row.owner)
  return (id) => {
    const [first, ...rest] = (steps.get(id) ?? []).map(
      ({ command, author, at, words }): Step => ({ command, by: author, at: new Date(at).toISOString(), words }),
    )
    if (first === undefined) throw new Error(`${table}: ${id} has no first step`)
    return [first, ...rest]
  }
}

/** Adds the steps from the one at `from`; what stands is never written again. */
export const insertSteps = async (
  tx: Tx,
  { table, owner }: StepTable,
  { id, steps }: { readonly id: string; readonly steps: readonly Step[] },
  from: number,
): Promise<void> => {
  for (const [at, step] of steps.slice(from).entries()) {
    await sql`INSERT INTO ${sql.table(table)} (${sql.ref(owner)}, number, command, author, at, words)
      VALUES (${id}, ${from + at + 1}, ${step.command}, ${json(step.by)}, ${step.at}, ${step.words})`.execute(tx)
  }
}
