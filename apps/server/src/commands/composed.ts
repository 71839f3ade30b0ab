import { migrate } from '../platform/database/migrate.ts'
import type { CreateServer } from '../platform/options.ts'
import { openDatabase } from '../platform/postgres/open-database.ts'
import type { ControlHandler } from '../platform/process/control.ts'
import { askServer } from '../platform/process/control.ts'
import type { DataDirectory } from '../platform/process/data-directory.ts'
import { holdDataDirectory } from '../platform/process/run-file.ts'
import type { CommandInput, Terminal } from './command.ts'

const composeServer: CreateServer = async (options) => (await import('../main.ts')).createServer(options)

/** With no server running, the same handler works on a database started for its duration. */
const withoutServer = async (
  name: string,
  asked: unknown,
  data: DataDirectory,
  input: CommandInput,
  terminal: Terminal,
): Promise<unknown> => {
  const hold = await holdDataDirectory(data.dir, name)
  try {
    const database = await openDatabase(input.database, data, terminal.say)
    try {
      await migrate(database.ownerUrl)
      const handlers = new Map<string, ControlHandler>()
      const server = await composeServer({
        appUrl: database.appUrl,
        ownerUrl: database.ownerUrl,
        dataDir: data.dir,
        host: '127.0.0.1',
        port: 0,
        behindProxy: false,
        checkpointPlaces: [],
        scanner: null,
        announce: () => {},
        onCommand: (command, handler) => handlers.set(command, handler),
      })
      try {
        return await handlers.get(name)?.(asked, terminal.say)
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

/** What the server answers to a command of this name: the one that runs on the data directory, or one composed for it alone. */
export const answerOf = async (
  name: string,
  asked: unknown,
  data: DataDirectory,
  input: CommandInput,
  terminal: Terminal,
): Promise<unknown> => {
  const answered = await askServer(data.dir, name, asked, terminal.say)
  return answered === undefined ? withoutServer(name, asked, data, input, terminal) : answered.result
}
