import { afterAll, beforeAll, expect, it } from 'vitest'
import { silentLogger } from '../logger.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import type { ActingInstallation } from './log-acts.ts'
import { sayAtStart } from './say-at-start.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer(() => [], { probe: false })
})
afterAll(() => server.close())

const began = (kind: ActingInstallation['kind']): ActingInstallation => {
  const facts = server.platform.installation.current()
  if (facts === null) throw new Error('no installation')
  return { ...facts, kind }
}

const starting = (first: ActingInstallation | null) => {
  const said: string[] = []
  let facts = first
  const saying = sayAtStart({
    database: () => server.db,
    installation: { current: () => facts },
    logger: silentLogger,
    say: [async () => void said.push('places'), async () => void said.push('program')],
  })
  return {
    said,
    begin: (kind: ActingInstallation['kind']) => {
      facts = began(kind)
    },
    stop: saying.stop,
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 1_500))

it('says at once, in order, what runs over an installation that has begun', async () => {
  const { said, stop } = starting(began('real'))
  await expect.poll(() => said).toEqual(['places', 'program'])
  await stop()
})

it('says it of a new installation as soon as it has begun', async () => {
  const { said, begin, stop } = starting(null)
  expect(said).toEqual([])
  begin('real')
  await expect.poll(() => said, { timeout: 5_000 }).toEqual(['places', 'program'])
  await stop()
})

it('says nothing of a rehearsal that is loaded meanwhile, nor after the end', async () => {
  const loaded = starting(null)
  const ended = starting(null)
  await ended.stop()
  loaded.begin('rehearsal')
  ended.begin('real')
  await settled()
  expect([loaded.said, ended.said]).toEqual([[], []])
  await loaded.stop()
})
