import * as contract from '@quanheng/contract/organisation'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allRoutes } from '../../../features/index.ts'
import { loggedNouns } from '../../../features/logged-nouns.ts'
import { withClient } from '../../postgres/client.ts'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { sha256 } from '../means.ts'
import { unsealedTrail } from '../trail.ts'

let server: TestServer
let office: Caller

/** Tables whose rows the tests seed without an act. */
const { unit, section } = loggedNouns
const nouns = { unit: unit as NonNullable<typeof unit>, section: section as NonNullable<typeof section> }

beforeEach(async () => {
  server = await startTestServer(allRoutes, { probe: false })
  const unitId = crypto.randomUUID()
  office = await signedIn(server, [{ kind: 'officeStaff', unitId: await placeholder(unitId) }])
  for (let n = 1; n <= 6; n++) {
    const body = { name: `第${n}局`, shortName: `${n}`, aliases: [], sortCode: n }
    expect((await office.call(contract.createUnit, { body })).statusCode).toBe(200)
    if (n === 3) await server.platform.sealer.now(null)
  }
  await server.platform.sealer.now(null)
})
afterEach(() => server.close())

/** The office itself stands in the table without an act: seeded, and therefore named by a check. */
const placeholder = async (id: string): Promise<string> => {
  const names = { name: '绩效办', short_name: '绩效办', aliases: [], sort_code: 0 }
  await server.db
    .insertInto('unit')
    .values({ id, ...names, state: 'active', version: 1 })
    .execute()
  seeded = id
  return id
}
let seeded = ''

const tamper = (statement: string, values: readonly unknown[] = []) =>
  withClient(server.ownerUrl, (client) => client.query(statement, [...values]))

/** What a check finds beside the seeded office. */
const found = async () => {
  const checked = await server.platform.sealer.check(nouns)
  return (checked?.faults ?? [])
    .filter(({ params }) => params?.id !== seeded)
    .map(({ code, params }) => ({ code, ...params }))
}

const unitAt = async (leaf: number): Promise<string> => {
  const row = await server.db
    .selectFrom('tree_entry')
    .innerJoin('act', 'act.id', 'tree_entry.act_id')
    .select('act.changes')
    .where('position', '=', leaf)
    .executeTakeFirstOrThrow()
  return row.changes[0]?.id ?? ''
}
const actAt = (leaf: number) => `(SELECT act_id FROM tree_entry WHERE position = ${leaf})`

describe('the nightly check of everything', () => {
  it('finds nothing in a log that nobody wrote into, and says so as an act', async () => {
    expect(await found()).toEqual([])
    const newest = await server.db.selectFrom('act').select('events').orderBy('seq', 'desc').executeTakeFirstOrThrow()
    expect(newest.events[0]).toMatchObject({ type: 'logChecked', leaves: 6, things: 6 })
    expect((await server.platform.sealer.now(null)).ok).toBe(true)
    expect(await found()).toEqual([])
  })

  it.each<[string, () => Promise<unknown>, () => Promise<object>]>([
    [
      'a row',
      async () => tamper(`UPDATE unit SET name = '改过的局' WHERE id = $1`, [await unitAt(2)]),
      async () => ({ code: 'checkpoint.rowChanged', noun: 'unit', id: await unitAt(2), leaf: '2' }),
    ],
    [
      'a row away',
      async () => tamper('DELETE FROM unit WHERE id = $1', [await unitAt(4)]),
      async () => ({ code: 'checkpoint.rowGone', noun: 'unit', id: await unitAt(4), leaf: '4' }),
    ],
    [
      'a row of their own',
      () =>
        tamper(
          `INSERT INTO unit (id, name, short_name, aliases, sort_code, state, version)
           VALUES ('00000000-0000-4000-8000-000000000009', '私设局', '私', '{}', 9, 'active', 1)`,
        ),
      async () => ({ code: 'checkpoint.rowUnlogged', noun: 'unit', id: '00000000-0000-4000-8000-000000000009' }),
    ],
    [
      'who acted',
      () => tamper(`UPDATE act SET person_id = NULL WHERE id = ${actAt(1)}`),
      async () => ({ code: 'checkpoint.actChanged', leaf: '1' }),
    ],
    [
      'what happened',
      () => tamper(`UPDATE act SET events = '[]' WHERE id = ${actAt(1)}`),
      async () => ({ code: 'checkpoint.actChanged', leaf: '1' }),
    ],
    [
      'an act that was never made',
      () =>
        tamper(
          `INSERT INTO act (id, at, business_date, action, subjects, changes, events, reply, salt)
           SELECT '00000000-0000-4000-8000-000000000008', at, business_date, action, subjects, changes, events, reply, salt
           FROM act WHERE id = ${actAt(1)}`,
        ),
      async () => ({ code: 'checkpoint.actUnlogged', act: '00000000-0000-4000-8000-000000000008' }),
    ],
    [
      'a leaf below an old checkpoint',
      () => tamper(`UPDATE leaf SET bytes = bytes || ' ' WHERE act_id = ${actAt(1)}`),
      async () => ({ code: 'checkpoint.leafChanged', leaf: '1' }),
    ],
    [
      'a leaf into what is no leaf',
      () => tamper(`UPDATE leaf SET bytes = '\\xff00' WHERE act_id = ${actAt(1)}`),
      async () => ({ code: 'checkpoint.leafChanged', leaf: '1' }),
    ],
    [
      'an inner node that no sealing reads again',
      () => tamper('UPDATE sm3_node SET hash = $1 WHERE level = 1 AND index = 0', [Buffer.alloc(32)]),
      async () => ({ code: 'checkpoint.nodeChanged', tree: 'SM3', level: '1', node: '0' }),
    ],
    [
      'an older checkpoint',
      () => tamper('UPDATE checkpoint SET root = $1 WHERE size = 3', [Buffer.alloc(32)]),
      async () => ({ code: 'checkpoint.forged', size: '3' }),
    ],
  ])('names it where somebody wrote %s', async (_, attack, named) => {
    const expected = await named()
    await attack()
    expect((await found())[0]).toEqual(expected)
    expect(server.platform.sealer.trouble().map(({ code }) => code)).toContain((expected as { code: string }).code)
    const newest = await server.db.selectFrom('act').select('action').orderBy('seq', 'desc').executeTakeFirstOrThrow()
    expect(newest.action).toBe('log.foundChanged')
  })

  it('names the first signed head where leaf, hashes and nodes were all rewritten', async () => {
    const one = Buffer.from('{"v":1}')
    const leaf = sha256(Buffer.concat([Buffer.of(0), one]))
    await tamper(`UPDATE leaf SET bytes = $1 WHERE act_id = ${actAt(0)}`, [one])
    await tamper('UPDATE tree_entry SET hash = $1 WHERE position = 0', [leaf])
    await tamper('UPDATE tree_node SET hash = $1 WHERE level = 0 AND index = 0', [leaf])
    const faults = await found()
    expect(faults.map(({ code }) => code)).toContain('checkpoint.treeChanged')
    expect(faults.map(({ code }) => code)).toContain('checkpoint.nodeChanged')
  })
})

describe('the access trail', () => {
  const note = (outcome: string) =>
    server.db
      .insertInto('access_trail')
      .values({
        at: server.platform.clock.now(),
        person_id: null,
        route: 'session.login',
        subject: null,
        outcome,
        address: null,
      })
      .execute()

  it('is sealed as a leaf once it has settled, each row once, and holds what it held', async () => {
    await note('ok')
    await note('account.wrong')
    expect(await unsealedTrail(server.db, 0, server.platform.clock.now())).toBeUndefined()
    server.setNow('2025-01-10T10:02:00+08:00')
    await note('ok')
    await server.platform.sealer.now(null)
    await server.platform.sealer.now(null)
    const acts = await server.db.selectFrom('act').select('events').where('action', '=', 'log.sealTrail').execute()
    expect(acts.map(({ events }) => events[0]?.count)).toEqual([2])
    server.setNow('2025-01-10T10:04:00+08:00')
    const sealed = await server.platform.sealer.now(null)
    expect(sealed.ok && sealed.value?.size).toBe(8)
    expect(await found()).toEqual([])
  })

  it.each([
    ['a row changed', `UPDATE access_trail SET outcome = 'ok'`],
    ['a row gone', `DELETE FROM access_trail WHERE outcome <> 'ok'`],
  ])('with %s is named', async (_, statement) => {
    await note('ok')
    await note('account.wrong')
    server.setNow('2025-01-10T10:02:00+08:00')
    await server.platform.sealer.now(null)
    await tamper(statement)
    expect((await found())[0]).toMatchObject({ code: 'checkpoint.trailChanged' })
  })
})
