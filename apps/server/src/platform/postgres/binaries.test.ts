import { chmod, cp, lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cloneRoot } from '../process/clone.ts'
import { tempFolder } from '../testing/temp-folder.ts'
import { databaseAccount } from './account.ts'
import { packagedBinaries, program, usableBinaries } from './binaries.ts'
import { runProgram } from './run-program.ts'

const isRoot = process.getuid?.() === 0
const installed = await packagedBinaries(cloneRoot, 18)

/** As `npm ci --ignore-scripts` leaves the package: no library links. */
async function withoutLinks(root: string): Promise<void> {
  const native = join(root, 'native')
  await cp(installed.native, native, { recursive: true, verbatimSymlinks: true })
  for (const name of await readdir(join(native, 'lib'))) {
    const file = join(native, 'lib', name)
    if ((await lstat(file)).isSymbolicLink()) await rm(file)
  }
}

test('a platform or version without a package is refused by name', async () => {
  await expect(packagedBinaries(cloneRoot, 17)).rejects.toMatchObject({
    code: 'postgres.missing',
    params: { major: 17 },
  })
  await expect(packagedBinaries('/nowhere', 18)).rejects.toMatchObject({ code: 'postgres.missing' })
})

describe('after an installation without scripts', () => {
  test('the links are made in place', async () => {
    const root = await tempFolder()
    await withoutLinks(root)
    const account = await databaseAccount(root)
    const bare = { ...installed, native: join(root, 'native') }
    expect((await runProgram(program(bare, 'postgres'), ['--version'], account)).code).not.toBe(0)
    const usable = await usableBinaries(bare, account, join(root, 'home'))
    expect(usable.native).toBe(bare.native)
    expect(await runProgram(program(usable, 'postgres'), ['--version'], account)).toMatchObject({
      code: 0,
      output: expect.stringContaining('18.4'),
    })
  })

  test.runIf(isRoot)('and out of the account’s reach: a copy that any account can run, made once', async () => {
    const root = await tempFolder()
    const closed = join(root, 'closed')
    await mkdir(closed)
    await withoutLinks(closed)
    await chmod(closed, 0o700)
    const account = await databaseAccount(root)
    const bare = { ...installed, native: join(closed, 'native') }
    const home = join(root, 'home')
    const mask = process.umask(0o077)
    const usable = await usableBinaries(bare, account, home).finally(() => process.umask(mask))
    expect(usable.native.startsWith(home)).toBe(true)
    await chmod(home, 0o755)
    expect(await runProgram(program(usable, 'initdb'), ['--version'], account)).toMatchObject({ code: 0 })
    const made = (await lstat(program(usable, 'postgres'))).ino
    expect(await usableBinaries(bare, account, home)).toEqual(usable)
    expect((await lstat(program(usable, 'postgres'))).ino).toBe(made)
    expect(await readdir(home)).toHaveLength(1)
  })
})
