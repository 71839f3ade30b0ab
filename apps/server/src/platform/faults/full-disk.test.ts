import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { chmod, mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { platform as words } from '@quanheng/messages/zh-CN/platform'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { type Client, makeClient } from './testing/client.ts'
import { awake, broken, countEffects } from './testing/held.ts'
import { makeLoad } from './testing/load.ts'
import { nightly } from './testing/nightly.ts'
import { Product } from './testing/product.ts'
import { mountRefusal, mountSmallDisk, type SmallDisk } from './testing/small-disk.ts'
import { type Place, seedPlaces } from './testing/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'quanheng-full-'))
const refused = mountRefusal(folder)
let product: Product | undefined
const disks: SmallDisk[] = []

afterEach(async () => {
  for (const disk of disks) await disk.clear().catch(() => undefined)
  await product?.end()
  product = undefined
  for (const disk of disks.splice(0)) disk.unmount()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const onSmallDisk = async (...path: string[]): Promise<SmallDisk> => {
  // The database's account walks through to its own folder.
  await chmod(folder, 0o755)
  await mkdir(join(folder, path[0] as string), { mode: 0o755 })
  const disk = await mountSmallDisk(join(folder, ...path), path.includes('postgres') ? 160 : 3)
  disks.push(disk)
  return disk
}

interface Begun {
  readonly product: Product
  readonly client: Client
  readonly places: readonly Place[]
}

const begin = async (name: string): Promise<Begun> => {
  const begun = new Product(join(folder, name))
  product = begun
  await begun.start()
  const places = await seedPlaces(begun, 2)
  await begun.kill('server')
  await awake(begun)
  return { product: begun, client: makeClient(() => begun.address), places }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** What people are told: one of these sentences, and never a fault without words. */
const sentences = ['platform.diskFull', 'platform.databaseAway', 'platform.outcomeUnknown'] as const

/** Everybody goes on working while the disk is full; it is cleared after some seconds. @returns what they were told meanwhile */
const workThrough = async ({ product, client, places }: Begun, disk: SmallDisk) => {
  const before = await countEffects(product)
  const unclean = await nightly(product)
  const load = makeLoad(client, places)
  load.resume()
  await pause(1_000)
  await disk.fill()
  await pause(4_000)
  const told = Object.fromEntries(client.excuses)
  await disk.clear()
  const acts = client.acks.length
  await pause(2_000)
  await load.rest()
  expect(await broken(product, client, before)).toEqual([])
  expect(client.acks.length).toBeGreaterThan(acts)
  expect(await nightly(product)).toEqual(unclean)
  return told
}

describe.skipIf(refused !== undefined)(
  `a full disk (a small tmpfs${refused === undefined ? '' : `; not here: ${refused}`})`,
  () => {
    it('under the evidence: uploads are refused in words, nothing half is kept, and they are taken again', async () => {
      const disk = await onSmallDisk('files-full', 'files')
      const begun = await begin('files-full')
      const [place] = begun.places
      await disk.fill()
      const sent = begun.client.upload(
        place?.provider as Place['provider'],
        '录像.dat',
        Buffer.concat([Buffer.from('录像'), randomBytes(400_000)]),
      )
      await pause(1_000)
      expect(Object.fromEntries(begun.client.excuses)).toEqual({
        'platform.diskFull': words['platform.diskFull'],
      })
      // The same file is sent again and again meanwhile: between two tries nothing of it stands.
      const standing = () => readdir(join(folder, 'files-full', 'files', 'incoming'))
      await expect.poll(standing, { timeout: 10_000, interval: 7 }).toEqual([])
      await disk.clear()
      await sent
      expect(await standing()).toEqual([])
      expect(begun.client.uploads).toHaveLength(1)
    })

    it('under the database: refused in words, no half state, and it goes on when there is room', async () => {
      const disk = await onSmallDisk('database-full', 'postgres')
      const told = await workThrough(await begin('database-full'), disk)
      expect(Object.keys(told).length).toBeGreaterThan(0)
      for (const code of Object.keys(told)) expect(sentences).toContain(code)
    })

    it('under the copies of checkpoints: the log goes on and is sealed, and the folder is filled up afterwards', async () => {
      const disk = await onSmallDisk('copies-full', 'checkpoints')
      expect(await workThrough(await begin('copies-full'), disk)).toEqual({})
      const copies = await readdir(join(folder, 'copies-full', 'checkpoints'))
      expect(copies).toContain('latest')
      expect(copies.filter((name) => name.endsWith('.part'))).toEqual([])
    })
  },
)
