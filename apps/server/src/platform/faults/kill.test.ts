import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, makeClient } from './testing/client.ts'
import { awake, type Before, broken, countEffects, sealings } from './testing/held.ts'
import { type Load, makeLoad } from './testing/load.ts'
import { nightly } from './testing/nightly.ts'
import { type KillTarget, killTargets, Product } from './testing/product.ts'
import { seedPlaces } from './testing/world.ts'

const kills = process.env.QUANHENG_LONG ? 200 : 8

/** After how many milliseconds of work: the sealing that follows a start by five seconds is among what is hit. */
const moments = fc
  .sample(fc.noBias(fc.integer({ min: 20, max: 6_500 })), {
    numRuns: kills,
    seed: Number(process.env.QUANHENG_SEED ?? Date.now()),
  })
  .map((milliseconds, at) => [killTargets[at % killTargets.length] as KillTarget, milliseconds] as const)

let folder: string
let product: Product
let client: Client
let load: Load
let before: Before
let unclean: readonly string[]
const restarts: number[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quanheng-kill-'))
  await chmod(folder, 0o755)
  product = new Product(join(folder, 'data'))
  await product.start()
  const places = await seedPlaces(product, 3)
  // The server that stood by knows nothing of the installation that was begun beside it.
  await product.kill('server')
  // People and figures of the world were put there by hand: the check names them, and must name nothing else afterwards.
  unclean = await nightly(product)
  before = await countEffects(product)
  await awake(product)
  client = makeClient(() => product.address)
  load = makeLoad(client, places)
})

afterAll(async () => {
  await product?.end()
  await rm(folder, { recursive: true, force: true })
  const sorted = restarts.toSorted((a, b) => a - b)
  const [median, most] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0]
  process.stdout.write(
    `kill -9: ${restarts.length} times; acknowledged ${client?.acks.length} acts and ${client?.uploads.length} files; asked again ${client?.again()} times; back after ${(median / 1000).toFixed(1)} s (median), ${(most / 1000).toFixed(1)} s at most\n`,
  )
})

describe('killed under load, nothing acknowledged is lost and nothing is done twice', () => {
  it.each(moments)('%s, after %i ms', async (target, milliseconds) => {
    load.resume()
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    restarts.push(await product.kill(target))
    await load.rest()
    expect(await broken(product, client, before)).toEqual([])
  })

  it('and the check of everything finds what it found before, and nothing else', async () => {
    expect(await nightly(product)).toEqual(unclean)
    expect(client.acks.length).toBeGreaterThan(kills)
    expect(await sealings(product)).toBeGreaterThan(1)
  })
})
