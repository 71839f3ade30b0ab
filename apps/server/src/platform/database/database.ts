import { availableParallelism } from 'node:os'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { PreparingClient } from './prepared.ts'
import type { Tables } from './tables.ts'

const INT8 = 20
const DATE = 1082
const DATE_ARRAY = 1182
const NUMERIC = 1700

const types = new pg.TypeOverrides()
types.setTypeParser(INT8, Number)
// A business day is a calendar day, not an instant: the driver's local-time Date would be a day off in some zones.
types.setTypeParser(DATE, (text) => text)
types.setTypeParser(DATE_ARRAY, (text) => (text === '{}' ? [] : text.slice(1, -1).split(',')))
types.setTypeParser(NUMERIC, (text) => text)

export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>
/** Where a read may run: the pool, or the transaction of a command. */
export type Reader = Database | Tx

export interface OpenDatabase {
  readonly db: Database
  readonly close: () => Promise<void>
}

export interface DatabaseOptions {
  readonly url: string
  readonly max?: number
  /** Only one login is configured: every connection steps down to the server's role first. */
  readonly stepDown?: boolean
  /** A lost connection is reported and the pool goes on; it never ends the server. */
  readonly onLostConnection?: (error: Error) => void
}

/**
 * Connections beyond what the cores can serve only wait for each other's locks: six on two cores answer a burst of 300 a tenth sooner than
 * twelve, and twelve sooner than twenty-four (bench/door). Well below PostgreSQL's own hundred.
 */
export const poolSize = Math.min(24, Math.max(6, 3 * availableParallelism()))

/** Opens the pool with the server's login; no connection is made until the first query. */
export const openDatabase = (options: DatabaseOptions): OpenDatabase => {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? poolSize,
    types,
    Client: PreparingClient,
    // Statements of a transaction are sent one behind the other (transact.ts).
    pipeline: true,
    application_name: 'quanheng',
    ...(options.stepDown ? { options: '-c role=quanheng_app' } : {}),
  })
  pool.on('error', (error) => options.onLostConnection?.(error))
  // The pool listens to idle connections alone; one that is lost in use fails what waits for it, and must not end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, close: () => db.destroy() }
}

/** jsonb parameters: pg would send a JavaScript array as a PostgreSQL array. */
export const json = <T>(value: T): string => JSON.stringify(value)
