import { CompiledQuery, type DatabaseConnection, PostgresDialect, type QueryResult, Transaction } from 'kysely'
import pg from 'pg'
import type { Database, Tx } from './database.ts'
import type { Tables } from './tables.ts'

/** Kysely asks for it where a transaction is made by hand; its driver is never used. */
const dialect = new PostgresDialect({ pool: new pg.Pool({ max: 0 }) })
const made = { config: { dialect }, dialect, driver: dialect.createDriver() }

const begin = CompiledQuery.raw('begin')
const commit = CompiledQuery.raw('commit')
const rollback = CompiledQuery.raw('rollback')

/** The wire broke under the commit: PostgreSQL may have done it, and nobody can say so. */
export class OutcomeUnknown extends Error {}

/** SQLSTATE classes 08 and 57P, and what the driver says of a connection that is gone without a word from PostgreSQL. */
export const isLostConnection = (error: unknown): boolean => {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return /^(08|57P)|^(ECONNREFUSED|ECONNRESET|EPIPE)$/.test(code) || message.startsWith('Connection terminated')
}

const unknown = (error: unknown): never => {
  throw isLostConnection(error) ? new OutcomeUnknown('the connection was lost in a commit', { cause: error }) : error
}

/** A connection that remembers its first failure: whatever was sent behind it fails for its sake. */
const remembering = (connection: DatabaseConnection, failures: unknown[]): DatabaseConnection => ({
  executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
    try {
      return await connection.executeQuery<R>(query)
    } catch (error) {
      failures.push(error)
      throw error
    }
  },
  streamQuery: (query, size) => connection.streamQuery(query, size),
})

/**
 * One transaction. A statement is sent as soon as it is asked for, behind those before it, whether or not they have answered: what does
 * not need the answer of another is asked together (`Promise.all`) and costs one way to the database and back, `begin` and
 * `commit` included. PostgreSQL runs them in the order in which they were sent, so locks are taken in that order.
 *
 * A statement that `work` did not wait for is still part of it: where it fails, nothing is committed and its error is thrown.
 * @throws OutcomeUnknown where the connection is lost in the commit itself
 */
export const transact = <T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.getExecutor().provideConnection(async (raw) => {
    const failures: unknown[] = []
    const connection = remembering(raw, failures)
    const executor = db.getExecutor().withConnectionProvider({ provideConnection: (use) => use(connection) })
    // Where it fails, so do all behind it, and the first failure is the one that is told.
    connection.executeQuery(begin).catch(() => undefined)
    let result: T
    try {
      result = await work(new Transaction<Tables>({ ...made, executor }))
    } catch (error) {
      // Where the connection is lost there is nothing to take back, and the pool does not hand it out again.
      await connection.executeQuery(rollback).catch(() => undefined)
      throw error
    }
    const { rows } = await connection.executeQuery<{ readonly command?: string }>(commit).catch(unknown)
    // PostgreSQL answers ROLLBACK where a statement had failed.
    if (rows[0]?.command !== 'COMMIT') throw failures[0] ?? new Error('the transaction was not committed')
    return result
  })
