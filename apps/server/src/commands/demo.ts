import { migrate } from '../platform/database/migrate.ts'
import type { CreateServer } from '../platform/options.ts'
import { openDatabase } from '../platform/postgres/open-database.ts'
import { askServer, type ControlHandler } from '../platform/process/control.ts'
import { type DataDirectory, makeDataDirectory } from '../platform/process/data-directory.ts'
import { Refusal } from '../platform/process/refusal.ts'
import { holdDataDirectory } from '../platform/process/run-file.ts'
import { type CommandInput, locate, type Terminal } from './command.ts'

export interface DemoInput extends CommandInput {
  /** Begin the rehearsal again even where one stands. */
  readonly reset: boolean
}

interface Standing {
  readonly kind: 'real' | 'rehearsal' | null
  readonly date: string | null
}

const composeServer: CreateServer = async (options) => (await import('../main.ts')).createServer(options)

/** With no server running, the same handler works on a database started for its duration. */
const withoutServer = async (data: DataDirectory, input: DemoInput, terminal: Terminal): Promise<Standing> => {
  const hold = await holdDataDirectory(data.dir, 'demo')
  try {
    const database = await openDatabase(input.database, data, terminal.say)
    try {
      await migrate(database.ownerUrl)
      let handler: ControlHandler | undefined
      const server = await composeServer({
        appUrl: database.appUrl,
        ownerUrl: database.ownerUrl,
        dataDir: data.dir,
        host: '127.0.0.1',
        port: 0,
        behindProxy: false,
        checkpointPlaces: [],
        announce: () => {},
        onCommand: (name, one) => {
          if (name === 'demo') handler = one
        },
      })
      try {
        return (await handler?.({ reset: input.reset }, terminal.say)) as Standing
      } finally {
        await server.close()
      }
    } finally {
      await database.stop()
    }
  } finally {
    await hold.release()
  }
}

/** Puts a rehearsal into the data directory, or begins it again; refuses a real one. */
export async function demo(input: DemoInput, terminal: Terminal): Promise<void> {
  const data = await locate(input, terminal.say)
  await makeDataDirectory(data)
  const asked = await askServer(data.dir, 'demo', { reset: input.reset }, terminal.say)
  const standing = asked === undefined ? await withoutServer(data, input, terminal) : (asked.result as Standing)
  if (standing.kind !== 'rehearsal') throw new Refusal('demo.real', { dir: data.dir })
  terminal.say({ code: 'demo.ready', params: { dir: data.dir, date: standing.date ?? '' } })
}
