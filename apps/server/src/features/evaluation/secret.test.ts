import * as contract from '@quanheng/contract/evaluation'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Caller,
  callRoute,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { done } from '../result/testing/result-world.ts'
import { at, type EvaluationWorld, evaluationWorld, now, opened, refusal, show } from './testing/evaluation-world.ts'
import { drop, secretVoter } from './testing/secret-voter.ts'

let server: TestServer
let world: EvaluationWorld
let voters: readonly Caller[]
let id: string
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-06T23:45:00+08:00' })
  world = await evaluationWorld(server, '密')
  const more: Caller[] = []
  const unitIds = [world.transport, world.town, world.statistics, world.office]
  for (const name of ['教育', '民政']) {
    const unitId = await seedUnit(server.db, `${name}局密`)
    unitIds.push(unitId)
    more.push(await signedIn(server, [{ kind: 'principal', unitId }], `${name}负责人`))
  }
  // The first may not rate the own bureau.
  voters = [world.heads.transport, world.heads.town, world.heads.statistics, world.heads.office, ...more]
  const secret = {
    ...world.peers,
    way: 'secret' as const,
    minimum: 5,
    mayChange: false,
    spread: { atLeast: '90', percent: '50' },
    roster: { posts: ['principal' as const], unitIds },
  }
  id = await opened(world, {
    ...world.content,
    ticketsUntil: '2025-01-06',
    closesOn: '2025-01-07',
    channels: [secret],
  })
}, 60_000)
afterAll(() => server.close())

type Fill = Awaited<ReturnType<Awaited<ReturnType<typeof secretVoter>>['take']>>
const fills: Fill[] = []
const serials: string[][] = []

/** Everything that stands in the database beside the box, as an administrator can read it. */
const everythingElse = async (): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND c.relname NOT IN ('evaluation_slip', 'schema_migration') ORDER BY 1`.execute(server.db)
  const found: Record<string, string> = {}
  for (const { name } of rows) {
    const { rows: dump } = await sql<{ digest: string | null }>`
      SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS digest FROM ${sql.table(name)} t`.execute(server.db)
    found[name] = dump[0]?.digest ?? ''
  }
  return found
}

const lying = async () =>
  (
    await sql<{
      serial: string
      xmin: string
    }>`SELECT serial, xmin::text AS xmin FROM evaluation_slip ORDER BY ctid`.execute(server.db)
  ).rows

describe('无记名评议', () => {
  it('领票实名，一人一次；断线重来得到同一张；票面上不许有别的单位', async () => {
    for (const voter of voters) {
      const client = await secretVoter(voter, id, 'peers')
      fills.push(await client.take())
      serials.push([...client.serials])
      // The answer was lost: the same is asked again, and the same is given.
      await client.take()
    }
    const again = await secretVoter(world.heads.town, id, 'peers')
    const ask = (body: object) => refusal(world.heads.town, contract.takeTicket, { ...at(id), body })
    expect(await ask(again.asked)).toBe('evaluation.ticketTaken')
    expect(await ask({ ...again.asked, units: again.asked.units.slice(1) })).toBe('evaluation.unitStrange')
    expect(await ask({ ...again.asked, high: [...again.asked.high, again.asked.high[0]] })).toBe(
      'evaluation.unitStrange',
    )
    expect(await refusal(world.handler, contract.takeTicket, { ...at(id), body: again.asked })).toBe(
      'evaluation.notAsked',
    )
    expect((await show(world.handler, id)).turnout).toEqual([{ channelKey: 'peers', asked: 6, came: 6 }])
    expect(await drop(server, fills[1]?.({ [world.transport]: '80', [world.water]: '80' }) ?? {})).toBe(
      'evaluation.boxShut',
    )
  })

  it('同时两次领票只有一张', async () => {
    const late = await opened(await evaluationWorld(server, '双'), {
      ...world.content,
      ticketsUntil: '2025-01-06',
      closesOn: '2025-01-07',
      channels: [
        { ...world.peers, way: 'secret', minimum: 5, roster: { posts: ['principal'], unitIds: [world.town] } },
      ],
    })
    const [one, two] = [
      await secretVoter(world.heads.town, late, 'peers'),
      await secretVoter(world.heads.town, late, 'peers'),
    ]
    const both = await Promise.all(
      [one, two].map(({ asked }) => refusal(world.heads.town, contract.takeTicket, { ...at(late), body: asked })),
    )
    expect(both.toSorted()).toEqual(['done', 'evaluation.ticketTaken'])
  })

  it('投票不带登录，不留操作、时间和先后：除票箱外数据库一字不变，票箱每投一次都重新摇过', async () => {
    server.setNow('2025-01-07T00:05:00+08:00')
    const { transport, water } = world
    const marks = (at2: number) => ({ [transport]: String(70 + at2), [water]: String(80 + at2) })
    const first = fills[0]?.(marks(0)) ?? {}
    expect(
      (await callRoute(server, contract.dropBallot, { body: first, token: voters[0]?.token ?? '' } as never)).json()
        .error.code,
    ).toBe('evaluation.namedSender')
    // The first ballot burns the keys that tickets were signed with; from then on nothing but the box changes.
    expect(await drop(server, first)).toBe('done')
    expect(
      await server.db.selectFrom('evaluation_key').select('private_key').where('evaluation_id', '=', id).execute(),
    ).toSatisfy((rows: { private_key: string | null }[]) => rows.every(({ private_key }) => private_key === null))
    const before = await everythingElse()
    const orders: string[] = []
    for (const [index, fill] of fills.entries()) {
      if (index === 0) continue
      expect(await drop(server, fill(marks(index)))).toBe('done')
      const rows = await lying()
      // One transaction wrote them all: none is newer than another.
      expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1)
      orders.push(rows.map(({ serial }) => serial).join())
    }
    expect(await everythingElse()).toEqual(before)
    const inOrderOfVoting = serials.flat().join()
    expect(orders.at(-1)).not.toBe(inOrderOfVoting)
    // Twelve runs of the same ballot again: the box is shaken each time, though nothing is added.
    const shaken = new Set<string>()
    for (let run = 0; run < 12; run++) {
      expect(await drop(server, fills[1]?.(marks(1)) ?? {})).toBe('done')
      shaken.add((await lying()).map(({ serial }) => serial).join())
    }
    expect(shaken.size).toBeGreaterThan(8)
    expect((await lying()).length).toBe(11)
  })

  it('票箱的表里没有能指出人、时间或先后的列', async () => {
    const { rows } = await sql<{ name: string; type: string; position: string | null }>`
      SELECT attname AS name, format_type(atttypid, atttypmod) AS type, pg_get_expr(adbin, adrelid) AS position
      FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
      WHERE attrelid = 'evaluation_slip'::regclass AND attnum > 0 ORDER BY attnum`.execute(server.db)
    expect(rows).toEqual([
      { name: 'evaluation_id', type: 'uuid', position: null },
      { name: 'channel_key', type: 'text', position: null },
      { name: 'unit_id', type: 'uuid', position: null },
      { name: 'mark', type: 'text', position: null },
      { name: 'serial', type: 'text', position: null },
      { name: 'permit', type: 'text', position: null },
    ])
    const { rows: keys } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM pg_index WHERE indrelid = 'evaluation_slip'::regclass`.execute(server.db)
    expect(keys[0]?.count).toBe(2)
  })

  it('领票时留下的、操作留痕里的，没有一处出现票上的字', async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT c.relname AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
        AND c.relname NOT IN ('evaluation_slip', 'schema_migration')`.execute(server.db)
    for (const { name } of rows) {
      const { rows: dump } = await sql<{ text: string | null }>`
        SELECT string_agg(t::text, '|') AS text FROM ${sql.table(name)} t`.execute(server.db)
      for (const serial of serials.flat()) expect(dump[0]?.text?.includes(serial) ?? false, name).toBe(false)
    }
  })

  it('一张票只投一次，改不了，造不出，高分不能多给', async () => {
    const { transport, water } = world
    const fill = fills[1] as Fill
    expect(await drop(server, fill({ [transport]: '60', [water]: '60' }))).toBe('evaluation.slipSpent')
    const forged = fill({ [transport]: '60', [water]: '60' })
    expect(
      await drop(server, { ...forged, slips: forged.slips.map((slip) => ({ ...slip, serial: 'ab'.repeat(16) })) }),
    ).toBe('evaluation.slipInvalid')
    expect(await drop(server, fill({ [transport]: '95', [water]: '95' }, [transport]))).toBe('evaluation.permitMissing')
    expect((await lying()).length).toBe(11)
  })

  it('结束后票按票号公布，各人找得到自己的，任何人重新计得出同一结果', async () => {
    server.setNow('2025-01-08T09:00:00+08:00')
    const runner = await signedIn(server, [{ kind: 'handler', unitId: world.lead, sectionId: world.section }], '经办')
    const voter = await signedIn(server, [{ kind: 'observer', unitId: world.lead }], '监督')
    expect(await drop(server, fills[1]?.({ [world.transport]: '71', [world.water]: '81' }) ?? {})).toBe(
      'evaluation.boxShut',
    )
    await done(runner, contract.closeEvaluation, await now(runner, id))
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM evaluation_slip WHERE evaluation_id = ${id}`.execute(server.db)
    expect(rows[0]?.count).toBe(0)
    const closed = await show(voter, id)
    expect(closed.box.map(({ serial }) => serial)).toEqual(serials.flat().toSorted())
    expect(closed.boxDigest).toMatch(/^[0-9a-f]{64}$/)
    await done(runner, contract.tallyEvaluation, await now(runner, id))
    const { result, box } = await show(voter, id)
    const mean = (unitId: string) => {
      const found = box.filter((slip) => slip.unitId === unitId).map(({ mark }) => Number(mark))
      return found.reduce((sum, one) => sum + one, 0) / found.length
    }
    for (const unitId of [world.transport, world.water]) {
      const tally = result?.channels[0]?.units.find((one) => one.unitId === unitId)
      expect(Number(tally?.mean)).toBeCloseTo(mean(unitId), 10)
    }
    const table = await voter.call(contract.evaluationSlips, { ...at(id), query: { format: 'csv' } } as never)
    expect(table.body).toContain(serials[0]?.[0])
    await server.db.updateTable('evaluation').set({ state: 'cancelled' }).where('id', '=', id).execute()
  })
})
