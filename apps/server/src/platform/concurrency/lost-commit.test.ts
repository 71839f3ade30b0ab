import { randomUUID } from 'node:crypto'
import { reportData } from '@quanheng/contract/datum'
import { createUnit } from '@quanheng/contract/organisation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRoutes } from '../../features/index.ts'
import { quantity, scoringWorld } from '../../features/scoring/testing/scoring-world.ts'
import { writeLogAct } from '../log/log-acts.ts'
import { sequence } from '../log/sequencer.ts'
import { withClient } from '../postgres/client.ts'
import { signedIn, startTestServer, type TestServer } from '../testing/test-server.ts'
import { openWireCut, type WireCut } from '../testing/wire-cut.ts'

/** The wire to the database breaks at a commit: before it, nothing was done; after it, all of it was, though nobody was told. */
let server: TestServer
let wire: WireCut
let world: Awaited<ReturnType<typeof scoringWorld>>
let provider: Awaited<ReturnType<typeof signedIn>>

beforeAll(async () => {
  server = await startTestServer(allRoutes, {
    probe: false,
    wire: async (url) => {
      wire = await openWireCut(url)
      return wire.url
    },
  })
  world = await scoringWorld(server)
  provider = await signedIn(server, [{ kind: 'dataProvider', unitId: world.statistics }])
  await server.platform.sealer.settled()
})
afterAll(async () => {
  await wire.close().catch(() => undefined)
  await server.close()
})

/** As the owner sees it, past the wire. */
const count = (query: string, ...values: readonly unknown[]): Promise<number> =>
  withClient(server.ownerUrl, async (client) => Number((await client.query(query, [...values])).rows[0]?.n))

const actsOf = (key: string) =>
  count(
    'SELECT count(*) AS n FROM command JOIN act ON act.id = act_id JOIN leaf USING (act_id) WHERE command.key = $1',
    key,
  )

const unsure =
  '提交时与数据库的连接中断，是否办成尚未确认。请在本页再提交一次：已经办成的不会重复办理，没有办成的这次办理。'

describe.each(['before', 'after'] as const)('the wire breaks %s the commit', (cut) => {
  const kept = cut === 'after' ? 1 : 0

  it('of a registered unit: told in words, whole or nothing, and once when it is asked for again', async () => {
    const key = randomUUID()
    const name = `${cut}局`
    const body = { name, shortName: name, aliases: [], sortCode: 1 }
    wire.next(cut)
    const first = await world.staff.call(createUnit, { body, key })
    expect([first.statusCode, first.json().error.message]).toEqual([503, unsure])
    expect(await actsOf(key)).toBe(kept)
    expect(await count('SELECT count(*) AS n FROM unit WHERE name = $1', name)).toBe(kept)
    const [second, third] = [
      await world.staff.call(createUnit, { body, key }),
      await world.staff.call(createUnit, { body, key }),
    ]
    expect([second.statusCode, third.body]).toEqual([200, second.body])
    expect(await actsOf(key)).toBe(1)
    expect(await count('SELECT count(*) AS n FROM unit WHERE name = $1', name)).toBe(1)
  })

  it('of a reported figure: the figure, its act and its leaf together, and once', async () => {
    const { id, version } = await server.db
      .selectFrom('datum')
      .select(['id', 'version'])
      .where('element_key', '=', 'growthRate')
      .where('state', '=', 'notReported')
      .executeTakeFirstOrThrow()
    const key = randomUUID()
    const rows = [{ datumId: id, version, value: quantity('6.4'), release: 'final', asOf: '2024-12-31' }]
    wire.next(cut)
    expect((await provider.call(reportData, { body: { rows }, key })).statusCode).toBe(503)
    expect(await actsOf(key)).toBe(kept)
    expect(await count('SELECT count(*) AS n FROM datum_version WHERE datum_id = $1', id)).toBe(kept)
    expect((await provider.call(reportData, { body: { rows }, key })).statusCode).toBe(200)
    expect(await actsOf(key)).toBe(1)
    expect(await count('SELECT count(*) AS n FROM datum_version WHERE datum_id = $1', id)).toBe(1)
  })

  it('of the sequencer: every leaf has one place', async () => {
    wire.next(cut)
    await expect(sequence(server.db)).rejects.toThrow()
    while ((await sequence(server.db)) > 0);
    expect(await count('SELECT count(*) AS n FROM leaf_queue')).toBe(0)
    expect(await count('SELECT count(*) - count(DISTINCT act_id) AS n FROM tree_entry')).toBe(0)
    const placed = await count('SELECT count(*) AS n FROM tree_entry')
    expect(await count('SELECT count(*) AS n FROM leaf')).toBe(placed)
    expect(await count('SELECT count(*) AS n FROM sm3_node WHERE level = 0')).toBe(placed)
  })

  it('of an act of the platform’s own: act and leaf together, or neither', async () => {
    const facts = server.platform.installation.current()
    if (facts === null) throw new Error('no installation')
    const before = await count('SELECT count(*) AS n FROM act')
    wire.next(cut)
    const event = { type: 'logChecked', leaves: 0, things: 0, faults: [] }
    const act = { action: 'log.checked', event } as const
    await expect(writeLogAct(server.db, facts, server.platform.clock.now(), act)).rejects.toThrow()
    expect(await count('SELECT count(*) AS n FROM act')).toBe(before + kept)
    expect(await count('SELECT count(*) AS n FROM leaf')).toBe(before + kept)
  })
})

it('each of these commits was met', () => expect(wire.cuts()).toBe(8))
