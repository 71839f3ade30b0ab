import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allRoutes } from './features/index.ts'
import { openDatabase } from './platform/database/database.ts'
import { machineClock } from './platform/door/context.ts'
import { localFileStore } from './platform/files/file-store.ts'
import { buildHttp } from './platform/http/server.ts'
import { startSequencer } from './platform/log/sequencer.ts'
import { stderrLogger } from './platform/logger.ts'
import type { CreateServer, ServerOptions } from './platform/options.ts'
import { openInstallation, type Platform } from './platform/platform.ts'
import { defaultSessionPolicy } from './platform/session/session.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

/** Spoken and typed from a terminal: no 0/O, 1/I. */
const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const newCode = (): string => Array.from(randomBytes(8), (byte) => codeAlphabet[byte % codeAlphabet.length]).join('')

/** The composition root: the only place that wires. */
export const createServer: CreateServer = async (options) => {
  const opened = openDatabase({
    url: options.appUrl,
    onLostConnection: (error) => stderrLogger.warn('database connection lost', { message: error.message }),
  })
  const installation = await openInstallation(opened.db)
  const kind = installation.current()?.kind
  const platform: Platform = {
    db: opened.db,
    clock: machineClock,
    logger: stderrLogger,
    files: localFileStore(join(options.dataDir, 'files')),
    policy: kind === 'rehearsal' ? { ...defaultSessionPolicy, passwordDays: null } : defaultSessionPolicy,
    installation,
    options: {
      dataDir: options.dataDir,
      secure: options.behindProxy || options.tls !== undefined,
      firstRunCode: newCode(),
      version,
    },
  }
  const app = await buildHttp(platform, allRoutes(platform), httpOptions(options))
  const sequencer = startSequencer(opened.db, stderrLogger)
  return {
    listen: async () => {
      const address = await app.listen({ host: options.host, port: options.port })
      if (installation.current() === null) options.announce(`启用码 set-up code: ${platform.options.firstRunCode}`)
      return { address }
    },
    close: async () => {
      await app.close()
      await sequencer.stop()
      await opened.close()
    },
  }
}

const httpOptions = (options: ServerOptions) => ({
  webDir: options.webDir,
  trustProxy: options.behindProxy,
  ...(options.tls ? { https: { cert: Buffer.from(options.tls.cert), key: Buffer.from(options.tls.key) } } : {}),
})
