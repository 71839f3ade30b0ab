import * as circular from '@quanheng/contract/circular'
import * as items from '@quanheng/contract/rectification'
import * as contract from '@quanheng/contract/supervision'
import * as visits from '@quanheng/contract/supervision-visit'
import { listNotifications, listOwed, listTasks } from '@quanheng/contract/workbench'
import { usualLadder } from '@quanheng/domain/supervision/ticket'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSealed, sealedNow } from '../../platform/testing/printed-feet.ts'
import { type Caller, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { type MeetingWorld, meetingWorld } from '../meeting/testing/meeting-world.ts'
import { done, upload } from '../result/testing/result-world.ts'

let server: TestServer
let world: MeetingWorld
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await meetingWorld(server, '督')
})
afterAll(() => server.close())

const code = (reply: { readonly body: string }): string => JSON.parse(reply.body).error?.code ?? 'done'
const atOrder = (supervisionId: string) => ({ params: { supervisionId } })
const atVisit = (supervisionVisitId: string) => ({ params: { supervisionVisitId } })
const atItem = (rectificationId: string) => ({ params: { rectificationId } })
const showOrder = (caller: Caller, id: string) => done(caller, contract.showSupervision, atOrder(id))
const showVisit = (caller: Caller, id: string) => done(caller, visits.showSupervisionVisit, atVisit(id))
const showItem = (caller: Caller, id: string) => done(caller, items.showRectification, atItem(id))
type More = Readonly<Record<string, unknown>>
const onOrder = async (caller: Caller, id: string, more: More = {}) => ({
  ...atOrder(id),
  body: { version: (await showOrder(caller, id)).version, ...more },
})
const onVisit = async (caller: Caller, id: string, more: More = {}) => ({
  ...atVisit(id),
  body: { version: (await showVisit(caller, id)).version, ...more },
})
const onItem = async (caller: Caller, id: string, more: More = {}) => ({
  ...atItem(id),
  body: { version: (await showItem(caller, id)).version, ...more },
})
const mine = async (caller: Caller): Promise<readonly string[]> =>
  (await done(caller, listTasks, {})).rows
    .filter(({ noun }) => ['supervision', 'supervisionVisit', 'rectification'].includes(noun))
    .map(({ verb }) => verb)
const told = async (caller: Caller): Promise<readonly string[]> =>
  (await done(caller, listNotifications, {})).rows.map(({ code: said }) => said)

const subject = '固定资产投资增速'
const content = (unitIds: readonly string[]) => ({
  kind: 'routine' as const,
  title: '一季度重点工作督查',
  basis: '2025年督查计划',
  wording: '查看项目现场和台账。',
  subjects: [subject],
  unitIds: [...unitIds],
  // Begins in the year before: a visit counts in the year in which it was.
  from: '2024-12-20',
  to: '2025-01-31',
  ladder: usualLadder,
})

/** Ordered by the head; the visit of the member unit. */
const ordered = async () => {
  const { supervisionId } = await done(world.clerk, contract.beginSupervision, {
    body: { content: content([world.member]) },
  })
  await done(world.clerk, contract.proposeSupervision, await onOrder(world.clerk, supervisionId))
  const given = { words: '同意', on: '2025-01-20', scanDigest: null }
  await done(world.head, contract.orderSupervision, await onOrder(world.head, supervisionId, given))
  const [visit] = (await showOrder(world.clerk, supervisionId)).visits
  return { supervisionId, visitId: visit?.supervisionVisitId ?? '' }
}

/** What the papers of an order are made from. */
const sourcesOf = async (supervisionId: string) => [
  await server.db.selectFrom('supervision').selectAll().where('id', '=', supervisionId).execute(),
  await server.db.selectFrom('supervision_visit').selectAll().where('supervision_id', '=', supervisionId).execute(),
  await server.db.selectFrom('rectification').selectAll().where('supervision_id', '=', supervisionId).execute(),
]

const notes = async () => {
  const digest = await upload(server, world.clerk, '现场.jpg')
  return {
    on: '2025-01-20',
    visitors: '督查一组',
    overview: '工作总体有序。',
    files: [],
    findings: [
      {
        subject,
        fact: '入库项目未开工',
        basis: '实施方案第三条',
        seriousness: 'major',
        photographs: [{ digest, name: '现场.jpg' }],
      },
    ],
  }
}

/** Written up by one clerk, heard, upheld by the second: one item. */
const upheld = async () => {
  const { supervisionId, visitId } = await ordered()
  await done(world.clerk, visits.recordVisit, await onVisit(world.clerk, visitId, { notes: await notes() }))
  await done(world.clerk, visits.sendVisit, await onVisit(world.clerk, visitId, { until: '2025-01-22' }))
  const said = { words: '', files: [], scanDigest: null }
  await done(world.liaison, visits.stateOnVisit, await onVisit(world.liaison, visitId, said))
  const [finding] = (await showVisit(world.second, visitId)).findings
  const upshots = [{ findingId: finding?.findingId ?? '', upheld: true, words: '按期开工', due: '2025-01-24' }]
  const settled = await onVisit(world.second, visitId, { documentNumber: '云督〔2025〕1号', upshots })
  await done(world.second, visits.settleVisit, settled)
  const item = (await showOrder(world.clerk, supervisionId)).visits[0]?.items[0]
  return { supervisionId, visitId, rectificationId: item?.rectificationId ?? '' }
}

describe('督查整改', () => {
  it('起草 → 组长批准 → 走访 → 单位陈述 → 认定 → 整改 → 另一人复查销号 → 通报', async () => {
    const ground = await done(world.clerk, contract.supervisionGround, {})
    expect(ground.units.find(({ unitId }) => unitId === world.member)).toMatchObject({ supervised: 0, verified: 0 })
    const unknown = { body: { content: content(['00000000-0000-4000-8000-000000000000']) } }
    expect(code(await world.clerk.call(contract.beginSupervision, unknown))).toBe('platform.notFound')

    const { supervisionId, visitId } = await ordered()
    expect(await told(world.head)).toContain('notification.supervisionToOrder')
    expect(await mine(world.clerk)).toEqual(['record'])
    expect((await world.liaison.call(visits.showSupervisionVisit, atVisit(visitId))).statusCode).toBe(404)
    const outside = await notes()
    const wrong = { ...outside, findings: outside.findings.map((one) => ({ ...one, subject: '消费' })) }
    const refused = await world.clerk.call(visits.recordVisit, await onVisit(world.clerk, visitId, { notes: wrong }))
    expect(code(refused)).toBe('supervisionVisit.subjectUnknown')
    await done(world.clerk, visits.recordVisit, await onVisit(world.clerk, visitId, { notes: outside }))
    await done(world.clerk, visits.sendVisit, await onVisit(world.clerk, visitId, { until: '2025-01-22' }))

    expect(await told(world.liaison)).toContain('notification.visitToState')
    expect(await mine(world.liaison)).toEqual(['state'])
    expect((await world.outsider.call(visits.showSupervisionVisit, atVisit(visitId))).statusCode).toBe(404)
    const seen = await showVisit(world.liaison, visitId)
    expect(seen).toMatchObject({ office: false, may: ['state'] })
    expect(seen.steps.map(({ command }) => command)).toEqual(['send'])
    const digest = seen.findings[0]?.photographs[0]?.digest ?? ''
    const photograph = { params: { supervisionVisitId: visitId, fileDigest: digest } }
    expect((await world.liaison.call(visits.supervisionVisitFile, photograph)).statusCode).toBe(200)
    expect((await world.outsider.call(visits.supervisionVisitFile, photograph)).statusCode).toBe(404)
    const early = { documentNumber: '', upshots: [] }
    expect(code(await world.second.call(visits.settleVisit, await onVisit(world.second, visitId, early)))).toBe(
      'supervisionVisit.stillStating',
    )
    const said = { words: '已开工两个', files: [], scanDigest: null }
    await done(world.liaison, visits.stateOnVisit, await onVisit(world.liaison, visitId, said))
    expect((await showVisit(world.clerk, visitId)).may).toEqual([])
    const [finding] = (await showVisit(world.second, visitId)).findings
    const upshots = [{ findingId: finding?.findingId ?? '', upheld: true, words: '一季度内开工', due: '2025-01-24' }]
    const settled = { documentNumber: '云督〔2025〕3号', upshots }
    const own = await world.clerk.call(visits.settleVisit, await onVisit(world.clerk, visitId, settled))
    expect(code(own)).toBe('supervisionVisit.samePerson')
    await done(world.second, visits.settleVisit, await onVisit(world.second, visitId, settled))

    const shown = await showOrder(world.clerk, supervisionId)
    expect(shown.visits).toMatchObject([{ inYear: 1, items: [{ state: 'open', ticket: 'hint', subject }] }])
    const rectificationId = shown.visits[0]?.items[0]?.rectificationId ?? ''
    expect(await told(world.liaison)).toContain('notification.rectificationOrdered')
    expect(await mine(world.liaison)).toEqual(['plan'])
    expect((await world.outsider.call(items.showRectification, atItem(rectificationId))).statusCode).toBe(404)
    const seal = await sealedNow(server)
    const paper = (format: string) =>
      world.liaison.call(visits.rectificationNotice, { ...atVisit(visitId), query: { format } })
    const noticed = await paper('docx')
    await expectSealed(noticed, seal)
    await figuresHeld('rectificationNotice', noticed.rawPayload, {
      rows: [[subject, '入库项目未开工', '一季度内开工', '2025年1月24日']],
      from: [await sourcesOf(supervisionId), '认定须整改的问题1个'],
    })
    for (const format of ['pdf', 'ofd']) expect((await paper(format)).statusCode).toBe(200)

    const plan = { words: '分批开工', personResponsible: '张某', plannedDue: '2025-01-25' }
    const late = await world.liaison.call(items.planRectification, await onItem(world.liaison, rectificationId, plan))
    expect(code(late)).toBe('rectification.byLate')
    const inTime = await onItem(world.liaison, rectificationId, { ...plan, plannedDue: '2025-01-24' })
    await done(world.liaison, items.planRectification, inTime)
    const bare = await onItem(world.liaison, rectificationId, { words: '已开工', files: [] })
    expect(code(await world.liaison.call(items.reportRectification, bare))).toBe('rectification.evidenceMissing')
    const files = [{ digest: await upload(server, world.liaison, '开工.jpg'), name: '开工.jpg' }]
    const report = await onItem(world.liaison, rectificationId, { words: '已开工', files })
    await done(world.liaison, items.reportRectification, report)
    expect(await mine(world.clerk)).not.toContain('close')
    expect(await mine(world.second)).toContain('close')
    const check = { words: '现场查看属实', on: '2025-01-20', files: [] }
    const byFinder = await world.clerk.call(items.closeRectification, await onItem(world.clerk, rectificationId, check))
    expect(code(byFinder)).toBe('rectification.finder')
    await done(world.second, items.closeRectification, await onItem(world.second, rectificationId, check))
    expect(await told(world.liaison)).toContain('notification.rectificationClosed')

    const end = await onOrder(world.clerk, supervisionId, { words: '各单位高度重视。' })
    const { circularId } = await done(world.clerk, contract.concludeSupervision, end)
    const drafted = await done(world.clerk, circular.showCircular, { params: { circularId: circularId ?? '' } })
    expect(drafted).toMatchObject({ state: 'draft', kind: 'circular', title: '关于一季度重点工作督查情况的通报' })
    expect(drafted.wording).toContain('入库项目未开工。整改要求：一季度内开工。整改时限：2025年1月24日。')
    expect(drafted.wording).toContain('各单位高度重视')
    const text = { params: { circularId: circularId ?? '' }, query: { paper: 'text', format: 'docx' } } as const
    const draft = await world.clerk.call(circular.circularPaper, text)
    await figuresHeld('supervisionCircular', draft.rawPayload, {
      from: [await sourcesOf(supervisionId), '走访1个单位', '问题1个', '涉及1个单位'],
    })
    const again = await world.clerk.call(visits.dropVisit, await onVisit(world.clerk, visitId, { reason: '不再' }))
    expect(code(again)).toBe('supervisionVisit.notNow')
  })

  it('同一单位同一内容再次发现的转为黄色督办，能看到上一次；逾期三个工作日的转红，列入催报', async () => {
    const { rectificationId } = await upheld()
    const shown = await showItem(world.staff, rectificationId)
    expect(shown).toMatchObject({ times: 2, ticket: 'yellow', follows: usualLadder.follows.yellow })
    expect(shown.citation).toBe('《关于整改一季度重点工作督查发现问题的通知》（云督〔2025〕1号）')
    expect(shown.earlier.map(({ state }) => state)).toEqual(['closed'])
    const { rows: owed } = await done(world.staff, listOwed, { query: { ahead: '10' } })
    expect(owed.filter(({ noun }) => noun === 'rectification')).toMatchObject([
      { verb: 'plan', body: world.memberName, due: '2025-01-24' },
    ])
    expect((await done(world.staff, items.listRectifications, { query: { late: 'yes' } })).total).toBe(0)
    await server.db.updateTable('rectification').set({ due: '2025-01-15' }).where('id', '=', rectificationId).execute()
    const { rows } = await done(world.staff, items.listRectifications, { query: { ticket: 'red' } })
    expect(rows).toMatchObject([{ id: rectificationId, daysLate: 3 }])
    expect((await done(world.staff, items.listRectifications, { query: { again: 'yes' } })).total).toBe(1)
    expect((await done(world.liaison, items.listRectifications, {})).total).toBe(2)
    expect((await done(world.outsider, items.listRectifications, {})).total).toBe(0)
  })

  it('台账可导出 Excel，可打印；外单位的导出没有别人的事项', async () => {
    const table = await world.staff.call(items.exportRectifications, { query: { format: 'csv' } })
    expect(table.body).toContain('红色督办')
    const foreign = await world.outsider.call(items.exportRectifications, { query: { format: 'csv' } })
    expect(foreign.body).not.toContain(subject)
    expect((await world.staff.call(items.exportRectifications, {})).statusCode).toBe(200)
    for (const format of ['docx', 'pdf']) {
      const reply = await world.staff.call(items.rectificationRegister, { query: { format } })
      expect(reply.statusCode).toBe(200)
      if (format === 'pdf') continue
      const { rows } = await done(world.staff, items.listRectifications, {})
      const late = rows.filter(({ daysLate, state }) => daysLate > 0 && state !== 'closed').length
      const closed = rows.filter(({ state }) => state === 'closed').length
      await figuresHeld('rectificationRegister', reply.rawPayload, {
        rows: rows.map((row) => [row.unitName, row.subject, row.times, row.due, row.daysLate || '']),
        from: [`共${rows.length}项，已销号${closed}项，逾期未完成${late}项`],
      })
    }
  })

  it('不再走访的写明理由后可以结束，一个单位也没有走访的不起草通报；延期写明理由', async () => {
    const { supervisionId, visitId } = await ordered()
    expect(
      code(
        await world.clerk.call(contract.concludeSupervision, await onOrder(world.clerk, supervisionId, { words: '' })),
      ),
    ).toBe('supervision.visitsOpen')
    const nothing = await world.clerk.call(visits.rectificationNotice, atVisit(visitId))
    expect(code(nothing)).toBe('supervisionVisit.nothingUpheld')
    await done(world.clerk, visits.dropVisit, await onVisit(world.clerk, visitId, { reason: '本年已走访多次' }))
    const { circularId } = await done(
      world.clerk,
      contract.concludeSupervision,
      await onOrder(world.clerk, supervisionId, { words: '' }),
    )
    expect(circularId).toBeNull()
    const { rectificationId } = await upheld()
    const more = await onItem(world.clerk, rectificationId, { reason: '冬季不能施工', due: '2025-02-28' })
    await done(world.clerk, items.extendRectification, more)
    expect(await showItem(world.liaison, rectificationId)).toMatchObject({ due: '2025-02-28', times: 3, ticket: 'red' })
  })

  it('组长退回、考评办撤销须有理由；代为登记批准的附签批原件', async () => {
    const { supervisionId } = await done(world.clerk, contract.beginSupervision, {
      body: { content: content([world.member]) },
    })
    await done(world.clerk, contract.proposeSupervision, await onOrder(world.clerk, supervisionId))
    const given = { words: '同意', on: '2025-01-20', scanDigest: null }
    const bare = await world.clerk.call(contract.orderSupervision, await onOrder(world.clerk, supervisionId, given))
    expect(code(bare)).toBe('supervision.scanMissing')
    const back = await onOrder(world.head, supervisionId, { reason: '减少单位', scanDigest: null })
    await done(world.head, contract.returnSupervision, back)
    const changed = { content: { ...content([world.member]), kind: 'research' } }
    await done(world.clerk, contract.editSupervision, await onOrder(world.clerk, supervisionId, changed))
    const { rows } = await done(world.clerk, contract.listSupervisions, { query: { kind: 'research' } })
    expect(rows.map(({ id }) => id)).toEqual([supervisionId])
    expect((await world.liaison.call(contract.listSupervisions, {})).statusCode).toBe(403)
    await done(
      world.clerk,
      contract.cancelSupervision,
      await onOrder(world.clerk, supervisionId, { reason: '不再开展' }),
    )
    expect((await showOrder(world.clerk, supervisionId)).state).toBe('cancelled')
  })
})
