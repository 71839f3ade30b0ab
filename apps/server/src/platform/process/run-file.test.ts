import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../testing/temp-folder.ts'
import { birthOf } from './alive.ts'
import { holdDataDirectory, holderOf } from './run-file.ts'

test('a held directory is refused with its holder until released', async () => {
  const dir = await tempFolder()
  const hold = await holdDataDirectory(dir, 'start')
  await hold.tell({ control: '/somewhere', address: 'http://127.0.0.1:1', database: 2 })
  await expect(holdDataDirectory(dir, 'migrate')).rejects.toMatchObject({
    code: 'data.held',
    params: { pid: process.pid, what: 'start', address: 'http://127.0.0.1:1' },
  })
  await hold.release()
  expect(await holderOf(dir)).toBeUndefined()
  await (await holdDataDirectory(dir, 'migrate')).release()
})

test("the file is for its owner's eyes only", async () => {
  const dir = await tempFolder()
  const hold = await holdDataDirectory(dir, 'start')
  expect((await stat(join(dir, 'run.json'))).mode & 0o777).toBe(0o600)
  await hold.tell({ address: 'http://127.0.0.1:1' })
  expect((await stat(join(dir, 'run.json'))).mode & 0o777).toBe(0o600)
})

test.each([
  ['a number that a later process has', async () => ({ pid: process.pid, birth: 'another boot/1' })],
  ['a process that is gone', async () => ({ pid: 2 ** 22 + 1, birth: '' })],
])('%s holds nothing', async (_, run) => {
  const dir = await tempFolder()
  await writeFile(join(dir, 'run.json'), JSON.stringify({ ...(await run()), what: 'start', token: 'old' }))
  expect(await holderOf(dir)).toBeUndefined()
  const hold = await holdDataDirectory(dir, 'start')
  expect((await holderOf(dir))?.token).toBe(hold.token)
})

test('a file that a crash left half-written holds nothing', async () => {
  const dir = await tempFolder()
  await writeFile(join(dir, 'run.json'), '{"pid":')
  await holdDataDirectory(dir, 'start')
  expect((await holderOf(dir))?.birth).toBe(await birthOf(process.pid))
})

test('releasing does not take away the hold of a later process', async () => {
  const dir = await tempFolder()
  const hold = await holdDataDirectory(dir, 'start')
  const later = JSON.stringify({ pid: 1, birth: '', what: 'start', token: 'later' })
  await writeFile(join(dir, 'run.json'), later)
  await hold.release()
  expect(await readFile(join(dir, 'run.json'), 'utf8')).toBe(later)
})

test('of many takers of a stale hold one succeeds', async () => {
  for (let round = 0; round < 20; round += 1) {
    const dir = await tempFolder()
    await writeFile(join(dir, 'run.json'), JSON.stringify({ pid: 2 ** 22 + 1, birth: '', what: 'start', token: 'old' }))
    const takers = Array.from({ length: 2 }, () => holdDataDirectory(dir, 'start'))
    const settled = await Promise.allSettled(takers)
    expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  }
})
