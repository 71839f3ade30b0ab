import * as papers from '@quanheng/contract/official-paper'
import * as contract from '@quanheng/contract/result'
import * as totals from '@quanheng/contract/totals-decision'
import { yearPaperFile } from '@quanheng/contract/year-paper'
import { checkPaper } from '@quanheng/papers/conformity/check-paper'
import { partsOf } from '@quanheng/papers/testing/faulty'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { openYear } from '../result/testing/open-year.ts'
import { registerReports } from '../result/testing/registered-reports.ts'
import { codeOf, done, resultWorld, upload } from '../result/testing/result-world.ts'

let server: TestServer
let world: Awaited<ReturnType<typeof resultWorld>>
let resultId: string

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await resultWorld(server, '等', undefined, openYear)
  await registerReports(server, world)
  const params = { planId: world.year.planId }
  const { runDigest } = await done(world.director, contract.computeRun, { params })
  ;({ resultId } = await done(world.director, contract.freezeResult, { params, body: { runDigest } }))
})
afterAll(() => server.close())

const listed = () => done(world.staff, totals.listTotalsDecisions, { params: { resultId } })
const circular = () =>
  world.director.call(papers.showOfficialPaper, {
    params: { planId: world.year.planId, officialKind: 'resultCircular' },
  })
const minutes = (who = world.director) =>
  who.call(yearPaperFile, { params: { planId: world.year.planId, paperKind: 'minutes' }, query: {} })
const said = { body: '领导小组会议', decidedOn: '2025-01-19', text: '同意考评结果及各单位等次。' } as const

type Grades = readonly { readonly unitId: string; readonly grade: string }[]
const recording = async (grades: Grades, outcome: 'approved' | 'returned' = 'approved') => {
  const scanDigest = await upload(server, world.staff, '会议纪要.pdf')
  const body = { ...said, outcome, grades: [...grades], scanDigest }
  return world.staff.call(totals.recordTotalsDecision, { params: { resultId }, body })
}

describe('等次待会议确定的单位', () => {
  it('are listed with the grades that the plan knows; the circular asks for the decision', async () => {
    const { openGrades, gradeNames, meetings } = await listed()
    expect(meetings.length).toBe(1)
    expect(gradeNames).toEqual(['优秀', '良好'])
    expect(openGrades.map(({ unitId }) => unitId)).toContain(world.town)
    const reply = await circular()
    expect(codeOf(reply)).toBe('yearPaper.gradesOpen')
    expect(reply.json().error.message).toContain('登记会议决定')
  })

  it('the minutes of locked totals ask for the decision, not for a lock', async () => {
    const reply = await minutes()
    expect(codeOf(reply)).toBe('yearPaper.noDecision')
    expect(reply.json().error.message).toContain('请先登记并核对会议决定')
    expect(codeOf(await minutes(world.staff))).toBe('result.hidden')
  })

  it('the last meeting leaves none open, gives only grades of the plan, and none where it returns the matter', async () => {
    const { openGrades } = await listed()
    const all = openGrades.map(({ unitId }) => ({ unitId, grade: '良好' }))
    const missing = await recording(all.slice(1))
    expect(codeOf(missing)).toBe('decision.gradesMissing')
    expect(missing.json().error.message).toContain(openGrades[0]?.unitName)
    const unknown = [{ unitId: all[0]?.unitId ?? '', grade: '特优' }, ...all.slice(1)]
    expect(codeOf(await recording(unknown))).toBe('decision.gradeUnknown')
    expect(codeOf(await recording([...all, ...all.slice(0, 1)]))).toBe('decision.gradeUnknown')
    const stranger = [...all, { unitId: world.year.planId, grade: '良好' }]
    expect(codeOf(await recording(stranger))).toBe('decision.gradeUnknown')
    expect(codeOf(await recording(all, 'returned'))).toBe('decision.notApproved')
    expect((await listed()).others).toEqual([])
  })

  it('once registered and compared by a second person, the circular names each unit under its grade', async () => {
    const { openGrades } = await listed()
    const grades = openGrades.map(({ unitId }) => ({ unitId, grade: unitId === world.town ? '良好' : '优秀' }))
    const reply = await recording(grades)
    expect(reply.statusCode, reply.body).toBe(200)
    expect(codeOf(await circular())).toBe('yearPaper.gradesOpen')
    const { decisionId } = reply.json() as { decisionId: string }
    const confirm = { params: { resultId, decisionId } }
    expect(await done(world.colleague, totals.confirmTotalsDecision, confirm)).toEqual({ approved: true })
    const after = await listed()
    expect(after.openGrades).toEqual([])
    expect(after.meetings[0]?.decision?.grades.length).toBe(grades.length)
    const shown = await circular()
    expect(shown.statusCode, shown.body).toBe(200)
    const { letter, figures } = shown.json() as { letter: { body: unknown }; figures: { path: string; text: string }[] }
    expect(figures.find(({ path }) => path === 'totals.grades.优秀')?.text).toBe(String(grades.length - 1))
    const townName = openGrades.find(({ unitId }) => unitId === world.town)?.unitName
    expect(JSON.stringify(letter.body)).toContain(`${townName}。`)
    const printed = await minutes()
    expect(printed.statusCode, printed.body).toBe(200)
    const { text } = await openDocx(printed.rawPayload)
    expect(text.replaceAll('\n', '')).toContain('领导小组会议关于2024年度考评结果的纪要')
    expect(text).toContain(said.text)
    for (const { unitId, unitName } of openGrades)
      expect(text).toMatch(new RegExp(`${unitName}\\s*${unitId === world.town ? '良好' : '优秀'}`))
    expect(checkPaper(await partsOf(printed.rawPayload)).answers.filter(({ status }) => status === 'fail')).toEqual([])
  })
})
