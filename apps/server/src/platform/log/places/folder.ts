import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { parseCheckpoint } from '@quanheng/log/checkpoint'
import { parseNote } from '@quanheng/log/note'
import { type Disk, localDisk } from '../../files/disk.ts'
import { writeWhole } from '../../files/write-whole.ts'
import type { HeldCheckpoint, Place } from './place.ts'

const readIfThere = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

/** Whoever keeps the copies reads them. */
const mode = 0o644

/** What the folder holds as the newest; undefined where there is none that can be read. @throws where it is another log's folder */
const latestIn = async (folder: string, origin: string): Promise<HeldCheckpoint | undefined> => {
  const text = await readIfThere(join(folder, 'latest'))
  const note = text === undefined ? undefined : parseNote(text)
  const held = note && parseCheckpoint(note.text)
  if (text === undefined || held === undefined) return undefined
  if (held.origin !== origin) throw new Error(`${folder} keeps the checkpoints of ${held.origin}`)
  return { text, size: held.size }
}

/** A folder on another disk or machine: one file a checkpoint, and `latest`, which a database that was set back cannot match. */
export const folderPlace = (folder: string, disk: Disk = localDisk): Place => ({
  name: folder,
  newest: (origin) => latestIn(folder, origin),
  check: async ({ db, origin }) => {
    const held = await latestIn(folder, origin)
    if (held === undefined) return ok(null)
    const own = await db.selectFrom('checkpoint').select('note').where('size', '=', held.size).executeTakeFirst()
    return own?.note === held.text
      ? ok(null)
      : refuse('checkpoint.rolledBack', { params: { place: folder, size: String(held.size) } })
  },
  send: async ({ origin, checkpoint }) => {
    await latestIn(folder, origin)
    await disk.makeFolder(folder)
    const number = String(checkpoint.size).padStart(10, '0')
    const files = [
      [`${number}.checkpoint`, checkpoint.note],
      [`${number}.sm3.checkpoint`, checkpoint.sm3_note],
      ['latest', checkpoint.note],
    ] as const
    for (const [name, text] of files) await writeWhole(join(folder, name), text, { disk, mode })
    return ok(null)
  },
})
