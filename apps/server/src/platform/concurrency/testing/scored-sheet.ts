import type { ReplyOf } from '@quanheng/contract/route'
import * as sheets from '@quanheng/contract/sheet'
import { close, quantity, type ScoringWorld } from '../../../features/scoring/testing/scoring-world.ts'
import type { TestServer } from '../../testing/test-server.ts'

const done = (reply: { statusCode: number; body: string }): void => {
  if (reply.statusCode !== 200) throw new Error(`${reply.statusCode} ${reply.body}`)
}

/** What a handler writes into rows that have full marks. */
export const wordsFor = (shown: ReplyOf<typeof sheets.showSheet>) =>
  shown.rows.map(({ itemId, version }) => ({
    itemId,
    version,
    dataSource: '市统计局年报',
    basis: { kind: 'clause', article: '附件1' } as const,
    deductions: [],
  }))

/** The sheet of `newFirms` with both its figures closed and its rows filled in, 已初评. @returns its id */
export const scoredSheet = async (server: TestServer, world: ScoringWorld): Promise<string> => {
  for (const unitId of [world.transport, world.town]) {
    await close(server, world, 'newFirmCount', unitId, quantity('8'))
  }
  const listed = await world.handler.call(sheets.listSheets, { query: { planId: world.planId } })
  const row = listed
    .json<ReplyOf<typeof sheets.listSheets>>()
    .rows.find((one) => one.leafKey === 'newFirms' && one.by === 'responsibility')
  const params = { sheetId: String(row?.id) }
  const shown = (await world.handler.call(sheets.showSheet, { params })).json<ReplyOf<typeof sheets.showSheet>>()
  done(await world.handler.call(sheets.recordItems, { params, body: { rows: wordsFor(shown) } }))
  done(await world.handler.call(sheets.scoreSheet, { params, body: { version: shown.version } }))
  return params.sheetId
}
