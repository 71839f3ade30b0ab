import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../database/database.ts'
import type { Logger } from '../logger.ts'
import type { ActingInstallation } from './log-acts.ts'

export interface StartSaying {
  readonly database: () => Database | null
  readonly installation: { readonly current: () => ActingInstallation | null }
  readonly logger: Logger
  /** One after the other: what runs here, and with what. */
  readonly say: readonly ((db: Database, facts: ActingInstallation, signal: AbortSignal) => Promise<void>)[]
}

/** Milliseconds between two looks whether the installation has begun. */
const patience = 1_000

/** Says it beside the work: nobody waits for it, least of all those who wait for the server to come back. A new installation says it as soon as it has begun. */
export const sayAtStart = ({ database, installation, logger, say }: StartSaying) => {
  const ending = new AbortController()
  const { signal } = ending
  const said = async (): Promise<void> => {
    for (let waited = false; ; waited = true) {
      const [db, facts] = [database(), installation.current()]
      if (db !== null && facts !== null) {
        // A rehearsal that is loaded meanwhile is of the same bytes wherever it is loaded.
        if (waited && facts.kind !== 'real') return
        for (const one of say) await one(db, facts, signal)
        return
      }
      await wait(patience, undefined, { signal, ref: false })
    }
  }
  const done = said().catch((error: Error) => {
    if (!signal.aborted) logger.error('start not said', { message: error.message })
  })
  return {
    stop: async (): Promise<void> => {
      ending.abort()
      await done
    },
  }
}
