import { mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Lock } from '../platform/backup/encryption.ts'
import { makeDataDirectory } from '../platform/process/data-directory.ts'
import { Refusal, reasonOf } from '../platform/process/refusal.ts'
import { type CommandInput, locate, type Terminal } from './command.ts'
import { answerOf } from './composed.ts'

export interface BackupInput extends CommandInput, Lock {
  /** A folder, or the file to make; absent for `backups` in the data directory. */
  readonly to?: string | undefined
}

interface Made {
  readonly file: string
  readonly size: number
  readonly leaves: number
  readonly files: number
  /** Digests of cited files that the store has not, or has otherwise. */
  readonly absent: readonly string[]
  readonly damaged: readonly string[]
}

/** `quanheng-20260108T101500Z.tar.gz`, and `.age` where it is closed: names sort by time. */
const backupName = (at: Date, closed: boolean): string =>
  `quanheng-${at.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')}.tar.gz${closed ? '.age' : ''}`

const fileFor = async (to: string, name: string): Promise<string> => {
  const path = resolve(to)
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) return join(path, name)
  if (found !== undefined || /\.(gz|age)$/.test(path)) return path
  await mkdir(path, { recursive: true, mode: 0o700 }).catch((error) => {
    throw new Refusal('backup.failed', { file: path, reason: reasonOf(error) }, error)
  })
  return join(path, name)
}

/** Backs up the data directory's system, running or not, into one file that has been read again from end to end. */
export async function backup(input: BackupInput, terminal: Terminal): Promise<void> {
  const data = await locate(input, terminal.say)
  await makeDataDirectory(data)
  const closed = input.recipient !== undefined || input.passphraseFile !== undefined
  const file = await fileFor(input.to ?? join(data.dir, 'backups'), backupName(new Date(), closed))
  const lock = {
    recipient: input.recipient,
    passphraseFile: input.passphraseFile === undefined ? undefined : resolve(input.passphraseFile),
  }
  terminal.say({ code: 'backup.making', params: { file } })
  const { absent, damaged, ...made } = (await answerOf('backup', { file, lock }, data, input, terminal)) as Made
  for (const sha256 of absent) terminal.say({ code: 'backup.fileAbsent', params: { sha256 } })
  for (const sha256 of damaged) terminal.say({ code: 'backup.fileDamaged', params: { sha256 } })
  terminal.say({ code: 'backup.made', params: { ...made, open: !closed } })
}
