import type { ReplyOf } from '@quanheng/contract/route'
import * as contract from '@quanheng/contract/sheet'
import { putFile } from '@quanheng/contract/upload'
import * as whys from '@quanheng/contract/why'
import { explains } from '@quanheng/domain/rule/lost-points'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Caller,
  seedSection,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { signedRows } from './index.ts'
import { close, quantity, reissue, scoringWorld } from './testing/scoring-world.ts'

type Sheet = ReplyOf<typeof contract.showSheet>
type Row = Sheet['rows'][number]

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(allRoutes)
})
afterAll(() => server.close())

const clause = { kind: 'clause', article: '附件1' } as const

const sheets = async (caller: Caller, planId: string) =>
  (await caller.call(contract.listSheets, { query: { planId } })).json<ReplyOf<typeof contract.listSheets>>().rows

const find = async (caller: Caller, planId: string, leafKey: string, by = 'responsibility') => {
  const row = (await sheets(caller, planId)).find((one) => one.leafKey === leafKey && one.by === by)
  if (!row) throw new Error(`no sheet of ${leafKey}`)
  return row.id
}

const show = async (caller: Caller, sheetId: string): Promise<Sheet> => {
  const reply = await caller.call(contract.showSheet, { params: { sheetId } })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

const words = (row: Row) => ({
  version: row.version,
  dataSource: '市统计局年报',
  basis: clause,
  deductions:
    row.lost === null || row.lost === '0' ? [] : [{ points: row.lost, reason: '未达到目标值', basis: clause }],
})

/** Records every row of a sheet in one act. */
const recordAll = async (caller: Caller, sheetId: string) => {
  const sheet = await show(caller, sheetId)
  const rows = sheet.rows.map((row) => ({ itemId: row.itemId, ...words(row) }))
  const reply = await caller.call(contract.recordItems, { params: { sheetId }, body: { rows } })
  expect(reply.statusCode, reply.body).toBe(200)
}

const scoreIt = async (caller: Caller, sheetId: string) => {
  const { version } = await show(caller, sheetId)
  return caller.call(contract.scoreSheet, { params: { sheetId }, body: { version } })
}

const signIt = async (caller: Caller, sheetId: string) => {
  const { version, digest } = await show(caller, sheetId)
  return caller.call(contract.signSheet, { params: { sheetId }, body: { version, digest } })
}

const codeOf = (reply: { json: () => unknown }) => (reply.json() as { error: { code: string } }).error.code

/** `newFirms`: transport 8 of 8 (full marks), town 5 of 8 (1.5 lost), all closed. */
const withFigures = async (tag: string, town = '5') => {
  const world = await scoringWorld(server, tag)
  await close(server, world, 'newFirmCount', world.transport, quantity('8'))
  await close(server, world, 'newFirmCount', world.town, quantity(town))
  return { world, sheetId: await find(world.handler, world.planId, 'newFirms') }
}

const signedSheet = async (tag: string) => {
  const { world, sheetId } = await withFigures(tag)
  await recordAll(world.handler, sheetId)
  expect((await scoreIt(world.handler, sheetId)).statusCode).toBe(200)
  expect((await signIt(world.handler, sheetId)).statusCode).toBe(200)
  expect((await signIt(world.head, sheetId)).statusCode).toBe(200)
  return { world, sheetId }
}

describe('评分表随方案印发开出', () => {
  it('每个末级指标一张，回避单位另由替代单位一张', async () => {
    const world = await scoringWorld(server, '甲')
    const mine = await sheets(world.handler, world.planId)
    expect(mine.map(({ leafKey, by, units }) => [leafKey, by, units]).sort()).toEqual([
      ['growth', 'responsibility', 2],
      ['newFirms', 'responsibility', 2],
    ])
    const offices = (await sheets(world.staff, world.planId)).filter(({ by }) => by === 'recusal')
    expect(offices.map(({ leafKey, units, mine: own }) => [leafKey, units, own]).sort()).toEqual([
      ['growth', 1, true],
      ['newFirms', 1, true],
    ])
    expect(mine[0]).toMatchObject({ state: 'toScore', mine: true, due: '2025-01-15', next: { command: 'score' } })
    expect(mine[0]?.next?.people).toEqual([{ name: '经办甲', post: 'handler', unitName: '就业与服务业科' }])
  })

  it('缺数据就是缺，不当作0分，并写明由谁提供', async () => {
    const world = await scoringWorld(server, '乙')
    const sheet = await show(world.handler, await find(world.handler, world.planId, 'newFirms'))
    const town = sheet.rows.find((row) => row.unitId === world.town)
    expect(town).toMatchObject({ outcome: { status: 'missing' }, lost: null, rate: null })
    expect(town?.figures.find((figure) => figure.role === 'actual')).toMatchObject({
      value: null,
      owedBy: '云岭市百里镇乙',
      dueOn: '2025-01-10',
    })
    expect(sheet.blockers.map((blocker) => blocker.code)).toContain('item.missing')
    expect(codeOf(await scoreIt(world.handler, sheet.id))).toBe('item.missing')
  })
})

describe('登记、初评、签字', () => {
  it('从登记到两人签字：所示即所签，校验码一致，逐行可还原', async () => {
    const { world, sheetId } = await withFigures('丙')
    const before = await show(world.handler, sheetId)
    const town = before.rows.find((row) => row.unitId === world.town) as Row
    expect(town.outcome).toMatchObject({ status: 'scored', points: '2.5', fullMark: '4' })
    expect(town.lost).toBe('1.5')
    if (town.outcome.status === 'scored') expect(explains(town.outcome)).toBe(true)
    expect(codeOf(await scoreIt(world.handler, sheetId))).toBe('item.sourceMissing')
    await recordAll(world.handler, sheetId)
    expect((await scoreIt(world.handler, sheetId)).statusCode).toBe(200)
    const shown = await show(world.handler, sheetId)
    expect(shown).toMatchObject({ state: 'scored', blockers: [], units: 2, ready: 2 })
    expect(shown.may).toContain('sign')
    const signed = await signIt(world.handler, sheetId)
    expect(signed.json()).toMatchObject({ state: 'awaitingHead', code: shown.code })
    const kept = await server.db
      .selectFrom('sheet_version')
      .selectAll()
      .where('sheet_id', '=', sheetId)
      .executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ digest: shown.digest, check_code: shown.code })
    expect((await signIt(world.head, sheetId)).json()).toMatchObject({ state: 'signed', code: shown.code })
    const done = await show(world.head, sheetId)
    expect(done.signatures.map(({ role, state, name }) => [role, state, name])).toEqual([
      ['handler', 'standing', '经办甲'],
      ['sectionHead', 'standing', '科长乙'],
    ])
    const rows = await signedRows(server.db, world.planId)
    expect(rows.map(({ unitId, row }) => [unitId, row.outcome.status === 'scored' && row.outcome.points])).toEqual(
      expect.arrayContaining([
        [world.transport, '4'],
        [world.town, '2.5'],
      ]),
    )
  })

  it('有扣分须写理由和条款，合计须等于实际扣分', async () => {
    const { world, sheetId } = await withFigures('丁')
    const sheet = await show(world.handler, sheetId)
    const record = async (deductions: unknown[]) => {
      const row = (await show(world.handler, sheetId)).rows.find((one) => one.unitId === world.town) as Row
      const body = { version: row.version, dataSource: '名单', basis: clause, deductions }
      return world.handler.call(contract.recordItem, { params: { sheetId, itemId: row.itemId }, body })
    }
    const transport = sheet.rows.find((row) => row.unitId === world.transport) as Row
    const params = { sheetId, itemId: transport.itemId }
    expect((await world.handler.call(contract.recordItem, { params, body: words(transport) })).statusCode).toBe(200)
    for (const [deductions, code] of [
      [[], 'item.reasonMissing'],
      [[{ points: '1.5', reason: '少3家', basis: { kind: 'default' } }], 'item.clauseMissing'],
      [[{ points: '1', reason: '少3家', basis: clause }], 'item.reasonsDoNotAdd'],
    ] as const) {
      expect((await record([...deductions])).statusCode).toBe(200)
      expect(codeOf(await scoreIt(world.handler, sheetId))).toBe(code)
    }
    expect(codeOf(await record([{ points: '1e9', reason: 'x', basis: clause }]))).toBe('quantity.exponent')
    expect((await record([{ points: '１．５', reason: '少3家', basis: clause }])).statusCode).toBe(200)
    expect((await scoreIt(world.handler, sheetId)).statusCode).toBe(200)
  })

  it('同一自然人不能签两次；经办人兼科长时由责任领导签第二个字', async () => {
    const { world, sheetId } = await withFigures('戊')
    const both = await signedIn(
      server,
      [
        { kind: 'handler', unitId: world.lead, sectionId: world.section },
        { kind: 'sectionHead', unitId: world.lead, sectionId: world.section },
      ],
      '一肩挑',
    )
    await recordAll(both, sheetId)
    await scoreIt(both, sheetId)
    expect((await signIt(both, sheetId)).statusCode).toBe(200)
    expect(codeOf(await signIt(both, sheetId))).toBe('sheet.samePerson')
    expect((await signIt(world.head, sheetId)).json()).toMatchObject({ state: 'signed' })
  })

  it('数据未关闭不能签字，未轮到的人不能签字', async () => {
    const world = await scoringWorld(server, '己')
    await close(server, world, 'newFirmCount', world.transport, quantity('8'))
    await close(server, world, 'newFirmCount', world.town, quantity('8'), false)
    const sheetId = await find(world.handler, world.planId, 'newFirms')
    await recordAll(world.handler, sheetId)
    expect((await scoreIt(world.handler, sheetId)).statusCode).toBe(200)
    expect(codeOf(await signIt(world.handler, sheetId))).toBe('sheet.dataOpen')
    expect(codeOf(await signIt(world.head, sheetId))).toBe('sheet.notYours')
  })

  it('内容与所见不同不签；旧版本说明谁改的；双击只签一次', async () => {
    const { world, sheetId } = await withFigures('庚')
    await recordAll(world.handler, sheetId)
    const old = await show(world.handler, sheetId)
    await scoreIt(world.handler, sheetId)
    const params = { sheetId }
    const body = { version: old.version, digest: old.digest }
    expect(codeOf(await world.handler.call(contract.signSheet, { params, body }))).toBe('platform.stale')
    const now = await show(world.handler, sheetId)
    const other = { version: now.version, digest: '0'.repeat(64) }
    expect(codeOf(await world.handler.call(contract.signSheet, { params, body: other }))).toBe('sheet.contentChanged')
    const key = 'double-click-1'
    const right = { version: now.version, digest: now.digest }
    const [first, second] = await Promise.all([
      world.handler.call(contract.signSheet, { params, body: right, key }),
      world.handler.call(contract.signSheet, { params, body: right, key }),
    ])
    expect([first?.statusCode, second?.statusCode]).toEqual([200, 200])
    expect(first?.json()).toEqual(second?.json())
    expect((await show(world.handler, sheetId)).signatures).toHaveLength(1)
  })

  it('负责人退回写明理由，签字失效；改后重新初评', async () => {
    const { world, sheetId } = await withFigures('辛')
    await recordAll(world.handler, sheetId)
    await scoreIt(world.handler, sheetId)
    await signIt(world.handler, sheetId)
    const { version } = await show(world.head, sheetId)
    const params = { sheetId }
    const back = await world.head.call(contract.returnSheet, { params, body: { version, reason: '扣分依据不足' } })
    expect(back.statusCode, back.body).toBe(200)
    const sheet = await show(world.handler, sheetId)
    expect(sheet).toMatchObject({ state: 'returned', returnReason: '扣分依据不足', number: 2 })
    expect(sheet.signatures).toMatchObject([{ state: 'voided', voiding: { cause: 'returned', by: '科长乙' } }])
    expect((await scoreIt(world.handler, sheetId)).statusCode).toBe(200)
    await signIt(world.handler, sheetId)
    const again = await show(world.handler, sheetId)
    const recalled = await world.handler.call(contract.recallSheet, { params, body: { version: again.version } })
    expect(recalled.statusCode).toBe(200)
    expect((await show(world.handler, sheetId)).state).toBe('scored')
  })

  it('签字之后不能再改登记', async () => {
    const { world, sheetId } = await signedSheet('壬')
    const row = (await show(world.handler, sheetId)).rows[0] as Row
    const params = { sheetId, itemId: row.itemId }
    expect(codeOf(await world.handler.call(contract.recordItem, { params, body: words(row) }))).toBe('item.sheetSigned')
  })
})

describe('回避与范围', () => {
  it('本单位的行在替代单位的表上，由替代单位评；本人任职单位不能评也不能签', async () => {
    const { world, sheetId } = await withFigures('癸')
    const insider = await signedIn(
      server,
      [
        { kind: 'handler', unitId: world.lead, sectionId: world.section },
        { kind: 'unitReporter', unitId: world.town },
      ],
      '兼职人员',
    )
    const row = (await show(insider, sheetId)).rows.find((one) => one.unitId === world.town) as Row
    const params = { sheetId, itemId: row.itemId }
    expect(codeOf(await insider.call(contract.recordItem, { params, body: words(row) }))).toBe('item.ownUnit')
    await recordAll(world.handler, sheetId)
    await scoreIt(world.handler, sheetId)
    expect(codeOf(await signIt(insider, sheetId))).toBe('sheet.ownUnit')
    const substitute = await find(world.staff, world.planId, 'newFirms', 'recusal')
    const hidden = await world.handler.call(contract.showSheet, { params: { sheetId: substitute } })
    expect(hidden.statusCode).toBe(404)
    await close(server, world, 'newFirmCount', world.lead, quantity('8'))
    await recordAll(world.staff, substitute)
    await scoreIt(world.staff, substitute)
    const itemId = (await show(world.staff, substitute)).rows[0]?.itemId ?? ''
    const why = await world.staff.call(whys.whyItem, { params: { itemId } })
    const { plot, row: scored } = why.json<ReplyOf<typeof whys.whyItem>>()
    expect(scored.outcome).toMatchObject({ status: 'scored', points: plot?.own.y })
    // The office reads every sheet, the section its own: the substitute's row is no dot of theirs.
    expect(plot?.peers.length).toBeGreaterThan(0)
    const own = (await world.handler.call(whys.whyItem, { params: { itemId: row.itemId } })).json<
      ReplyOf<typeof whys.whyItem>
    >()
    const names = own.plot?.peers.map(({ unitName }) => unitName) ?? []
    expect(names).toHaveLength(1)
    expect(names).not.toContain(scored.unitName)
    expect((await signIt(world.staff, substitute)).statusCode).toBe(200)
    expect((await signIt(world.director, substitute)).json()).toMatchObject({ state: 'signed' })
  })

  it('别的科室、被考核单位看不到；看得到而不归其评分的不能办', async () => {
    const { world, sheetId } = await withFigures('子')
    const other = await seedSection(server.db, world.lead, '投资科')
    const stranger = await signedIn(server, [{ kind: 'handler', unitId: world.lead, sectionId: other }])
    const appraised = await signedIn(server, [{ kind: 'principal', unitId: world.town }])
    const coordinating = await signedIn(server, [
      { kind: 'sectionHead', unitId: world.lead, sectionId: world.coordinating },
    ])
    const params = { sheetId }
    expect((await stranger.call(contract.showSheet, { params })).statusCode).toBe(404)
    expect((await appraised.call(contract.showSheet, { params })).statusCode).toBe(404)
    expect((await coordinating.call(contract.showSheet, { params })).statusCode).toBe(200)
    const { version } = await show(world.handler, sheetId)
    expect((await stranger.call(contract.scoreSheet, { params, body: { version } })).statusCode).toBe(404)
    expect((await world.staff.call(contract.scoreSheet, { params, body: { version } })).statusCode).toBe(404)
    const reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: world.town }])
    expect((await reporter.call(contract.showSheet, { params })).statusCode).toBe(403)
    const itemId = (await show(world.handler, sheetId)).rows[0]?.itemId ?? ''
    expect((await stranger.call(whys.whyItem, { params: { itemId } })).statusCode).toBe(404)
    expect((await world.handler.call(whys.whyItem, { params: { itemId } })).statusCode).toBe(200)
  })
})

describe('线下签批登记', () => {
  const upload = async (caller: Caller, text: string): Promise<string> => {
    const reply = await caller.call(putFile, {
      body: Buffer.from(`%PDF-1.7 ${text}`),
      headers: { 'x-file-name': encodeURIComponent('签批单.pdf'), 'content-type': 'application/octet-stream' },
    })
    expect(reply.statusCode, reply.body).toBe(200)
    return reply.json<{ digest: string }>().digest
  }

  it('登记、另一人核对后生效；登记人不能自己核对；旧校验码不予登记', async () => {
    const { world, sheetId } = await withFigures('丑')
    await recordAll(world.handler, sheetId)
    await scoreIt(world.handler, sheetId)
    const scanDigest = await upload(world.clerk, '两人手签的扫描件')
    const params = { sheetId }
    const register = async (role: 'handler' | 'sectionHead', personId: string, more: Record<string, string> = {}) => {
      const { version, code } = await show(world.clerk, sheetId)
      const body = { version, role, personId, signedOn: '2025-01-09', checkCode: code, scanDigest, ...more }
      return world.clerk.call(contract.registerPaperSignature, { params, body })
    }
    expect(codeOf(await register('handler', world.handler.personId, { checkCode: '7Q3K-0VXA-M2ZD-9HTC' }))).toBe(
      'signature.codeOutdated',
    )
    expect(codeOf(await register('handler', world.handler.personId, { checkCode: '校验码' }))).toBe(
      'signature.codeMalformed',
    )
    expect(codeOf(await register('handler', world.head.personId))).toBe('sheet.signerUnknown')
    expect(codeOf(await register('handler', world.handler.personId, { signedOn: '2025-02-01' }))).toBe(
      'signature.inFuture',
    )
    expect(codeOf(await register('handler', world.handler.personId, { scanDigest: 'a'.repeat(64) }))).toBe(
      'upload.notFound',
    )
    const ids: string[] = []
    for (const [role, person] of [
      ['handler', world.handler],
      ['sectionHead', world.head],
    ] as const) {
      const reply = await register(role, person.personId)
      expect(reply.statusCode, reply.body).toBe(200)
      ids.push(reply.json<{ signatureId: string }>().signatureId)
    }
    const confirm = async (caller: Caller, signatureId: string) => {
      const { version } = await show(caller, sheetId)
      return caller.call(contract.confirmPaperSignature, { params: { sheetId, signatureId }, body: { version } })
    }
    expect(codeOf(await confirm(world.clerk, ids[0] as string))).toBe('signature.samePerson')
    expect((await confirm(world.head, ids[0] as string)).json()).toMatchObject({ state: 'awaitingHead' })
    expect((await confirm(world.handler, ids[1] as string)).json()).toMatchObject({ state: 'signed' })
    const sheet = await show(world.handler, sheetId)
    expect(sheet.signatures).toMatchObject([
      { role: 'handler', state: 'standing', medium: 'paper', registeredBy: '文秘丁', confirmedBy: '科长乙' },
      { role: 'sectionHead', state: 'standing', medium: 'paper', registeredBy: '文秘丁', confirmedBy: '经办甲' },
    ])
    const scan = await world.head.call(contract.signatureScan, { params: { sheetId, signatureId: ids[0] as string } })
    expect(scan.body).toBe('%PDF-1.7 两人手签的扫描件')
  })

  it('扫描件不符的登记留痕不生效', async () => {
    const { world, sheetId } = await withFigures('寅')
    await recordAll(world.handler, sheetId)
    await scoreIt(world.handler, sheetId)
    const scanDigest = await upload(world.clerk, '扫错的一页')
    const { version, code } = await show(world.clerk, sheetId)
    const params = { sheetId }
    const body = { version, role: 'handler', personId: world.handler.personId, signedOn: '2025-01-09', scanDigest }
    const reply = await world.clerk.call(contract.registerPaperSignature, {
      params,
      body: { ...body, checkCode: code },
    })
    const { signatureId } = reply.json<{ signatureId: string }>()
    const now = await show(world.head, sheetId)
    const refused = await world.head.call(contract.refusePaperSignature, {
      params: { sheetId, signatureId },
      body: { version: now.version, reason: '扫描件缺签字页' },
    })
    expect(refused.statusCode, refused.body).toBe(200)
    const sheet = await show(world.head, sheetId)
    expect(sheet.signatures).toMatchObject([{ state: 'refused', voiding: { cause: '扫描件缺签字页' } }])
    expect(sheet.state).toBe('scored')
  })
})

describe('方案新版本', () => {
  it('规则、分值、目标、分组未变的签字有效；目标变了的行另表重签，注明方案变更', async () => {
    const { world, sheetId } = await signedSheet('卯')
    const tasks = world.baseContent.tasks.map((task) =>
      task.leafKey === 'newFirms' && task.unitId === world.town
        ? { ...task, target: { kind: 'set' as const, value: '10' } }
        : task,
    )
    await reissue(world, { ...world.baseContent, tasks }, 4)
    const old = await show(world.handler, sheetId)
    expect(old).toMatchObject({ state: 'signed', units: 1, planNumber: 1 })
    expect(old.rows.find((row) => row.unitId === world.town)?.fallen).toMatchObject({ cause: '方案变更' })
    const [amendment] = old.amendments
    const fresh = await show(world.handler, amendment?.id ?? '')
    expect(fresh).toMatchObject({ state: 'toScore', planNumber: 2, fallCause: '方案变更', amends: sheetId, units: 1 })
    expect(fresh.rows[0]?.outcome).toMatchObject({ status: 'scored', points: '1.5' })
    const rows = (await signedRows(server.db, world.planId)).filter((row) => row.leafKey === 'newFirms')
    expect(rows.map((row) => row.unitId)).toEqual([world.transport])
    const untouched = await show(world.handler, await find(world.handler, world.planId, 'growth'))
    expect(untouched).toMatchObject({ planNumber: 2, state: 'toScore' })
  })
})

describe('打印', () => {
  it('评分表带校验码，Word、PDF、OFD 与 Excel 四种', async () => {
    const { world, sheetId } = await withFigures('辰')
    for (const format of ['docx', 'xlsx', 'pdf', 'ofd'] as const) {
      const reply = await world.handler.call(contract.sheetPaper, { params: { sheetId }, query: { format } })
      expect(reply.statusCode, reply.body.slice(0, 200)).toBe(200)
      expect(reply.rawPayload.subarray(0, 2).toString()).toBe(format === 'pdf' ? '%P' : 'PK')
      expect(decodeURIComponent(String(reply.headers['content-disposition']))).toContain(`评分表.${format}`)
      if (format !== 'docx') continue
      const { rows } = await show(world.handler, sheetId)
      const { content } = await server.db
        .selectFrom('plan_version')
        .select('content')
        .where('plan_id', '=', world.planId)
        .executeTakeFirstOrThrow()
      await figuresHeld('scoreSheet', reply.rawPayload, {
        rows: rows.map((row) => [
          row.unitName,
          ...row.figures.map(({ value }) => value),
          row.outcome.status === 'scored' ? row.outcome.points : '',
          row.lost,
          content.indicators.find(({ key }) => key === 'newFirms')?.fullMark,
        ]),
        from: [content, '2025-01-10'],
      })
    }
  })
})
