import { Buffer } from 'node:buffer'
import * as contract from '@quanheng/contract/result'
import { robustnessXlsx, showRobustness } from '@quanheng/contract/robustness'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { readTable } from '@quanheng/papers/xlsx/read-table'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json } from '../../platform/database/database.ts'
import { signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { registerReports } from './testing/registered-reports.ts'
import { codeOf, done, resultWorld } from './testing/result-world.ts'

let server: TestServer
let world: Awaited<ReturnType<typeof lockedTotals>>

const graded = (year: PlanContent): PlanContent => ({
  ...year,
  settings: {
    ...year.settings,
    grades: {
      value: {
        by: 'lines',
        lines: [
          { name: '优秀', from: '14.5' },
          { name: '良好', from: '6' },
          { name: '一般', from: '0' },
        ],
      },
      basis: { kind: 'clause', article: '三' },
    },
  },
})

/** Totals of the year: full marks, the town 3 of 10 and 3 of 5. */
const lockedTotals = async (tag: string, ofYear?: (year: PlanContent) => PlanContent) => {
  const made = await resultWorld(server, tag, undefined, ofYear)
  await registerReports(server, made)
  const params = { planId: made.year.planId }
  const { runDigest } = await done(made.director, contract.computeRun, { params })
  const { resultId } = await done(made.director, contract.freezeResult, { params, body: { runDigest } })
  return { ...made, resultId }
}

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await lockedTotals('稳', graded)
})
afterAll(() => server.close())

describe('等次稳健性', () => {
  it('距上下等次多少分、哪一项变动多少即改变等次，与按此变动重算的一致', async () => {
    const shown = await done(world.director, showRobustness, { params: { resultId: world.resultId } })
    expect(shown).toMatchObject({ graded: true })
    const rows = shown.groups.flatMap((group) => group.rows)
    const town = rows.find(({ unitId }) => unitId === world.town)
    expect(town).toMatchObject({
      total: '6.00',
      grade: '良好',
      up: { grade: '优秀', points: '8.5' },
      down: { grade: '一般', points: '0' },
    })
    expect(town?.flips.slice(0, 2)).toEqual([
      { kind: 'item', name: '第三产业提升行动', from: '3', to: '2.99', change: '-0.01', grade: '一般' },
      { kind: 'item', name: '道路建设', from: '3', to: '2.99', change: '-0.01', grade: '一般' },
    ])
    const lead = rows.find(({ unitId }) => unitId === world.lead)
    expect(lead).toMatchObject({ grade: '优秀', up: null, down: { grade: '良好', points: '0.5' } })
    expect(lead?.flips[0]).toMatchObject({ kind: 'item', change: '-0.51', grade: '良好' })
  })

  it('导出的 Excel 一行一项变动', async () => {
    const file = await world.director.call(robustnessXlsx, { params: { resultId: world.resultId } })
    expect(file.statusCode).toBe(200)
    const columns = ['考核对象', '总分', '等次', '指标或设定', '变为', '则等次为'].map((header) => ({
      key: header,
      header,
      width: 10,
      kind: 'text' as const,
    }))
    const read = await readTable(Buffer.from(file.rawPayload), columns)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const cells = read.value.rows.map((row) => columns.map(({ key }) => row.cells[key]?.text ?? ''))
    expect(cells).toContainEqual(['云岭市百里镇稳', '6', '良好', '道路建设', '2.99', '一般'])
  })

  it('只给绩效办主任，审定以后也是；看、导出与被拒都留痕', async () => {
    const params = { resultId: world.resultId }
    expect(codeOf(await world.staff.call(showRobustness, { params }))).toBe('result.hidden')
    expect((await world.carrier.call(showRobustness, { params })).statusCode).toBe(404)
    await server.db.updateTable('result').set({ state: 'approved' }).where('id', '=', world.resultId).execute()
    expect((await world.staff.call(contract.showTotals, { params })).statusCode).toBe(200)
    expect(codeOf(await world.staff.call(showRobustness, { params }))).toBe('result.hidden')
    expect(codeOf(await world.staff.call(robustnessXlsx, { params }))).toBe('result.hidden')
    const auditor = await signedIn(server, [{ kind: 'auditAdmin', unitId: world.office }], '审计员')
    const { rows } = await done(auditor, contract.listTotalsViews)
    expect(rows.filter(({ person }) => person === '绩效办戊').map(({ look, shown }) => [look, shown])).toEqual([
      ['robustnessTable', false],
      ['robustness', false],
      ['totals', true],
      ['robustness', false],
    ])
    const offered = async (caller: typeof world.staff) =>
      (await done(caller, contract.showResults, { params: { planId: world.year.planId } })).may
    expect(await offered(world.director)).toContain('robustness')
    expect(await offered(world.staff)).not.toContain('robustness')
  })

  it('方案没有设等次的，说明没有；作废的锁定版不再可看', async () => {
    const plain = await lockedTotals('未定等')
    const params = { resultId: plain.resultId }
    expect(await done(plain.director, showRobustness, { params })).toMatchObject({ graded: false, groups: [] })
    const { may } = await done(plain.director, contract.showResults, { params: { planId: plain.year.planId } })
    expect(may).not.toContain('robustness')
    const by = { personId: plain.director.personId, post: 'officeDirector', unitId: plain.office }
    await server.db
      .updateTable('result')
      .set({ state: 'voided', voiding: json({ by, at: 'now', cause: '更正' }) })
      .where('id', '=', plain.resultId)
      .execute()
    expect(codeOf(await plain.director.call(showRobustness, { params }))).toBe('result.hidden')
  })
})
