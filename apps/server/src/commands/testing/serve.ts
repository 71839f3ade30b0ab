/**
 * A process that starts as `quanheng start` does, with a plain HTTP server in place of the application, so that starting
 * and stopping are tested by themselves; with the word `product` behind the input, the application without its pages. Takes the start
 * input as JSON; prints each notice and refusal as a JSON line.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { CreateServer } from '../../platform/options.ts'
import { Refusal } from '../../platform/process/refusal.ts'
import { start } from '../start.ts'

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`)

/** Answers every request with what the database says of itself, through the login that serves. */
const standIn: CreateServer = async ({ appUrl, host, port, onCommand }) => {
  const pool = new pg.Pool({ connectionString: appUrl, max: 2 })
  pool.on('error', () => undefined)
  onCommand('echo', async (input) => input)
  onCommand('umask', async () => process.umask())
  const server = createServer((_request, response) => {
    pool.query('SELECT current_user AS login, pg_postmaster_start_time()::text AS since').then(
      ({ rows }) => response.end(JSON.stringify(rows[0])),
      () => response.writeHead(503).end(),
    )
  })
  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.on('error', reject)
        server.listen(port, host, () => {
          resolve({ address: `http://${host}:${(server.address() as AddressInfo).port}` })
        })
      }),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
      await pool.end()
    },
  }
}

/** The application without its pages, which need not have been built. */
const product: CreateServer = async ({ webDir: _, ...options }) => (await import('../../main.ts')).createServer(options)

try {
  const load = async () => (process.argv[3] === 'product' ? product : standIn)
  await start(JSON.parse(process.argv[2] ?? '{}'), { say: print, line: () => {} }, load)
  process.exit(0)
} catch (error) {
  print(
    error instanceof Refusal ? { code: error.code, params: error.params } : { code: 'error', params: String(error) },
  )
  process.exit(1)
}
