import * as approvals from '@quanheng/contract/approval'
import * as assigned from '@quanheng/contract/assigned-task'
import * as contract from '@quanheng/contract/meeting'
import * as books from '@quanheng/contract/number-book'
import { listTasks } from '@quanheng/contract/workbench'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx, textOf } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSealed, sealedNow } from '../../platform/testing/printed-feet.ts'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { approvalSteps } from '../approval/testing/approval-steps.ts'
import { allRoutes } from '../index.ts'
import { done, upload } from '../result/testing/result-world.ts'
import {
  agendaBody,
  aTopic,
  attendanceOf,
  type MeetingWorld,
  meetingWorld,
  onNow,
  recordBody,
} from './testing/meeting-world.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

const steps = approvalSteps(() => server)
const code = (reply: { readonly body: string }): string => JSON.parse(reply.body).error?.code ?? 'done'

/** Topics with the head, confirmed in the other order, the second one postponed. */
const confirmed = async (world: MeetingWorld): Promise<string> => {
  const { meetingId } = await done(world.clerk, contract.beginMeeting, {
    body: { kind: 'steeringGroup', agenda: await agendaBody(server, world.clerk) },
  })
  await done(world.clerk, contract.proposeTopics, await onNow(world.clerk, meetingId))
  const { agenda } = await done(world.head, contract.showMeeting, { params: { meetingId } })
  const [first, second] = agenda.map(({ topicId }) => topicId)
  await done(
    world.head,
    contract.confirmTopics,
    await onNow(world.head, meetingId, {
      order: [
        { topicId: second, postponed: '' },
        { topicId: first, postponed: '材料待补充' },
      ],
      words: '同意，先议办法。',
      scanDigest: null,
    }),
  )
  return meetingId
}

describe('会议', () => {
  it('拟题 → 组长调整顺序、暂缓一项 → 预审 → 书面意见 → 登记 → 第二人复核 → 纪要编号 → 交办事项办结', async () => {
    const world = await meetingWorld(server, '全程')
    const meetingId = await confirmed(world)
    const show = (caller: Caller) => done(caller, contract.showMeeting, { params: { meetingId } })
    expect((await show(world.clerk)).agenda.map(({ title, postponed }) => [title, postponed])).toEqual([
      ['审议考评办法', null],
      ['通报考评情况', '材料待补充'],
    ])
    expect((await world.principal.call(contract.showMeeting, { params: { meetingId } })).statusCode).toBe(404)
    await done(world.clerk, contract.sendPack, await onNow(world.clerk, meetingId, { until: '2025-01-22' }))

    const seal = await sealedNow(server)
    for (const paper of ['catalogue', 'signIn'] as const)
      await expectSealed(
        await world.clerk.call(contract.meetingPaper, { params: { meetingId }, query: { paper, format: 'docx' } }),
        seal,
      )

    const seen = await show(world.principal)
    const own = seen.seats.find(({ way }) => way === 'own')
    expect(own).toMatchObject({ unitName: world.memberName, personName: '成员单位负责人' })
    const [topic] = seen.agenda
    const opinion = {
      seatKey: own?.key,
      topicId: topic?.topicId,
      stance: 'change',
      words: '增加容错条款',
      scanDigest: null,
    }
    expect(await mine(world.principal)).toContainEqual(['meeting', 'giveOpinion'])
    await done(world.principal, contract.giveOpinion, await onNow(world.principal, meetingId, opinion))
    expect(await mine(world.principal)).toEqual([])
    const liaison = await world.liaison.call(
      contract.giveOpinion,
      await onNow(world.liaison, meetingId, { ...opinion, words: '无意见', stance: 'agree' }),
    )
    expect(code(liaison)).toBe('meeting.scanMissing')
    const scanDigest = await upload(server, world.liaison, '意见原件.pdf')
    await done(world.liaison, contract.giveOpinion, await onNow(world.liaison, meetingId, { ...opinion, scanDigest }))
    expect((await show(world.clerk)).opinions).toHaveLength(1)

    const record = await recordBody(server, world.clerk, await show(world.clerk), {
      unitId: world.member,
      words: '修订考评办法后报考评办',
      due: '2025-02-28',
    })
    await done(world.clerk, contract.registerMeeting, await onNow(world.clerk, meetingId, { record }))
    const alone = await world.clerk.call(contract.confirmMeeting, await onNow(world.clerk, meetingId))
    expect(code(alone)).toBe('meeting.samePerson')
    expect((await show(world.principal)).pending).toBeNull()
    await done(world.second, contract.confirmMeeting, await onNow(world.second, meetingId))
    expect((await show(world.principal)).record?.decisions).toMatchObject([{ outcome: 'agreed', text: '原则同意。' }])

    const { bookId } = await done(world.clerk, books.openBook, { body: { code: '全程纪', year: 2025 } })
    const numbered = { bookId, documentNumber: '', on: '2025-01-20' }
    const minutes = await done(world.clerk, contract.issueMinutes, await onNow(world.clerk, meetingId, numbered))
    expect(minutes.documentNumber).toBe('全程纪〔2025〕1号')
    const numbers = await done(world.clerk, books.listNumbers, { query: { bookId } })
    expect(numbers.rows).toMatchObject([{ number: 1, state: 'issued', issuedOn: '2025-01-20' }])
    const burn = { params: { bookId, number: '1' }, body: { reason: '用错' } } as const
    expect(code(await world.clerk.call(books.burnNumber, burn as never))).toBe('numberBook.ofApproval')

    const { rows } = await done(world.liaison, assigned.listAssignedTasks, {})
    expect(rows).toMatchObject([{ words: '修订考评办法后报考评办', state: 'open', late: false, mine: true }])
    const taskId = rows[0]?.id ?? ''
    const at = { params: { assignedTaskId: taskId } }
    const outsider = await world.outsider.call(assigned.showAssignedTask, at)
    expect(outsider.statusCode).toBe(404)
    const paper = await upload(server, world.liaison, '修订稿.pdf')
    const files = [{ digest: paper, name: '修订稿.pdf' }]
    await done(world.liaison, assigned.reportAssignedTask, { ...at, body: { version: 1, words: '已修订', files } })
    const early = await world.liaison.call(assigned.acceptAssignedTask, { ...at, body: { version: 2, words: '' } })
    expect(early.statusCode).toBe(403)
    await done(world.staff, assigned.returnAssignedTask, { ...at, body: { version: 2, reason: '缺送审稿' } })
    await done(world.liaison, assigned.reportAssignedTask, { ...at, body: { version: 3, words: '已补送', files } })
    await done(world.staff, assigned.acceptAssignedTask, { ...at, body: { version: 4, words: '' } })
    const shown = await done(world.liaison, assigned.showAssignedTask, at)
    expect(shown).toMatchObject({ state: 'closed', documentNumber: '全程纪〔2025〕1号', decided: '原则同意。' })
    expect(shown.steps.map(({ command }) => command)).toEqual(['begin', 'report', 'return', 'report', 'accept'])

    const slip = { ...at, query: { format: 'docx' } } as const
    const slipPaper = (await world.liaison.call(assigned.assignedTaskPaper, slip)).rawPayload
    await figuresHeld('superviseSlip', slipPaper, {
      from: [
        await server.db.selectFrom('assigned_task').selectAll().where('id', '=', taskId).execute(),
        await server.db.selectFrom('assigned_task_step').selectAll().where('assigned_task_id', '=', taskId).execute(),
        await server.db.selectFrom('meeting').selectAll().where('id', '=', meetingId).execute(),
      ],
    })
    const printed = textOf((await openDocx(slipPaper)).document)
    for (const words of [
      '督办单',
      '修订考评办法后报考评办',
      '原则同意。',
      '全程纪〔2025〕1号',
      '缺送审稿',
      '已补送',
      '已办结',
    ])
      expect(printed).toContain(words)
    expect((await world.outsider.call(assigned.assignedTaskPaper, slip)).statusCode).toBe(404)
  })

  it('组长之外的人确定议题须附组长签批原件；全部暂缓不收', async () => {
    const world = await meetingWorld(server, '签批')
    const { meetingId } = await done(world.clerk, contract.beginMeeting, {
      body: { kind: 'steeringGroup', agenda: await agendaBody(server, world.clerk) },
    })
    await done(world.clerk, contract.proposeTopics, await onNow(world.clerk, meetingId))
    const { agenda } = await done(world.clerk, contract.showMeeting, { params: { meetingId } })
    const order = agenda.map(({ topicId }) => ({ topicId, postponed: '' }))
    const confirm = async (caller: Caller, more: object) =>
      code(
        await caller.call(
          contract.confirmTopics,
          await onNow(caller, meetingId, { order, words: '', scanDigest: null, ...more }),
        ),
      )
    expect(await confirm(world.clerk, {})).toBe('meeting.scanMissing')
    const none = order.map(({ topicId }) => ({ topicId, postponed: '缓' }))
    expect(await confirm(world.head, { order: none })).toBe('meeting.nothingLeft')
    expect(await confirm(world.head, { order: order.slice(1) })).toBe('meeting.topicUnknown')
    const scanDigest = await upload(server, world.clerk, '组长签批.pdf')
    expect(await confirm(world.clerk, { scanDigest })).toBe('done')
  })

  it('涉及本单位的议题，该成员回避：不提意见、不计票，纪要写明', async () => {
    const world = await meetingWorld(server, '回避')
    const agenda = {
      ...(await agendaBody(server, world.clerk)),
      topics: [await aTopic(server, world.clerk, '通报督查情况', [world.member])],
    }
    const { meetingId } = await done(world.clerk, contract.beginMeeting, { body: { kind: 'steeringGroup', agenda } })
    await done(world.clerk, contract.proposeTopics, await onNow(world.clerk, meetingId))
    const shown = await done(world.head, contract.showMeeting, { params: { meetingId } })
    const order = shown.agenda.map(({ topicId }) => ({ topicId, postponed: '' }))
    await done(
      world.head,
      contract.confirmTopics,
      await onNow(world.head, meetingId, { order, words: '', scanDigest: null }),
    )
    await done(world.clerk, contract.sendPack, await onNow(world.clerk, meetingId, { until: '2025-01-22' }))
    const seen = await done(world.principal, contract.showMeeting, { params: { meetingId } })
    const own = seen.seats.find(({ way }) => way === 'own')
    const topicId = order[0]?.topicId ?? ''
    expect(own?.aside).toEqual([topicId])
    const opinion = { seatKey: own?.key, topicId, stance: 'agree', words: '', scanDigest: null }
    const refused = await world.principal.call(contract.giveOpinion, await onNow(world.principal, meetingId, opinion))
    expect(code(refused)).toBe('meeting.recused')
    const record = await recordBody(server, world.clerk, seen)
    const votes = (agree: number) => ({
      record: {
        ...record,
        decisions: record.decisions.map((one) => ({ ...one, votes: { agree, against: 0, abstain: 0 } })),
      },
    })
    const many = await world.clerk.call(contract.registerMeeting, await onNow(world.clerk, meetingId, votes(2)))
    expect(code(many)).toBe('meeting.votesTooMany')
    await done(world.clerk, contract.registerMeeting, await onNow(world.clerk, meetingId, votes(1)))
    const { pending } = await done(world.clerk, contract.showMeeting, { params: { meetingId } })
    expect(pending?.decisions[0]?.recused).toEqual([world.memberName])
  })

  it('事后凭纪要补登：每名成员、每项议题都要登记，退回后可重登', async () => {
    const world = await meetingWorld(server, '补登')
    const { meetingId } = await done(world.clerk, contract.beginMeeting, {
      body: { kind: 'steeringGroup', agenda: await agendaBody(server, world.clerk) },
    })
    const shown = await done(world.clerk, contract.showMeeting, { params: { meetingId } })
    const record = await recordBody(server, world.clerk, shown)
    const register = async (more: object) =>
      code(
        await world.clerk.call(
          contract.registerMeeting,
          await onNow(world.clerk, meetingId, { record: { ...record, ...more } }),
        ),
      )
    expect(await register({ attendance: record.attendance.slice(1) })).toBe('meeting.attendanceMissing')
    expect(await register({ attendance: attendanceOf(shown, 'absent') })).toBe('meeting.nobodyPresent')
    expect(await register({ attendance: attendanceOf(shown, 'delegate') })).toBe('meeting.delegateMissing')
    expect(await register({ decisions: record.decisions.slice(1) })).toBe('meeting.undecided')
    expect(await register({ heldOn: '2025-01-21' })).toBe('meeting.inFuture')
    expect(await register({ presider: ' ' })).toBe('meeting.presiderMissing')
    expect(await register({})).toBe('done')
    await done(
      world.second,
      contract.declineMeeting,
      await onNow(world.second, meetingId, { reason: '纪要所载日期不同' }),
    )
    expect((await done(world.clerk, contract.showMeeting, { params: { meetingId } })).state).toBe('draft')
    expect(await register({})).toBe('done')
  })
})

describe('会议决定与审批、方案', () => {
  /** A meeting with the report of this world on its agenda, topics confirmed. */
  const withReport = async (tag: string) => {
    const world = await steps.atMeeting(tag)
    const unitId = world.lead
    const head = await signedIn(server, [{ kind: 'steeringHead', unitId }], '组长')
    const matter = { kind: 'approval' as const, matterId: world.approvalId }
    const { rows } = await done(world.clerk, contract.listMatters, {})
    expect(rows.map(({ matterId }) => matterId)).toContain(world.approvalId)
    const topic = {
      topicId: null,
      title: '审议评分报告',
      proposal: '请予审定',
      matter,
      files: [],
      concernedUnitIds: [],
    }
    const agenda = { title: '第1次会议', plannedOn: '2025-01-20', time: '', place: '', topics: [topic] }
    const { meetingId } = await done(world.clerk, contract.beginMeeting, { body: { kind: 'steeringGroup', agenda } })
    await done(world.clerk, contract.proposeTopics, await onNow(world.clerk, meetingId))
    const shown = await done(head, contract.showMeeting, { params: { meetingId } })
    const order = shown.agenda.map(({ topicId }) => ({ topicId, postponed: '' }))
    await done(head, contract.confirmTopics, await onNow(head, meetingId, { order, words: '', scanDigest: null }))
    return { ...world, meetingId, groupHead: head }
  }

  const decide = async (world: Awaited<ReturnType<typeof withReport>>, outcome: string) => {
    const shown = await done(world.clerk, contract.showMeeting, { params: { meetingId: world.meetingId } })
    const record = await recordBody(server, world.clerk, shown)
    const decisions = record.decisions.map((one) => ({ ...one, outcome }))
    await done(
      world.clerk,
      contract.registerMeeting,
      await onNow(world.clerk, world.meetingId, { record: { ...record, decisions } }),
    )
    await done(world.secondClerk, contract.confirmMeeting, await onNow(world.secondClerk, world.meetingId))
  }

  const registerByHand = async (world: Awaited<ReturnType<typeof withReport>>, more: object = {}) => {
    const scanDigest = await upload(server, world.clerk, '另一份纪要.pdf')
    const entry = {
      body: '别的会议',
      decidedOn: '2025-01-17',
      text: '同意。',
      outcome: 'approved',
      scanDigest,
      ...more,
    }
    return world.clerk.call(approvals.recordDecision, await steps.onNow(world, entry))
  }

  it('列入议题的报告只由会议议定：议定前不得另行登记，议定同意即进入下一环节', async () => {
    const world = await withReport('议定')
    expect(code(await registerByHand(world))).toBe('approval.onAgenda')
    expect((await steps.shown(world)).agenda).toMatchObject({ meetingId: world.meetingId, decision: null })
    await decide(world, 'agreed')
    const after = await steps.shown(world)
    expect(after.state).toBe('principalSign')
    const decision = after.records.flatMap((record) => record.decision ?? [])[0]
    expect(decision).toMatchObject({ text: '原则同意。', decidedOn: '2025-01-20', outcome: 'approved' })
    expect(decision?.recordedBy.name).not.toBe(decision?.confirmedBy?.name)
  })

  it('不同意的退回起草人，缓议的留在原处、可另行登记', async () => {
    const refused = await withReport('不同意')
    await decide(refused, 'refused')
    expect(await steps.shown(refused)).toMatchObject({ state: 'returned', returnReason: '原则同意。' })
    const deferred = await withReport('缓议')
    await decide(deferred, 'deferred')
    expect(await steps.shown(deferred)).toMatchObject({ state: 'meeting', agenda: null })
    expect(code(await registerByHand(deferred))).toBe('done')
  })

  it('修改后同意的，由经办人按会议的原文登记，别的文字不采用', async () => {
    const world = await withReport('修改')
    await decide(world, 'agreedWithChanges')
    expect((await steps.shown(world)).state).toBe('meeting')
    expect(code(await registerByHand(world, { outcome: 'returned' }))).toBe('done')
    const { decisions } = await steps.shown(world)
    expect(decisions[0]).toMatchObject({ text: '原则同意。', decidedOn: '2025-01-20', outcome: 'returned' })
    expect(decisions[0]?.body).toContain('第1次会议')
  })

  it('会议召开前文本有改动的，送预审时指出', async () => {
    const world = await withReport('改动')
    const { version } = await steps.shown(world)
    const reason = '数据口径不清'
    await done(world.clerk, approvals.returnApproval, {
      params: { approvalId: world.approvalId },
      body: { version, reason },
    })
    const sent = await world.clerk.call(
      contract.sendPack,
      await onNow(world.clerk, world.meetingId, { until: '2025-01-22' }),
    )
    expect(code(sent)).toBe('meeting.matterChanged')
  })
})

describe('会议之外的交办', () => {
  const give = (caller: Caller, more: Readonly<Record<string, unknown>> = {}) =>
    caller.call(assigned.assignTasks, {
      body: { giver: 'office', source: '', unitIds: [], words: '报送整改情况', due: '2025-02-10', ...more },
    })

  it('考评办代领导交办：须写明来源；每个责任单位各有一件，办结须考评办另一人确认', async () => {
    const world = await meetingWorld(server, '交办')
    const unitIds = [world.member]
    expect(code(await give(world.staff, { words: ' ', unitIds }))).toBe('assignedTask.taskMissing')
    expect(code(await give(world.staff))).toBe('assignedTask.unitMissing')
    expect(code(await give(world.staff, { unitIds, due: '2025-01-19' }))).toBe('assignedTask.dueBeforeToday')
    expect(code(await give(world.staff, { unitIds, giver: 'leader' }))).toBe('assignedTask.sourceMissing')
    expect(code(await give(world.liaison, { unitIds }))).toBe('platform.notAllowed')
    expect((await give(world.staff, { unitIds: ['00000000-0000-4000-8000-000000000000'] })).statusCode).toBe(404)
    const given = await give(world.staff, { unitIds, giver: 'leader', source: '组长1月20日在专报上批示' })
    const [assignedTaskId = ''] = given.json<{ assignedTaskIds: string[] }>().assignedTaskIds
    const at = { params: { assignedTaskId } }
    expect(await done(world.liaison, assigned.showAssignedTask, at)).toMatchObject({
      direct: { by: 'leader', source: '组长1月20日在专报上批示' },
      meetingId: null,
      meetingTitle: '',
      may: ['report'],
    })
    expect((await world.outsider.call(assigned.showAssignedTask, at)).statusCode).toBe(404)
    const waiting = (await done(world.liaison, listTasks, {})).rows.filter(({ noun }) => noun === 'assignedTask')
    expect(waiting).toMatchObject([{ verb: 'report', within: '组长1月20日在专报上批示' }])
    const slip = await world.liaison.call(assigned.assignedTaskPaper, { ...at, query: { format: 'docx' } })
    expect((await openDocx(slip.rawPayload)).text.replace(/\s/g, '')).toContain('领导交办：组长1月20日在专报上批示')
    await done(world.liaison, assigned.reportAssignedTask, { ...at, body: { version: 1, words: '已整改', files: [] } })
    await done(world.staff, assigned.acceptAssignedTask, { ...at, body: { version: 2, words: '' } })
    expect((await done(world.staff, assigned.showAssignedTask, at)).state).toBe('closed')
  })

  it('组长本人交办多个单位，列表可单独查出领导交办的', async () => {
    const world = await meetingWorld(server, '组长交办')
    const given = await give(world.head, { unitIds: [world.member, world.office], words: '报送年度打算' })
    expect(given.json<{ assignedTaskIds: string[] }>().assignedTaskIds).toHaveLength(2)
    const listed = async (direct: 'leader' | 'office') =>
      (await done(world.staff, assigned.listAssignedTasks, { query: { direct } })).rows.map(({ words }) => words)
    expect(await listed('leader')).toEqual(['报送年度打算', '报送年度打算'])
    expect(await listed('office')).toEqual([])
  })
})

const mine = async (caller: Caller) => {
  const { rows } = await done(caller, listTasks, {})
  return rows.filter(({ noun }) => noun === 'meeting').map(({ noun, verb }) => [noun, verb])
}
