import * as contract from '@quanheng/contract/approval'
import * as papers from '@quanheng/contract/official-paper'
import * as results from '@quanheng/contract/result'
import * as totals from '@quanheng/contract/totals-decision'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../platform/postgres/client.ts'
import { startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { lockedYear } from '../archive/testing/archive-world.ts'
import { allRoutes } from '../index.ts'
import { codeOf, done, upload } from '../result/testing/result-world.ts'
import { approvalSteps, documentNumber } from './testing/approval-steps.ts'

let server: TestServer
const { atNumber, onNow } = approvalSteps(() => server)

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00', probe: false })
})
afterAll(() => server.close())

/** What no act does: every act that moves a figure voids the locked version over it. */
const behind = (statement: string, values: readonly unknown[]) =>
  withClient(server.ownerUrl, (client) => client.query(statement, [...values]))

describe('与会议所见不同', () => {
  it('a report whose figures moved gets no number, and the page names each figure', async () => {
    const world = await atNumber('异')
    const { planId } = world
    const seen = await done(world.carrier, results.showResults, { params: { planId } })
    expect(seen.moved).toBeNull()
    const { rows } = await behind(
      `UPDATE sheet_version SET content = jsonb_set(content, '{rows,0,outcome,points}', '"0.25"')
       WHERE digest = (SELECT signed_digest FROM sheet WHERE plan_id = $1 ORDER BY id LIMIT 1)
       RETURNING content->'rows'->0->'item'->>'unitId' AS unit`,
      [planId],
    )
    const unit = await server.db
      .selectFrom('unit')
      .select('name')
      .where('id', '=', rows[0].unit)
      .executeTakeFirstOrThrow()
    const reply = await world.clerk.call(contract.registerNumber, await onNow(world, { documentNumber }))
    expect(codeOf(reply)).toBe('result.notAsSeen')
    const { message } = reply.json().error
    expect(message).toContain('与会议所见不同')
    expect(message).toContain(unit.name)
    expect(message).toContain('→0.25')
    const { moved } = await done(world.carrier, results.showResults, { params: { planId } })
    expect(moved).toMatchObject({ resultId: world.resultId, count: 1, figures: [{ unit: unit.name, now: '0.25' }] })
    // Decided: the version falls, and nothing keeps the next one back.
    const { version } = (await done(world.head, results.showResults, { params: { planId } })).results[0] as {
      version: number
    }
    const voided = { params: { resultId: world.resultId }, body: { version, cause: '数字与会议所见不同' } }
    await done(world.carrierHead, results.voidResult, voided)
    expect((await done(world.carrier, results.showResults, { params: { planId } })).moved).toBeNull()
  })

  it('totals whose figures moved are not decided; a meeting may still send them back', async () => {
    const world = await lockedYear(server, '总')
    const params = { resultId: world.totalsId }
    const scanDigest = await upload(server, world.staff, '会议纪要.pdf')
    const said = { body: '领导小组会议', decidedOn: '2025-01-19', text: '同意考评结果。', scanDigest } as const
    const approved = { params, body: { ...said, outcome: 'approved' as const } }
    const { decisionId } = await done(world.staff, totals.recordTotalsDecision, approved)
    const first = (points: string) =>
      behind(
        `UPDATE lead_report_version SET scores = jsonb_set(scores, '{0,points}', to_jsonb($2::text))
         WHERE id = (SELECT min(v.id::text)::uuid FROM lead_report_version v JOIN lead_report r ON r.id = v.report_id
                     WHERE r.plan_id = $1)
         RETURNING (SELECT scores->0->>'points' FROM lead_report_version o WHERE o.id = lead_report_version.id) AS was`,
        [world.year.planId, points],
      )
    const { was } = (await first('0.5')).rows[0]
    const confirmed = await world.colleague.call(totals.confirmTotalsDecision, { params: { ...params, decisionId } })
    expect(codeOf(confirmed)).toBe('result.notAsSeen')
    expect(confirmed.json().error.message).toContain('总分')
    expect(confirmed.json().error.message).not.toContain('→')
    const ofYear = { params: { planId: world.year.planId } }
    const director = await done(world.director, results.showResults, ofYear)
    expect(director.moved?.figures.length).toBeGreaterThan(1)
    // Who may not see totals hears that they moved, and not how.
    const staff = await done(world.staff, results.showResults, ofYear)
    expect(staff.moved).toEqual({ ...director.moved, figures: [] })
    // As it was seen again, the meeting's word counts; what moves after it keeps the circular back.
    await first(was)
    await done(world.colleague, totals.confirmTotalsDecision, { params: { ...params, decisionId } })
    const ofPaper = { params: { ...ofYear.params, officialKind: 'resultCircular' } }
    const { officialPaperId } = await done(world.director, papers.beginOfficialPaper, ofPaper)
    const check = () => world.director.call(papers.checkOfficialPaper, { params: { officialPaperId } })
    expect((await check()).statusCode).toBe(200)
    await first('0.5')
    expect(codeOf(await check())).toBe('result.notAsSeen')
  })
})
