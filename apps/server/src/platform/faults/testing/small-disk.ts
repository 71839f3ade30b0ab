import { spawnSync } from 'node:child_process'
import { mkdir, open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'

/** A volume of a few megabytes in memory. */
export interface SmallDisk {
  /** Takes all the room that is left. */
  readonly fill: () => Promise<void>
  /** Gives it back. */
  readonly clear: () => Promise<void>
  readonly unmount: () => void
}

const run = (program: string, ...args: string[]): string | undefined => {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? undefined : (error?.message ?? stderr.trim())
}

/** Why no volume can be mounted here; undefined where one can. */
export const mountRefusal = (folder: string): string | undefined => {
  if (process.platform !== 'linux') return 'no tmpfs on this system'
  const refused = run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder)
  if (refused === undefined) run('umount', folder)
  return refused
}

/** @throws Error where it cannot be mounted: `mountRefusal` tells beforehand */
export const mountSmallDisk = async (folder: string, megabytes: number): Promise<SmallDisk> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const refused = run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder)
  if (refused !== undefined) throw new Error(refused)
  const filler = join(folder, 'filler')
  return {
    fill: async () => {
      const file = await open(filler, 'a')
      try {
        for (const size of [1_048_576, 4_096]) {
          while ((await statfs(folder)).bavail * 4_096 >= size) await file.appendFile(Buffer.alloc(size))
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        await file.close()
      }
    },
    clear: () => rm(filler, { force: true }),
    unmount: () => {
      run('umount', '--lazy', folder)
    },
  }
}
