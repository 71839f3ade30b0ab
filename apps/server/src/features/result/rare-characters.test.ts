import * as reports from '@quanheng/contract/report'
import * as contract from '@quanheng/contract/result'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { openXlsx } from '@quanheng/papers/testing/open-xlsx'
import { readZip } from '@quanheng/papers/zip/read'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { closeAll, done, finishSheets, resultWorld } from './testing/result-world.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

it('生僻字、像公式和脚本的单位名称，从登记到锁定版、工作簿和公文一字不差，且只是文字', async () => {
  const rare = "=cmd|'/C calc'!A0<b>𠮷䶮㛃</b>局"
  const world = await resultWorld(server, '㛃')
  await server.db.updateTable('unit').set({ name: rare }).where('id', '=', world.town).execute()
  await closeAll(server, world)
  await finishSheets(server, world)
  const params = { planId: world.planId }
  const { runDigest } = await done(world.carrier, contract.computeRun, { params })
  const { resultId } = await done(world.carrier, contract.freezeResult, { params, body: { runDigest } })

  const workbook = await world.carrier.call(contract.scoresXlsx, { params: { resultId } })
  expect([...(await openXlsx(workbook.rawPayload)).values()]).toContain(rare)
  for (const { path, bytes } of await readZip(workbook.rawPayload)) {
    if (path.startsWith('xl/worksheets/')) expect(Buffer.from(bytes).toString('utf8')).not.toContain('<f>')
  }
  const json = await world.carrier.call(contract.scoresJson, { params: { resultId } })
  expect(json.json().units.map((unit: { name: string }) => unit.name)).toContain(rare)
  const { id: paperId } = await done(world.carrier, reports.showPaper, { params: { resultId } })
  const docx = await world.carrier.call(reports.reportFile, { params: { paperId } })
  expect((await openDocx(docx.rawPayload)).text).toContain(rare)
})
