import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Refusal } from '../platform/process/refusal.ts'
import { archive } from './archive.ts'
import { locate, type Terminal } from './command.ts'
import { playDemo } from './demo.ts'

/** The year that the world of the rehearsal plays. */
const year = 2025

/** Plays the whole rehearsal year in a throw-away embedded database and writes its archive package; nothing else is left behind. */
export async function exportDemo({ file }: { readonly file: string }, terminal: Terminal): Promise<void> {
  const out = resolve(file)
  if (await stat(out).catch(() => undefined)) throw new Refusal('file.unwritable', { file: out, reason: 'EEXIST' })
  const folder = await mkdtemp(join(tmpdir(), 'quanheng-demo-'))
  const input = { dataDir: join(folder, 'data'), database: {} }
  // The superuser's database works elsewhere.
  const { dir } = await locate(input, () => {})
  const quiet: Terminal = {
    ...terminal,
    // Where a folder lies that is gone in a minute is of no use to anybody.
    say: (notice) => {
      if (notice.code !== 'data.moved') terminal.say(notice)
    },
  }
  try {
    await playDemo(input, quiet)
    await archive({ ...input, year, out }, quiet)
  } finally {
    for (const made of [dir, folder]) await rm(made, { recursive: true, force: true })
  }
}
