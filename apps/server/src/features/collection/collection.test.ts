import * as contract from '@quanheng/contract/datum'
import { listObserved } from '@quanheng/contract/observed'
import type { ReplyOf } from '@quanheng/contract/route'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { factsOf } from './index.ts'
import {
  type CollectionWorld,
  collectionContent,
  collectionWorld,
  issueContent,
  quantity,
  reportOne,
  sendFile,
} from './testing/collection-world.ts'

let server: TestServer
let world: CollectionWorld

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  world = await collectionWorld(server)
})
afterAll(() => server.close())

const shown = async (caller: { call: CollectionWorld['reporter']['call'] }, datumId: string) =>
  caller.call(contract.showDatum, { params: { datumId } })
const stateOf = async (datumId: string) =>
  await server.db
    .selectFrom('datum')
    .select(['state', 'version', 'final_number'])
    .where('id', '=', datumId)
    .executeTakeFirstOrThrow()

describe('印发时开列采集任务', () => {
  it('每个数据项每个单位一项，问谁、谁评分都记下；回避的由替代单位采集', async () => {
    const rows = await server.db.selectFrom('datum').selectAll().where('plan_id', '=', world.plan.planId).execute()
    expect(rows).toHaveLength(3 + 3 + 2 + 1 + 1)
    const own = rows.find((row) => row.element_key === 'quality' && row.unit_id === world.lead)
    expect(own).toMatchObject({ asked_unit_id: world.office, source: { kind: 'substitute', unitId: world.office } })
    const quality = rows.find((row) => row.element_key === 'quality' && row.unit_id === world.transport)
    expect(quality).toMatchObject({
      asked_unit_id: world.lead,
      asked_section_id: world.section,
      scorer_places: [`${world.lead}/${world.section}`],
      state: 'notReported',
    })
  })

  it('新版方案不动未变的数据；口径变了的退回重报，不再要的搁置', async () => {
    const other = await collectionWorld(server, '二')
    const firms = await other.datumId('newFirmCount', other.transport)
    const growth = await other.datumId('growthRate', other.transport)
    await reportOne(other.reporter, firms, 1, quantity('12'))
    await reportOne(other.provider, growth, 1, quantity('6.4'))
    const content = collectionContent(other)
    const next = {
      ...content,
      tasks: content.tasks.filter((task) => task.leafKey !== 'steps'),
      dataElements: content.dataElements.map((element) =>
        element.key === 'newFirmCount' ? { ...element, unit: '户' } : element,
      ),
    }
    await issueContent(server, next, other.plan)
    expect(await stateOf(growth)).toMatchObject({ state: 'reported', version: 2 })
    expect(await stateOf(firms)).toMatchObject({ state: 'returned', version: 3 })
    const steps = await other.datumId('steps', other.transport)
    expect((await shown(other.reporter, steps)).statusCode).toBe(404)
    expect((await reportOne(other.reporter, steps, 2, { kind: 'checklist', ticked: [] })).statusCode).toBe(404)
    const reply = await shown(other.reporter, firms)
    expect(reply.json()).toMatchObject({ state: 'returned', versions: [{ value: { value: '12' } }] })
    expect(reply.json().returnReason).toContain('方案变更')
  })
})

describe('报送、确认、关闭', () => {
  it('全角数字归一；单位负责人确认时缺件要说明；评分科室关闭后可评分', async () => {
    const id = await world.datumId('newFirmCount', world.transport)
    const reported = await reportOne(world.reporter, id, 1, quantity('１２'))
    expect(reported.statusCode, reported.body).toBe(200)
    expect((await shown(world.reporter, id)).json()).toMatchObject({
      state: 'reported',
      last: { value: { kind: 'quantity', value: '12' }, asOf: '2024-12-31', receivedOn: '2025-01-10' },
      next: { command: 'confirm', people: [{ name: '局长戊' }] },
    })
    const bare = await world.unitHead.call(contract.confirmData, { body: { rows: [{ datumId: id, version: 2 }] } })
    expect(bare.statusCode).toBe(422)
    expect(bare.json().error).toMatchObject({ code: 'datum.evidenceMissing', params: { names: '入库名单' } })
    const body = { rows: [{ datumId: id, version: 2, gapReason: '名单盖章后补交' }] }
    expect((await world.unitHead.call(contract.confirmData, { body })).statusCode).toBe(200)
    const closed = await world.handler.call(contract.closeData, { body: { rows: [{ datumId: id, version: 3 }] } })
    expect(closed.statusCode, closed.body).toBe(200)
    expect(await stateOf(id)).toMatchObject({ state: 'closed', final_number: 1 })
    const facts = await factsOf(server.db, world.plan.planId, 'newFirms')
    const own = facts.find((one) => one.unitId === world.transport)
    expect(own?.facts.inputs).toEqual({
      完成值: { kind: 'quantity', value: '12' },
      目标值: { kind: 'quantity', value: '8' },
    })
    expect(own?.data).toMatchObject([{ datumId: id, version: 1, closed: true }])
    const stored = await server.db
      .selectFrom('datum_version')
      .select('digest')
      .where('datum_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(own?.data[0]?.digest).toBe(stored.digest)
    expect(facts.find((one) => one.unitId === world.town)?.facts.inputs.完成值).toEqual({ kind: 'missing' })
  })

  it('重新开放须写理由，并让引用它的签名失效（由上层办理）', async () => {
    const id = await world.datumId('newFirmCount', world.transport)
    const bare = await world.head.call(contract.reopenDatum, {
      params: { datumId: id },
      body: { version: 4, reason: ' ' },
    })
    expect(bare.statusCode).toBe(400)
    const body = { version: 4, reason: '名单有误' }
    const reopened = await world.head.call(contract.reopenDatum, { params: { datumId: id }, body })
    expect(reopened.statusCode, reopened.body).toBe(200)
    expect(await stateOf(id)).toMatchObject({ state: 'confirmed', final_number: null })
    const [own] = (await factsOf(server.db, world.plan.planId, 'newFirms')).filter(
      (one) => one.unitId === world.transport,
    )
    expect(own?.data).toMatchObject([{ closed: false }])
  })

  it('数据提供单位：本单位他人确认，本人不能确认自己报的', async () => {
    const id = await world.datumId('growthRate', world.town)
    expect((await reportOne(world.provider, id, 1, quantity('6.50%'))).statusCode).toBe(200)
    const self = await world.provider.call(contract.confirmData, {
      body: { rows: [{ datumId: id, version: 2, gapReason: 'x' }] },
    })
    expect(self.json().error.code).toBe('datum.samePerson')
    const other = await world.providerHead.call(contract.confirmData, {
      body: { rows: [{ datumId: id, version: 2, gapReason: '快报未盖章' }] },
    })
    expect(other.statusCode, other.body).toBe(200)
  })

  it('责任科室评定、上级认定、清单勾选各按各的类型', async () => {
    const quality = await world.datumId('quality', world.transport)
    const safety = await world.datumId('safety', world.transport)
    const steps = await world.datumId('steps', world.transport)
    expect((await reportOne(world.handler, quality, 1, { kind: 'judgement', points: '4.5' })).statusCode).toBe(200)
    expect((await reportOne(world.handler, safety, 1, { kind: 'fact', met: true })).statusCode).toBe(200)
    const ticks = await reportOne(world.reporter, steps, 1, { kind: 'checklist', ticked: ['b', 'a', 'b'] })
    expect(ticks.statusCode, ticks.body).toBe(200)
    expect((await shown(world.reporter, steps)).json().last.value.ticked).toEqual(['a', 'b'])
    const facts = await factsOf(server.db, world.plan.planId, 'steps')
    expect(facts[0]?.facts.inputs.完成事项).toEqual({ kind: 'checklist', ticked: ['1', '2'] })
    const wrong = await reportOne(world.handler, quality, 2, quantity('4'), { reason: '更正' })
    expect(wrong.json().error).toMatchObject({ code: 'datum.notNow' })
    const body = { rows: [{ datumId: quality, version: 2 }] }
    expect((await world.head.call(contract.confirmData, { body })).statusCode).toBe(200)
  })

  it('退回须写理由，重报须写更正说明，旧数仍在', async () => {
    const id = await world.datumId('newFirmCount', world.town)
    await reportOne(world.townReporter, id, 1, quantity('7'))
    const back = await world.handler.call(contract.returnDatum, {
      params: { datumId: id },
      body: { version: 2, reason: '与直报平台不一致', until: '2025-01-11', to: 'reporter' },
    })
    expect(back.statusCode, back.body).toBe(200)
    const silent = await reportOne(world.townReporter, id, 3, quantity('6'))
    expect(silent.json().error).toMatchObject({ code: 'datum.reasonMissing', at: 'body.rows.0.reason' })
    expect((await reportOne(world.townReporter, id, 3, quantity('6'), { reason: '按平台更正' })).statusCode).toBe(200)
    const reply = (await shown(world.townReporter, id)).json()
    expect(reply.versions.map((version: { value: unknown }) => version.value)).toEqual([quantity('7'), quantity('6')])
  })

  it('撤回后可改报', async () => {
    const id = await world.datumId('steps', world.transport)
    const taken = await world.reporter.call(contract.withdrawDatum, { params: { datumId: id }, body: { version: 2 } })
    expect(taken.statusCode, taken.body).toBe(200)
    expect(await stateOf(id)).toMatchObject({ state: 'drafting' })
  })
})

describe('代录', () => {
  it('附原件、写理由，由第二人确认；原件不是本人上传的被拒', async () => {
    const id = await world.datumId('growthRate', world.transport)
    const digest = await sendFile(server, world.handler, '统计函.pdf', Buffer.from('%PDF-1.7 original'))
    const body = {
      version: 1,
      value: quantity('6.2'),
      release: 'final',
      asOf: '2024-12-31',
      body: '云岭市统计局',
      onBehalfReason: '统计局暂未接入平台',
      originalDigest: digest,
    }
    const stranger = await world.officeStaff.call(contract.reportOnBehalf, { params: { datumId: id }, body })
    expect(stranger.json().error.code).toBe('upload.notFound')
    const entered = await world.handler.call(contract.reportOnBehalf, { params: { datumId: id }, body })
    expect(entered.statusCode, entered.body).toBe(200)
    const reply = (await shown(world.head, id)).json()
    expect(reply.last).toMatchObject({ onBehalf: { body: '云岭市统计局' } })
    expect(reply.last.evidenceIds).toEqual([reply.last.onBehalf.originalEvidenceId])
    const rows = [{ datumId: id, version: 2, gapReason: '见统计函' }]
    const own = await world.handler.call(contract.confirmData, { body: { rows } })
    expect(own.json().error.code).toBe('datum.samePerson')
    expect((await world.providerHead.call(contract.confirmData, { body: { rows } })).statusCode).toBe(404)
    expect((await world.head.call(contract.confirmData, { body: { rows } })).statusCode).toBe(200)
    const observer = await signedIn(server, [{ kind: 'observer', unitId: world.lead }], '监督人')
    const listed = await observer.call(listObserved, { query: { kind: 'onBehalf' } })
    expect(listed.json<ReplyOf<typeof listObserved>>().rows).toMatchObject([
      { noun: 'datum', subjectId: id, post: 'handler', note: '统计局暂未接入平台' },
    ])
  })
})

describe('谁看得见、谁能办', () => {
  it('别的单位的数据当作没有：读、报、确认、退回都是 404', async () => {
    const id = await world.datumId('newFirmCount', world.town)
    expect((await shown(world.reporter, id)).statusCode).toBe(404)
    expect((await reportOne(world.reporter, id, 4, quantity('1'))).statusCode).toBe(404)
    const body = { rows: [{ datumId: id, version: 4 }] }
    expect((await world.unitHead.call(contract.confirmData, { body })).statusCode).toBe(404)
    const back = { params: { datumId: id }, body: { version: 4, reason: 'x', until: '2025-01-11', to: 'reporter' } }
    expect((await world.unitHead.call(contract.returnDatum, back)).statusCode).toBe(404)
  })

  it('被考核单位看不到责任科室对本单位的评定', async () => {
    const id = await world.datumId('quality', world.transport)
    expect((await shown(world.unitHead, id)).statusCode).toBe(404)
    const list = (await world.unitHead.call(contract.listData)).json()
    expect(list.rows.map((row: { element: { key: string } }) => row.element.key).toSorted()).toEqual([
      'newFirmCount',
      'steps',
    ])
  })

  it('职务不符的 403，回避的关闭不了', async () => {
    const id = await world.datumId('newFirmCount', world.transport)
    expect((await world.unitHead.call(contract.reportData, { body: { rows: [] } })).statusCode).toBe(403)
    const quality = await world.datumId('quality', world.lead)
    expect((await shown(world.handler, quality)).statusCode).toBe(404)
    expect((await shown(world.officeStaff, id)).statusCode).toBe(200)
  })

  it('列表按状态、逾期、待我办理筛选，按名称查找，并给出各类件数', async () => {
    const all = (await world.officeStaff.call(contract.listData, { query: { planId: world.plan.planId } })).json()
    expect(all.total).toBe(10)
    const named = await world.officeStaff.call(contract.listData, {
      query: { planId: world.plan.planId, q: '服务业增加值' },
    })
    expect(named.json().total).toBe(3)
    const mine = (await world.officeStaff.call(contract.listData, { query: { turn: 'report' } })).json()
    expect(mine.rows.every((row: { may: string[] }) => row.may.includes('report'))).toBe(true)
    expect((await world.officeStaff.call(contract.countData)).json().report).toBe(mine.total)
    const toClose = (await world.handler.call(contract.listData, { query: { turn: 'close' } })).json()
    expect(toClose.total).toBeGreaterThan(0)
    expect((await world.handler.call(contract.countData)).json().close).toBe(toClose.total)
    expect(toClose.rows.every((row: { may: string[] }) => row.may.includes('close'))).toBe(true)
    const strange = await world.officeStaff.call(contract.listData, { query: { q: "100%'; --_" } })
    expect(strange.json().total).toBe(0)
  })
})

describe('催报', () => {
  it('说出找谁、电话和可以照发的文字；确认的也催', async () => {
    server.setNow('2025-01-13T10:00:00+08:00')
    await server.db
      .updateTable('person')
      .set({ phone: '0000-5550188' })
      .where('id', '=', world.reporter.personId)
      .execute()
    const handler = await signedIn(server, [{ kind: 'handler', unitId: world.lead, sectionId: world.section }])
    const reply = await handler.call(contract.urgingList, { params: { planId: world.plan.planId } })
    expect(reply.statusCode, reply.body).toBe(200)
    const { rows } = reply.json<{ rows: { unitName: string; waitsFor: string; people: unknown[]; text: string }[] }>()
    const transport = rows.find((row) => row.unitName === '云岭市交通运输局' && row.waitsFor === 'report')
    expect(transport?.people).toEqual([{ name: '填报丁', post: 'unitReporter', phone: '0000-5550188' }])
    expect(transport?.text).toContain('推进事项')
    expect(transport?.text).toContain('逾期1天')
    const file = await handler.call(contract.urgingTable, { params: { planId: world.plan.planId } })
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK')
    server.setNow('2025-01-10T10:00:00+08:00')
    expect((await world.reporter.call(contract.urgingList, { params: { planId: world.plan.planId } })).statusCode).toBe(
      403,
    )
  })
})

describe('留痕', () => {
  it('变更后的形式能从现存的行重算出来', async () => {
    const { canonicalLoaded } = await import('./canonical.ts')
    const { changeDigest, saltOf } = await import('../../platform/door/act.ts')
    const { loadDatum } = await import('./datum-store.ts')
    const key = (await server.db.selectFrom('installation').select('salt_key').executeTakeFirstOrThrow()).salt_key
    const acts = await server.db.selectFrom('act').select(['changes']).orderBy('seq').execute()
    const last = new Map(
      acts.flatMap((act) =>
        act.changes.filter((change) => change.noun === 'datum').map((change) => [change.id, change]),
      ),
    )
    expect(last.size).toBeGreaterThan(5)
    for (const [id, change] of last) {
      const loaded = await loadDatum(server.db, id)
      if (loaded?.row.version !== change.version) continue
      expect(changeDigest(saltOf(key, 'datum', id), canonicalLoaded(loaded))).toBe(change.after)
    }
  })
})
