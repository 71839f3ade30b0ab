import * as books from '@quanheng/contract/number-book'
import * as objections from '@quanheng/contract/objection'
import * as papers from '@quanheng/contract/official-paper'
import * as own from '@quanheng/contract/own-result'
import * as reports from '@quanheng/contract/report'
import * as totals from '@quanheng/contract/totals-decision'
import { listNotifications } from '@quanheng/contract/workbench'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { done, upload } from '../result/testing/result-world.ts'
import { corrected, issueNow, type ObjectionWorld, objectionWorld, shown } from './testing/objection-world.ts'

let server: TestServer
let world: ObjectionWorld
let id: string
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await objectionWorld(server, '更', { workingDays: 5, decidedBy: 'delegate' })
  id = await corrected(server, world)
  server.setNow('2025-01-20T10:02:00+08:00')
})
afterAll(() => server.close())

const told = async (caller: Caller) =>
  (await done(caller, listNotifications, {})).rows.filter(({ code }) => code === 'notification.resultCorrected')

/** The lead unit's corrected report, entered and compared by the office once the first was sent back. */
const reportAgain = async (): Promise<void> => {
  const { rows } = await done(world.staff, reports.showRegister, { params: { planId: world.year.planId } })
  const line = rows.find(({ leadUnitId }) => leadUnitId === world.lead)
  const params = { reportId: line?.id ?? '' }
  const now = () => done(world.staff, reports.showLeadReport, { params })
  const reason = '异议复核更正后重报'
  await done(world.director, reports.returnLeadReport, { params, body: { version: (await now()).version, reason } })
  const { items, version } = await now()
  const scores = items.map(({ leafKey, unitId, fullMark }) => ({
    leafKey,
    unitId,
    points: unitId === world.transport ? '2' : fullMark,
  }))
  const scanDigest = await upload(server, world.staff, '更正盖章件.pdf')
  const document = { documentNumber: '云发改报〔2025〕4号', documentDate: '2025-01-20', scanDigest }
  const entered = await done(world.staff, reports.enterPaperReport, { params, body: { version, ...document, scores } })
  await done(world.colleague, reports.confirmPaperReport, { params, body: { version: entered.version } })
}

const approve = async (resultId: string): Promise<void> => {
  const params = { resultId }
  const scanDigest = await upload(server, world.staff, '会议纪要.pdf')
  const said = {
    body: '领导小组会议',
    decidedOn: '2025-01-20',
    text: '同意更正后的结果。',
    outcome: 'approved' as const,
  }
  const body = { ...said, scanDigest }
  const { decisionId } = await done(world.staff, totals.recordTotalsDecision, { params, body })
  await done(world.colleague, totals.confirmTotalsDecision, { params: { ...params, decisionId } })
}

const pointsSeen = async (): Promise<string | undefined> => {
  const { scores } = await done(world.reporter, own.showOwnResult, {
    params: { planId: world.planId, unitId: world.town },
  })
  return scores.find(({ leafKey }) => leafKey === 'newFirms')?.points
}

it('更正结果从重新锁定到印发：原结果一直有效，印发时名次有变动的单位各自收到通知', async () => {
  const transportHead = await signedIn(server, [{ kind: 'unitHead', unitId: world.transport }], '交通负责人')
  const leadReporter = await signedIn(server, [{ kind: 'unitReporter', unitId: world.lead }], '发改填报')
  const { resultId } = await world.lock(world.carrier, world.planId)
  await issueNow(server, [resultId])
  await reportAgain()
  const year = await world.lock(world.director, world.year.planId)
  await approve(year.resultId)
  expect(await pointsSeen()).toBe('2.50')
  expect((await shown(world.unitHead, id)).carriedOut).toBe('locked')

  const planId = world.year.planId
  const begun = await done(world.director, papers.beginOfficialPaper, {
    params: { planId, officialKind: 'resultCircular' },
  })
  const { bookId } = await done(world.officeClerk, books.openBook, { body: { code: '云考办发', year: 2025 } })
  expect(await told(world.unitHead)).toEqual([])
  const given = { bookId, documentNumber: '', issuedOn: '2025-01-20' }
  await done(world.staff, papers.issueOfficialPaper, {
    params: { officialPaperId: begun.officialPaperId },
    body: { version: begun.version, ...given },
  })

  expect(await pointsSeen()).toBe('3.00')
  expect((await shown(world.unitHead, id)).carriedOut).toBe('issued')
  expect((await told(world.unitHead))[0]?.params.change).toMatch(/第\d名→第\d名/)
  expect((await told(transportHead)).map(({ link }) => link)).toEqual(['/own-results'])
  expect(await told(leadReporter)).toEqual([])
  const { rows } = await done(world.staff, objections.listObjections, {})
  expect(rows.find((row) => row.id === id)).toMatchObject({ state: 'corrected', to: '3' })
})
