import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localFileStore } from './file-store.ts'
import { type FaultyDisk, failingSteps, faultyDisk } from './testing/faulty-disk.ts'

let root: string
let disk: FaultyDisk

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'quanheng-store-'))
  disk = faultyDisk()
})
afterEach(() => rm(root, { recursive: true, force: true }))

const limit = 1_048_576
const put = (text: string) =>
  localFileStore(root, disk).put(Readable.from([Buffer.from(text.slice(0, 3)), Buffer.from(text.slice(3))]), limit)
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
/** Every file below the root, half received ones included. */
const files = async () =>
  (await readdir(root, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map(({ name }) => name)

describe('a file is stored under its SHA-256', () => {
  it('with its SM3, and read back', async () => {
    const stored = await put('abcdef')
    expect(stored).toEqual({
      ok: true,
      value: {
        sha256: digestOf('abcdef'),
        sm3: createHash('sm3').update('abcdef').digest('hex'),
        size: 6,
      },
    })
    expect(await readFile(join(root, digestOf('abcdef').slice(0, 2), digestOf('abcdef')), 'utf8')).toBe('abcdef')
  })

  it('once, however often it comes; the names are listed in order', async () => {
    for (const text of ['one', 'two', 'one', 'three']) expect((await put(text)).ok).toBe(true)
    const blocks = [...new Set(['one', 'two', 'three'].map((text) => digestOf(text).slice(0, 2)))].sort()
    const listed = await Promise.all(blocks.map(localFileStore(root).list))
    expect(listed.flat()).toEqual(['one', 'two', 'three'].map(digestOf).sort())
    expect(await localFileStore(root).list('00')).toEqual([])
    expect(await files()).toHaveLength(3)
  })
})

describe('a disk that does not take it', () => {
  it.each(failingSteps.flatMap((step) => ['ENOSPC', 'EIO'].map((code) => [step, code] as const)))(
    '%s fails with %s: refused, nothing half, and well again afterwards',
    async (step, code) => {
      disk.fail({ step, code })
      const expected = code === 'ENOSPC' ? 'platform.diskFull' : 'platform.diskFault'
      expect(await put('abcdef')).toMatchObject({ ok: false, error: { code: expected } })
      // What stands there is whole, or nothing: a folder that could not be synced may hold the finished file.
      const left = await files()
      for (const name of left) expect(name).toBe(digestOf('abcdef'))
      if (step !== 'syncFolder') expect(left).toEqual([])
      disk.fail(undefined)
      expect((await put('abcdef')).ok).toBe(true)
      expect(await files()).toEqual([digestOf('abcdef')])
    },
  )

  it('fills up in the middle of a file', async () => {
    disk.fail({ step: 'write', code: 'ENOSPC', from: 2 })
    expect(await put('abcdef')).toMatchObject({ ok: false, error: { code: 'platform.diskFull' } })
    expect(await files()).toEqual([])
  })

  it('cannot sync the folder of a file that is there already: that file is not promised either', async () => {
    expect((await put('abcdef')).ok).toBe(true)
    disk.fail({ step: 'syncFolder', code: 'EIO' })
    expect(await put('abcdef')).toMatchObject({ ok: false, error: { code: 'platform.diskFault' } })
  })

  it('says of faults that are ours what they are', async () => {
    disk.fail({ step: 'create', code: 'EACCES' })
    await expect(put('abcdef')).rejects.toThrow('EACCES')
  })
})

it('takes away what a killed process left, a day later', async () => {
  await put('whole')
  const left = join(root, 'incoming', 'half')
  await writeFile(left, 'ha')
  const store = localFileStore(root)
  expect(await store.tidy(new Date())).toBe(0)
  const twoDaysAgo = new Date(Date.now() - 48 * 3_600_000)
  await utimes(left, twoDaysAgo, twoDaysAgo)
  expect(await store.tidy(new Date())).toBe(1)
  expect(await files()).toEqual([digestOf('whole')])
})
