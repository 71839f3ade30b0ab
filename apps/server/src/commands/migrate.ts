import { migrate as applyMigrations, readMigrations } from '../platform/database/migrate.ts'
import { openDatabase } from '../platform/postgres/open-database.ts'
import { makeDataDirectory } from '../platform/process/data-directory.ts'
import { Refusal } from '../platform/process/refusal.ts'
import { holdDataDirectory, holderOf } from '../platform/process/run-file.ts'
import { type CommandInput, locate, type Terminal } from './command.ts'

/** Brings the database to this program's tables; refuses while a server answers, since it would serve both at once. */
export async function migrate(input: CommandInput, terminal: Terminal): Promise<void> {
  const data = await locate(input, terminal.say)
  await makeDataDirectory(data)
  const running = await holderOf(data.dir)
  if (running?.what === 'start') {
    const { pid, address = '' } = running
    throw new Refusal('server.running', { command: 'migrate', pid, address })
  }
  const hold = await holdDataDirectory(data.dir, 'migrate')
  try {
    const database = await openDatabase(input.database, data, terminal.say)
    try {
      const applied = await applyMigrations(database.ownerUrl)
      for (const name of applied) terminal.line(name)
      if (applied.length === 0) {
        terminal.say({ code: 'migration.none', params: { count: (await readMigrations()).length } })
      }
    } finally {
      await database.stop()
    }
  } finally {
    await hold.release()
  }
}
