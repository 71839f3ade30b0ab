import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { makeSigner, readSigner } from '../log/signer.ts'
import { type FaultyDisk, failingSteps, faultyDisk } from './testing/faulty-disk.ts'
import { writeWhole } from './write-whole.ts'

let folder: string
let disk: FaultyDisk

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quanheng-whole-'))
  disk = faultyDisk()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
})

const steps = failingSteps.filter((step) => !['exists', 'makeFolder'].includes(step))
const failures = steps.flatMap((step) => ['ENOSPC', 'EIO'].map((code) => [step, code] as const))

describe('a small file on a disk that does not take it', () => {
  it.each(failures)('%s fails with %s: old or new, never half, nothing beside it', async (step, code) => {
    const path = join(folder, 'latest')
    await writeWhole(path, 'old', { disk })
    disk.fail({ step, code })
    await expect(writeWhole(path, 'new', { disk })).rejects.toMatchObject({ code })
    expect(await readFile(path, 'utf8')).toBe(step === 'syncFolder' ? 'new' : 'old')
    expect(await readdir(folder)).toEqual(['latest'])
    disk.fail(undefined)
    await writeWhole(path, 'newer', { disk })
    expect(await readFile(path, 'utf8')).toBe('newer')
  })

  it.each(failures)('a key: %s fails with %s, and no half key is ever read', async (step, code) => {
    const path = join(folder, 'keys', 'log.pem')
    disk.fail({ step, code })
    await expect(makeSigner(path, disk)).rejects.toMatchObject({ code })
    const left = await readSigner(path)
    disk.fail(undefined)
    // One whose folder could not be synced is whole, and is the key: the next start finds it.
    if (step === 'syncFolder') expect(left?.publicKey).toHaveLength(32)
    else expect((await makeSigner(path, disk)).publicKey).toHaveLength(32)
  })
})

it('writes over what a killed process left beside it, with the rights asked for', async () => {
  const path = join(folder, 'key')
  await writeFile(`${path}.part`, 'ha', { mode: 0o666 })
  await writeWhole(path, 'whole')
  expect(await readdir(folder)).toEqual(['key'])
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})
