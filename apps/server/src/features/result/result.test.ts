import { randomUUID } from 'node:crypto'
import { reopenDatum } from '@quanheng/contract/datum'
import * as reports from '@quanheng/contract/report'
import * as contract from '@quanheng/contract/result'
import { engineVersion, nameRun, type RunContent } from '@quanheng/domain/result/run-content'
import { figureAt } from '@quanheng/domain/result/run-figures'
import { openXlsx } from '@quanheng/papers/testing/open-xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json } from '../../platform/database/database.ts'
import { changeDigest } from '../../platform/door/act.ts'
import { sha256 } from '../../platform/log/means.ts'
import { signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { frozenRun, resultNouns } from './index.ts'
import { registerReports } from './testing/registered-reports.ts'
import {
  closeAll,
  codeOf,
  done,
  finishSheets,
  lockedWorld,
  type ResultWorld,
  resultWorld,
  upload,
} from './testing/result-world.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

const ofPlan = (world: Pick<ResultWorld, 'carrier' | 'planId'>) =>
  done(world.carrier, contract.showResults, { params: { planId: world.planId } })

describe('锁定之前', () => {
  it('说清还缺什么、由谁办，不给计算也不给锁定', async () => {
    const world = await resultWorld(server, '甲')
    const shown = await ofPlan(world)
    expect(shown).toMatchObject({
      purpose: 'leadReport',
      presentDigest: null,
      progress: { done: 0, all: 6 },
      results: [],
    })
    expect(shown.may).toEqual([])
    const growth = shown.blockers.find(({ what }) => what === '服务业增加值增速')
    expect(growth).toMatchObject({ code: 'freeze.sheetNotFinal', params: { state: 'toScore' } })
    expect(growth?.people.map(({ name }) => name)).toContain('经办甲')
    const sides = shown.blockers.flatMap(({ params: { by, scorer } }) => (by === undefined ? [] : [[by, scorer ?? '']]))
    expect(sides.map(([by]) => by)).toContain('responsibility')
    expect(sides.every(([, scorer]) => scorer !== '')).toBe(true)
    const params = { planId: world.planId }
    expect(codeOf(await world.carrier.call(contract.computeRun, { params }))).toBe('freeze.sheetNotFinal')
    const frozen = await world.carrier.call(contract.freezeResult, { params, body: { runDigest: 'a'.repeat(64) } })
    expect(codeOf(frozen)).toBe('freeze.sheetNotFinal')
    expect(await server.db.selectFrom('run').select('digest').where('plan_id', '=', world.planId).execute()).toEqual([])
  })

  it('只有归口科室和本单位能汇总；别的单位看不到这个方案的结果', async () => {
    const world = await resultWorld(server, '乙')
    const params = { planId: world.planId }
    expect((await world.handler.call(contract.computeRun, { params })).statusCode).toBe(404)
    expect((await world.outsider.call(contract.showResults, { params })).statusCode).toBe(404)
    expect((await world.outsider.call(contract.scoreTable, { params })).statusCode).toBe(404)
    expect((await world.principal.call(contract.computeRun, { params })).statusCode).toBe(403)
    const seen = await done(world.outsider, contract.listResults)
    expect(seen.rows.map(({ id }) => id)).not.toContain(world.planId)
    expect((await done(world.staff, contract.listResults)).rows.map(({ id }) => id)).toContain(world.planId)
  })

  it('得分表只列已签字的行，未签的写明在等谁', async () => {
    const world = await resultWorld(server, '丙')
    const table = await done(world.carrier, contract.scoreTable, { params: { planId: world.planId } })
    expect(table.runDigest).toBeNull()
    expect(table.leaves.map(({ rows, waiting }) => [rows.length, waiting.length])).toEqual([
      [0, 3],
      [0, 3],
    ])
  })
})

describe('计算与锁定', () => {
  it('同样的事实得同一个名字；锁定版的每个得分都来自签过字的评分表', async () => {
    const world = await resultWorld(server, '丁')
    await closeAll(server, world)
    await finishSheets(server, world)
    const params = { planId: world.planId }
    const first = await done(world.carrier, contract.computeRun, { params })
    const again = await done(world.carrier, contract.computeRun, { params })
    expect(again.runDigest).toBe(first.runDigest)
    expect(await ofPlan(world)).toMatchObject({ presentDigest: first.runDigest, computed: true, blockers: [] })
    const { resultId } = await done(world.carrier, contract.freezeResult, {
      params,
      body: { runDigest: first.runDigest },
    })
    const frozen = await frozenRun(server.db, resultId)
    const run = frozen?.run as RunContent
    expect(nameRun(run, sha256).digest).toBe(first.runDigest)
    const [growth, firms] = run.leaves
    const of = (leaf: typeof growth, unitId: string) => leaf?.points[leaf.unitIds.indexOf(unitId)]
    expect([world.lead, world.transport, world.town].map((id) => of(growth, id))).toEqual(['6', '4.8', '5.4'])
    expect([world.lead, world.transport, world.town].map((id) => of(firms, id))).toEqual(['4', '4', '2.5'])
    const [line] = run.lines
    expect(line?.key).toBe('services')
    expect(Object.fromEntries(line?.unitIds.map((id, at) => [id, line.points[at]]) ?? [])).toEqual({
      [world.lead]: '10',
      [world.transport]: '8.8',
      [world.town]: '7.9',
    })
    const states = await server.db.selectFrom('sheet').select('state').where('plan_id', '=', world.planId).execute()
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['aggregated']))
    const table = await done(world.carrier, contract.scoreTable, { params, query: { resultId } })
    expect(table.runDigest).toBe(first.runDigest)
    expect(table.leaves[1]?.rows.find(({ unitId }) => unitId === world.town)).toMatchObject({
      target: '8',
      actual: '5',
      points: '2.50',
      lost: '1.5',
      deductions: [{ points: '1.5', reason: '未完成年度任务' }],
    })
    const scores = await world.carrier.call(contract.scoresJson, { params: { resultId } })
    expect(scores.json()).toMatchObject({ v: 1, engine: engineVersion, purpose: 'leadReport' })
    const twice = await world.carrier.call(contract.freezeResult, { params, body: { runDigest: first.runDigest } })
    expect(codeOf(twice)).toBe('freeze.alreadyFrozen')
    const stale = await world.carrier.call(contract.freezeResult, { params, body: { runDigest: 'b'.repeat(64) } })
    expect(codeOf(stale)).toBe('freeze.runStale')
  })

  it('由较早的引擎计算的锁定版，数据未变即不算有变；数据变了才可重新锁定', async () => {
    const world = await lockedWorld(server, '引')
    const run = (await frozenRun(server.db, world.resultId))?.run as RunContent
    const earlier = nameRun({ ...run, engine: '0' }, sha256).digest
    const { leaves: _, engine: __, ...head } = run
    const row = await server.db
      .selectFrom('run')
      .selectAll()
      .where('digest', '=', world.runDigest)
      .executeTakeFirstOrThrow()
    await server.db
      .insertInto('run')
      .values({
        ...row,
        id: randomUUID(),
        digest: earlier,
        engine_version: '0',
        head: json(head),
        author: json(row.author),
      })
      .execute()
    const madeBy = (digest: string) =>
      server.db.updateTable('result').set({ run_digest: digest }).where('id', '=', world.resultId).execute()
    await madeBy(earlier)
    const shown = await ofPlan(world)
    expect([shown.presentDigest === world.runDigest, shown.may.includes('freeze')]).toEqual([true, false])
    expect((await frozenRun(server.db, world.resultId))?.run.engine).toBe('0')
    await server.db.updateTable('unit').set({ name: '云岭市百里新镇' }).where('id', '=', world.town).execute()
    expect((await ofPlan(world)).may).toContain('freeze')
    await madeBy(world.runDigest)
  })

  it('两人同时锁定，只成一份；同一次点击重发给同一答复', async () => {
    const world = await resultWorld(server, '戊')
    await closeAll(server, world)
    await finishSheets(server, world)
    const params = { planId: world.planId }
    const { runDigest } = await done(world.carrier, contract.computeRun, { params })
    const body = { runDigest }
    const replies = await Promise.all([
      world.carrier.call(contract.freezeResult, { params, body, key: 'freeze-same-intent' }),
      world.carrierHead.call(contract.freezeResult, { params, body }),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const repeated = await world.carrier.call(contract.freezeResult, { params, body, key: 'freeze-same-intent' })
    expect(repeated.statusCode).toBe(replies[0]?.statusCode)
    const rows = await server.db.selectFrom('result').select('id').where('plan_id', '=', world.planId).execute()
    expect(rows).toHaveLength(1)
  })

  it('表格的每个数字等于锁定版；json 可重算出校验码', async () => {
    const world = await lockedWorld(server, '己')
    const params = { resultId: world.resultId }
    const book = await openXlsx((await world.carrier.call(contract.scoresXlsx, { params })).rawPayload)
    const run = (await frozenRun(server.db, world.resultId))?.run as RunContent
    const rows = run.leaves.flatMap((leaf, at) =>
      leaf.unitIds.map((unitId, row) => ({ unitId, path: `leaves[${at}].rows[${row}]` })),
    )
    expect(rows).toHaveLength(6)
    for (const [at, { path, unitId }] of rows.entries()) {
      const cell = (column: string) => book.get(`${column}${at + 4}`)
      expect(cell('D')).toBe(run.units.find(({ id }) => id === unitId)?.name)
      for (const [column, name] of [
        ['E', 'target'],
        ['F', 'actual'],
        ['H', 'fullMark'],
        ['I', 'points'],
        ['J', 'lost'],
      ] as const) {
        expect(Number(cell(column)), `${column}${at + 4}`).toBe(Number(figureAt(run, `${path}.${name}`)))
      }
    }
    const json = JSON.parse((await world.carrier.call(contract.scoresJson, { params })).body)
    expect(nameRun(json, sha256).digest).toBe(world.runDigest)
    for (const route of [contract.scoresXlsx, contract.scoresJson])
      expect((await world.outsider.call(route, { params })).statusCode).toBe(404)
  })

  it('数据重新开放，锁定版随之失效，写明缘由', async () => {
    const world = await lockedWorld(server, '庚')
    const datum = await server.db
      .selectFrom('datum')
      .select(['id', 'version'])
      .where('plan_id', '=', world.planId)
      .where('unit_id', '=', world.town)
      .where('element_key', '=', 'newFirmCount')
      .executeTakeFirstOrThrow()
    await done(world.head, reopenDatum, {
      params: { datumId: datum.id },
      body: { version: datum.version, reason: '统计局更正' },
    })
    const shown = await ofPlan(world)
    expect(shown.results[0]).toMatchObject({ state: 'voided', voiding: { cause: '数据重新开放：统计局更正' } })
    expect(shown.blockers.length).toBeGreaterThan(0)
  })

  it('作废须在有效版本上由负责人办理并写明理由', async () => {
    const world = await lockedWorld(server, '辛')
    const params = { resultId: world.resultId }
    const [{ version }] = (await ofPlan(world)).results as unknown as [{ version: number }]
    expect(
      (await world.carrier.call(contract.voidResult, { params, body: { version, cause: '重算' } })).statusCode,
    ).toBe(403)
    const stale = await world.carrierHead.call(contract.voidResult, { params, body: { version: 9, cause: '重算' } })
    expect(codeOf(stale)).toBe('platform.stale')
    const outsider = await world.outsider.call(contract.voidResult, { params, body: { version, cause: '重算' } })
    expect(outsider.statusCode).toBe(404)
    await done(world.carrierHead, contract.voidResult, { params, body: { version, cause: '口径有误' } })
    expect((await ofPlan(world)).results[0]).toMatchObject({ state: 'voided', voiding: { cause: '口径有误' } })
  })

  it('一分一行说到底：计分过程、数据、证据；留痕摘要可由现有行重算', async () => {
    const world = await lockedWorld(server, '壬')
    const params = { resultId: world.resultId, leafKey: 'newFirms', unitId: world.town }
    const why = await done(world.carrier, contract.explainScore, { params })
    expect(why.row).toMatchObject({ points: '2.50', fullMark: '4' })
    expect(why.trace).toMatchObject({ value: '2.5' })
    expect(why.cite).toMatchObject({ kind: 'sheet' })
    expect(why.row.itemId).not.toBeNull()
    const missing = await world.carrier.call(contract.explainScore, { params: { ...params, unitId: world.office } })
    expect(missing.statusCode).toBe(404)
    const acts = await server.db.selectFrom('act').select(['changes']).where('action', '=', 'result.freeze').execute()
    const mine = acts.flatMap(({ changes }) => changes).filter(({ noun }) => noun in resultNouns)
    expect(new Set(mine.map(({ noun }) => noun))).toEqual(new Set(['result', 'paper']))
    for (const { noun, id, version, after, salt } of mine) {
      const form = await resultNouns[noun as keyof typeof resultNouns](server.db, id)
      if ((form as { version?: number }).version !== version) continue
      expect(changeDigest(Buffer.from(salt, 'hex'), form), noun).toBe(after)
    }
  })
})

describe('评分报告登记', () => {
  const register = (world: ResultWorld) =>
    done(world.staff, reports.showRegister, { params: { planId: world.year.planId } })

  const paperScores = (world: ResultWorld, points: readonly [string, string]) => [
    { leafKey: 'roads', unitId: world.lead, points: points[0] },
    { leafKey: 'roads', unitId: world.town, points: points[1] },
  ]

  const enter = async (world: ResultWorld, more: Readonly<Record<string, unknown>> = {}) => {
    const row = (await register(world)).rows.find(({ leadUnitId }) => leadUnitId === world.transport)
    const scanDigest = await upload(server, world.staff, '盖章件.pdf')
    const body = {
      version: row?.version,
      documentNumber: '云交报〔２０２５〕２号',
      documentDate: '2025-01-17',
      scanDigest,
      scores: paperScores(world, ['4.5', '５']),
      ...more,
    }
    return {
      row,
      reply: await world.staff.call(reports.enterPaperReport, { params: { reportId: row?.id ?? '' }, body }),
    }
  }

  it('方案印发即有登记簿：每个牵头单位一行，谁未报、何时到期、找谁催', async () => {
    const world = await resultWorld(server, '子')
    const shown = await register(world)
    expect(shown.summary).toEqual({ reported: 0, owed: 2, returned: 0, complete: false })
    expect(shown.rows.map(({ state, expected, due }) => [state, expected, due]).sort()).toEqual([
      ['notReported', 2, '2025-01-24'],
      ['notReported', 3, '2025-01-24'],
    ])
    expect((await world.handler.call(reports.showRegister, { params: { planId: world.year.planId } })).statusCode).toBe(
      200,
    )
    const stranger = await signedIn(server, [{ kind: 'sectionHead', unitId: world.statistics }], '统计科长')
    expect((await stranger.call(reports.showRegister, { params: { planId: world.year.planId } })).statusCode).toBe(404)
    const reportId = shown.rows[0]?.id ?? ''
    expect((await stranger.call(reports.showLeadReport, { params: { reportId } })).statusCode).toBe(404)
  })

  it('纸质报告：录入与核对须两人，缺项、超分、无扫描件都不收', async () => {
    const world = await resultWorld(server, '丑')
    const missing = await enter(world, { scores: paperScores(world, ['4.5', '5']).slice(0, 1) })
    expect(codeOf(missing.reply)).toBe('leadReport.incomplete')
    const over = await enter(world, { scores: paperScores(world, ['5.5', '5']) })
    expect(codeOf(over.reply)).toBe('leadReport.incomplete')
    expect(codeOf((await enter(world, { scores: paperScores(world, ['1e9', '5']) })).reply)).toBe('quantity.exponent')
    expect(codeOf((await enter(world, { scanDigest: 'c'.repeat(64) })).reply)).toBe('upload.notFound')
    const { row, reply } = await enter(world)
    expect(reply.statusCode, reply.body).toBe(200)
    const params = { reportId: row?.id ?? '' }
    const body = { version: reply.json().version }
    expect(codeOf(await world.staff.call(reports.confirmPaperReport, { params, body }))).toBe('leadReport.samePerson')
    expect((await world.outsider.call(reports.confirmPaperReport, { params, body })).statusCode).toBe(403)
    const stale = await world.colleague.call(reports.confirmPaperReport, { params, body: { version: 1 } })
    expect(codeOf(stale)).toBe('platform.stale')
    await done(world.colleague, reports.confirmPaperReport, { params, body })
    const shown = await done(world.staff, reports.showLeadReport, { params })
    expect(shown).toMatchObject({
      state: 'reported',
      received: { via: 'paper', documentNumber: '云交报〔2025〕2号', confirmedBy: { name: '绩效办辰' }, late: false },
    })
    expect(shown.items.map(({ points }) => points)).toEqual(['4.5', '5'])
    const digest = shown.received?.scanDigest ?? ''
    expect((await world.staff.call(reports.reportScan, { params: { ...params, digest } })).statusCode).toBe(200)
    const other = { ...params, digest: 'd'.repeat(64) }
    expect((await world.staff.call(reports.reportScan, { params: other })).statusCode).toBe(404)
  })

  it('退回须写理由；退回后牵头单位须重报', async () => {
    const world = await resultWorld(server, '寅')
    const { row, reply } = await enter(world)
    const params = { reportId: row?.id ?? '' }
    const confirmed = await done(world.colleague, reports.confirmPaperReport, {
      params,
      body: { version: reply.json().version },
    })
    const back = { version: confirmed.version, reason: '第2行与扫描件不符' }
    await done(world.director, reports.returnLeadReport, { params, body: back })
    expect((await register(world)).rows.find(({ id }) => id === row?.id)).toMatchObject({
      state: 'returned',
      returnReason: '第2行与扫描件不符',
      received: null,
    })
  })
})

describe('总分和名次', () => {
  /** Both lead units' reports in the register: one from the platform (written as the package does), one on paper. */
  const complete = async (tag: string) => {
    const world = await lockedWorld(server, tag)
    await registerReports(server, world)
    return { ...world, yearId: world.year.planId }
  }

  it('缺一份报告就不能锁定，写明是谁', async () => {
    const world = await resultWorld(server, '卯')
    const params = { planId: world.year.planId }
    expect(codeOf(await world.director.call(contract.computeRun, { params }))).toBe('freeze.reportsOwed')
    const shown = await done(world.director, contract.showResults, { params })
    expect(shown.blockers.map(({ code, what }) => [code, what]).sort()).toEqual(
      [
        ['freeze.reportsOwed', '云岭市交通运输局卯'],
        ['freeze.reportsOwed', '云岭市发展改革委卯'],
      ].sort(),
    )
  })

  it('锁定之前没有人看得到总分和名次；锁定之后只有绩效办主任，每看一次都留痕', async () => {
    const world = await complete('辰')
    const params = { planId: world.yearId }
    const computed = await world.director.call(contract.computeRun, { params })
    expect(Object.keys(computed.json())).toEqual(['runDigest'])
    const before = await world.director.call(contract.showResults, { params })
    expect(before.body).not.toMatch(/"(raw|total|rank|normalised)"/)
    const { resultId } = await done(world.director, contract.freezeResult, { params, body: computed.json() })
    const place = { resultId }
    for (const caller of [world.staff, world.colleague]) {
      expect(codeOf(await caller.call(contract.showTotals, { params: place }))).toBe('result.hidden')
    }
    expect((await world.carrier.call(contract.showTotals, { params: place })).statusCode).toBe(404)
    const totals = await done(world.director, contract.showTotals, { params: place })
    const [group] = totals.groups
    expect(group?.rows.map(({ unitId, rank, tied, raw, total }) => [unitId, rank, tied, raw, total])).toEqual([
      ...[world.lead, world.transport]
        .sort()
        .map((id) => [id, 1, true, id === world.lead ? '15.00' : '10.00', '15.00']),
      [world.town, 3, false, '6.00', '6.00'],
    ])
    const trail = await server.db
      .selectFrom('access_trail')
      .select(['person_id', 'outcome'])
      .where('subject', '=', resultId)
      .orderBy('id')
      .execute()
    expect(trail).toEqual([
      { person_id: world.staff.personId, outcome: 'result.hidden' },
      { person_id: world.colleague.personId, outcome: 'result.hidden' },
      { person_id: world.director.personId, outcome: 'shown' },
    ])
    const why = { resultId, leafKey: 'roads', unitId: world.town }
    expect(codeOf(await world.staff.call(contract.explainScore, { params: why }))).toBe('result.hidden')
    expect(await done(world.director, contract.explainScore, { params: why })).toMatchObject({
      row: { points: '3.00', fullMark: '5' },
      report: { via: 'paper', documentNumber: '云交报〔2025〕2号' },
    })
  })

  it('登记退回，年度锁定版随之失效', async () => {
    const world = await complete('巳')
    const params = { planId: world.yearId }
    const { runDigest } = await done(world.director, contract.computeRun, { params })
    const { resultId } = await done(world.director, contract.freezeResult, { params, body: { runDigest } })
    const [row] = (await done(world.staff, reports.showRegister, { params })).rows
    const body = { version: row?.version, reason: '依据不全' }
    await done(world.staff, reports.returnLeadReport, { params: { reportId: row?.id ?? '' }, body })
    const shown = await done(world.director, contract.showResults, { params })
    expect(shown.results.find(({ id }) => id === resultId)).toMatchObject({
      state: 'voided',
      voiding: { cause: '评分报告登记有变' },
    })
    expect(codeOf(await world.director.call(contract.showTotals, { params: { resultId } }))).toBe('result.hidden')
  })
})
