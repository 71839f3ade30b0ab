import { type Key, openerOf } from '../platform/backup/encryption.ts'
import { logKeyPart, type Manifest } from '../platform/backup/manifest.ts'
import { restore as restoreBackup } from '../platform/backup/restore.ts'
import { forgetRestored, writeRestored } from '../platform/backup/restored.ts'
import { rollbackAgainst } from '../platform/backup/rollback.ts'
import { readPack } from '../platform/backup/unpack.ts'
import { openDatabase } from '../platform/postgres/open-database.ts'
import { makeDataDirectory, readKind, writeKind } from '../platform/process/data-directory.ts'
import { Refusal } from '../platform/process/refusal.ts'
import { holdDataDirectory, holderOf } from '../platform/process/run-file.ts'
import { type CommandInput, locate, type Terminal } from './command.ts'
import { placesIn } from './places.ts'

export interface RestoreInput extends CommandInput, Key {
  readonly file: string
  /** Places that keep checkpoints, to be compared with before the restored rows count. */
  readonly checkpointsTo?: string | undefined
  /** Who restores, who stands by, and why: the first act of the restored system. */
  readonly by: string
  readonly witness: string
  readonly reason: string
  /** Go on though a place keeps a checkpoint that the backup does not have. */
  readonly acceptRollback: boolean
}

/** The log was signed, and the key that signed it is not in the backup. */
const keyLeftOut = ({ parts, tables }: Manifest): boolean =>
  tables.some(({ name, rows }) => name === 'log_key' && rows > 0) && !parts.some(({ name }) => name === logKeyPart)

const filesOf = ({ parts }: Manifest): number => parts.filter(({ name }) => name.startsWith('files/')).length

/** Reads a backup from end to end and says what it holds; touches nothing. */
export async function checkBackup(input: Key & { readonly file: string }, { say }: Terminal): Promise<void> {
  const { file } = input
  const manifest = await readPack(file, await openerOf(input))
  const { madeAt, log } = manifest
  say({ code: 'backup.sound', params: { file, madeAt, leaves: log.size, files: filesOf(manifest) } })
}

/** Fills the empty data directory, or the empty database given by its address, from a backup; starts nothing. */
export async function restore(input: RestoreInput, { say }: Terminal): Promise<void> {
  const { file, by, witness, reason } = input
  const opener = await openerOf(input)
  const places = placesIn(input.checkpointsTo)
  const data = await locate(input, say)
  const { dir } = data
  await makeDataDirectory(data)
  const running = await holderOf(dir)
  if (running?.what === 'start') {
    throw new Refusal('server.running', { command: 'restore', pid: running.pid, address: running.address ?? '' })
  }
  const hold = await holdDataDirectory(dir, 'restore')
  try {
    const database = await openDatabase(input.database, data, say)
    try {
      say({ code: 'restore.checking', params: { file } })
      const manifest = await restoreBackup({
        ownerUrl: database.ownerUrl,
        dataDir: dir,
        file,
        opener,
        beforeCommit: async (client, { origin, kind, madeAt, log }) => {
          const rollback = await rollbackAgainst(client, origin, places)
          if (rollback) {
            const params = { ...rollback, size: log.size }
            if (!input.acceptRollback) throw new Refusal('restore.rollback', params)
            say({ code: 'restore.rolledBack', params })
          }
          const at = new Date().toISOString()
          await writeRestored(dir, { at, madeAt, leaves: log.size, root: log.root, by, witness, reason, rollback })
          if ((await readKind(dir)) !== kind) await writeKind(dir, kind)
        },
      }).catch(async (error: unknown) => {
        await forgetRestored(dir)
        throw error
      })
      if (keyLeftOut(manifest)) say({ code: 'restore.keyLeftOut', params: { dir } })
      const { madeAt, log } = manifest
      say({ code: 'restore.done', params: { dir, madeAt, leaves: log.size, files: filesOf(manifest) } })
    } finally {
      await database.stop()
    }
  } finally {
    await hold.release()
  }
}
