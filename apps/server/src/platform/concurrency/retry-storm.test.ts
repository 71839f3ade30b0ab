import { randomUUID } from 'node:crypto'
import { reportData } from '@quanheng/contract/datum'
import type { ReplyOf } from '@quanheng/contract/route'
import * as sheets from '@quanheng/contract/sheet'
import { putFile } from '@quanheng/contract/upload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRoutes } from '../../features/index.ts'
import { quantity, scoringWorld } from '../../features/scoring/testing/scoring-world.ts'
import { type Caller, signedIn, startTestServer, type TestServer } from '../testing/test-server.ts'
import { scoredSheet } from './testing/scored-sheet.ts'

const times = process.env.QUANHENG_LONG ? 1_000 : 200

let server: TestServer
let world: Awaited<ReturnType<typeof scoringWorld>>
let provider: Caller

beforeAll(async () => {
  server = await startTestServer(allRoutes, { probe: false })
  world = await scoringWorld(server)
  provider = await signedIn(server, [{ kind: 'dataProvider', unitId: world.statistics }])
})
afterAll(() => server.close())

/** The same request all at once, as from a browser that gives up waiting and asks again. @returns the one answer that all were given */
const storm = async (ask: () => ReturnType<Caller['call']>): Promise<string> => {
  const answers = await Promise.all(Array.from({ length: times }, ask))
  const [first] = answers
  expect(answers.filter(({ statusCode }) => statusCode !== 200)).toEqual([])
  expect(new Set(answers.map(({ body }) => body))).toEqual(new Set([first?.body]))
  return first?.body ?? ''
}

const actsOf = async (key: string) =>
  server.db
    .selectFrom('command')
    .innerJoin('act', 'act.id', 'command.act_id')
    .innerJoin('leaf', 'leaf.act_id', 'act.id')
    .select('act.action')
    .where('command.key', '=', key)
    .execute()

describe(`one key ${times} times in parallel is one act, and all are told the same`, () => {
  it('submit', async () => {
    const { id, version } = await server.db
      .selectFrom('datum')
      .select(['id', 'version'])
      .where('element_key', '=', 'growthRate')
      .executeTakeFirstOrThrow()
    const key = randomUUID()
    const rows = [{ datumId: id, version, value: quantity('6.4'), release: 'final', asOf: '2024-12-31' }]
    await storm(() => provider.call(reportData, { body: { rows }, key }))
    expect(await actsOf(key)).toEqual([{ action: 'datum.report' }])
    const versions = await server.db.selectFrom('datum_version').select('number').where('datum_id', '=', id).execute()
    expect(versions).toHaveLength(1)
  })

  it('sign', async () => {
    const params = { sheetId: await scoredSheet(server, world) }
    const shown = await world.handler.call(sheets.showSheet, { params })
    const { version, digest } = shown.json<ReplyOf<typeof sheets.showSheet>>()
    const key = randomUUID()
    await storm(() => world.handler.call(sheets.signSheet, { params, body: { version, digest }, key }))
    expect(await actsOf(key)).toEqual([{ action: 'sheet.sign' }])
    const again = (await world.handler.call(sheets.showSheet, { params })).json<ReplyOf<typeof sheets.showSheet>>()
    expect(again).toMatchObject({ state: 'awaitingHead', version: version + 1 })
    expect(again.signatures).toHaveLength(1)
  })

  it('upload: no act, but one file, under which every receipt of it stands', async () => {
    const bytes = Buffer.from('入库名单'.repeat(5_000))
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('名单.dat') }
    const answers = await Promise.all(
      Array.from({ length: times }, () => provider.call(putFile, { body: bytes, headers })),
    )
    const digests = answers.map((answer) => answer.json<{ digest: string }>().digest)
    expect(new Set(digests).size).toBe(1)
    const check = await server.platform.custodian.check('command')
    expect(check).toMatchObject({ files: 1, bytes: bytes.length, faults: [] })
  })
})
