import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import * as contract from '@quanheng/contract/result'
import { analysisXlsx, showAnalysis } from '@quanheng/contract/scoring-analysis'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { readTable } from '@quanheng/papers/xlsx/read-table'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json } from '../../platform/database/database.ts'
import { signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { keepRun, runOf } from './run-store.ts'
import { registerReports } from './testing/registered-reports.ts'
import { codeOf, done, lockedWorld, resultWorld } from './testing/result-world.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

describe('评分结果的打分分析', () => {
  it('按得分率、扣分理由、报送时间列出，能看评分结果的可看，不另留总分痕', async () => {
    const world = await lockedWorld(server, '析')
    const params = { resultId: world.resultId }
    const shown = await done(world.carrier, showAnalysis, { params })
    expect(shown).toMatchObject({ purpose: 'leadReport', years: [], trends: [] })
    const scores = await done(world.carrier, contract.scoreTable, { params: { planId: world.planId } })
    expect(shown.leaves.map(({ leafKey }) => leafKey).sort()).toEqual(scores.leaves.map(({ key }) => key).sort())
    expect(shown.leaves.find(({ leafKey }) => leafKey === 'newFirms')).toMatchObject({
      scored: 3,
      full: 2,
      alike: false,
    })
    expect(shown.scorers.reduce((sum, { rows }) => sum + rows, 0)).toBe(
      shown.leaves.reduce((sum, { scored }) => sum + scored, 0),
    )
    expect(shown.scorers.every(({ name, lean }) => name !== '' && lean === 'few')).toBe(true)
    expect(shown.reasons).toEqual([
      {
        reason: '未完成年度任务',
        rows: 3,
        unitNames: ['云岭市交通运输局析', '云岭市百里镇析'],
        leafNames: expect.anything(),
      },
    ])
    // For the office and the group: the lead unit's own do not read how others hurried.
    expect(shown.hurries).toBeNull()
    expect((await done(world.staff, showAnalysis, { params })).hurries).toEqual([])
    expect(shown.reporting.map(({ figures }) => figures).reduce((sum, own) => sum + own, 0)).toBe(6)
    expect((await world.outsider.call(showAnalysis, { params })).statusCode).toBe(404)
    const trail = await server.db.selectFrom('access_trail').selectAll().where('subject', '=', world.resultId).execute()
    expect(trail).toEqual([])
  })
})

describe('年度汇总的打分分析', () => {
  const lockedTotals = async (tag: string) => {
    const world = await resultWorld(server, tag)
    await registerReports(server, world)
    const params = { planId: world.year.planId }
    const { runDigest } = await done(world.director, contract.computeRun, { params })
    const { resultId } = await done(world.director, contract.freezeResult, { params, body: { runDigest } })
    return { ...world, runDigest, resultId, params: { resultId } }
  }

  /** The same office a year earlier, decided: every total half a point less. */
  const yearBefore = async (world: Awaited<ReturnType<typeof lockedTotals>>) => {
    const run = (await runOf(server.db, world.runDigest)) as RunContent
    const plan = await server.db.selectFrom('plan').selectAll().where('id', '=', run.plan.id).executeTakeFirstOrThrow()
    const planId = randomUUID()
    const author = { personId: world.director.personId, post: 'officeDirector', unitId: world.office } as const
    await server.db.transaction().execute(async (tx) => {
      await tx
        .insertInto('plan')
        .values({
          ...plan,
          id: planId,
          year: 2023,
          content: json(plan.content),
          drafter: json(plan.drafter),
          carried: json(plan.carried),
        })
        .execute()
      const issued = await tx
        .selectFrom('plan_version')
        .selectAll()
        .where('plan_id', '=', run.plan.id)
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('plan_version')
        .values({
          ...issued,
          id: randomUUID(),
          plan_id: planId,
          content: json(issued.content),
          acceptances: json(issued.acceptances),
          author: json(issued.author),
        })
        .execute()
      const totals = run.totals && {
        ...run.totals,
        units: run.totals.units.map((unit) => ({ ...unit, published: '9.50' })),
      }
      const old: RunContent = { ...run, plan: { ...run.plan, id: planId, year: 2023 }, ...(totals && { totals }) }
      const context = { ...server.platform, now: new Date('2024-01-20'), newId: randomUUID } as never
      const kept = await keepRun(tx, old, author, context)
      const row = await tx.selectFrom('result').selectAll().where('id', '=', world.resultId).executeTakeFirstOrThrow()
      await tx
        .insertInto('result')
        .values({
          ...row,
          id: randomUUID(),
          plan_id: planId,
          run_digest: kept.digest,
          state: 'issued',
          frozen_by: json(row.frozen_by),
          issue: json({ documentNumber: '云绩〔2024〕1号', issuedOn: '2024-02-01' }),
          voiding: json(row.voiding),
        })
        .execute()
    })
  }

  it('历年总分并列；审定之前只供绩效办主任，看、导出与被拒都留痕', async () => {
    const world = await lockedTotals('年')
    expect(await done(world.director, showAnalysis, world)).toMatchObject({ purpose: 'totals', years: [], trends: [] })
    await yearBefore(world)
    const shown = await done(world.director, showAnalysis, world)
    expect(shown.years).toEqual([2024, 2023])
    const town = shown.trends.find(({ unitId }) => unitId === world.town)
    expect(town?.years).toEqual([
      { total: '6.00', rank: 3, grade: null },
      { total: '9.50', rank: 3, grade: null },
    ])
    expect(shown.reporting).toEqual([])
    expect(codeOf(await world.staff.call(showAnalysis, world))).toBe('result.hidden')
    expect(codeOf(await world.staff.call(analysisXlsx, world))).toBe('result.hidden')
    expect((await world.outsider.call(showAnalysis, world)).statusCode).toBe(404)
    const auditor = await signedIn(server, [{ kind: 'auditAdmin', unitId: world.office }], '审计员')
    const { rows } = await done(auditor, contract.listTotalsViews)
    expect(
      rows.filter(({ runDigest }) => runDigest === world.runDigest).map(({ look, shown: was }) => [look, was]),
    ).toEqual([
      ['analysisTable', false],
      ['analysis', false],
      ['analysis', true],
      ['analysis', true],
    ])
  })

  it('导出的 Excel 一行一件', async () => {
    const world = await lockedTotals('表')
    const file = await world.director.call(analysisXlsx, world)
    expect(file.statusCode).toBe(200)
    const columns = ['类别', '名称', '得分率（%）', '请留意'].map((header) => ({
      key: header,
      header,
      width: 10,
      kind: 'text' as const,
    }))
    const read = await readTable(Buffer.from(file.rawPayload), columns)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const cells = read.value.rows.map((row) => columns.map(({ key }) => row.cells[key]?.text ?? ''))
    expect(cells.filter(([kind]) => kind === '指标')).toHaveLength(2)
    expect(cells.find(([kind]) => kind === '评分单位')?.[3]).toBe('家次少，不比较')
  })
})
