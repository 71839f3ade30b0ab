import { withClient } from './client.ts'

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * Drops a database by a connection beside it. FORCE needs the right to end every process in it, which an owner has not over a vacuum worker or
 * the app's connections; a plain drop waits some seconds for those just closed to go, and only then is force tried.
 */
export const dropDatabase = (besideUrl: string, name: string): Promise<unknown> =>
  withClient(besideUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${quoted(name)}`).catch((error: { code?: string }) => {
      if (error.code !== '55006') throw error
      return client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`)
    }),
  )
