import * as contract from '@quanheng/contract/meeting'
import type { BodyOf, ReplyOf } from '@quanheng/contract/route'
import * as groups from '@quanheng/contract/steering-group'
import { emptyCharter } from '@quanheng/domain/meeting/charter'
import type { Presence } from '@quanheng/domain/meeting/model'
import { type Caller, seedUnit, signedIn, type TestServer } from '../../../platform/testing/test-server.ts'
import { done, upload } from '../../result/testing/result-world.ts'

type Shown = ReplyOf<typeof contract.showMeeting>
type Agenda = BodyOf<typeof contract.beginMeeting>['agenda']
type Given = BodyOf<typeof contract.registerMeeting>['record']

/** A leading group with its head, an office of three, and one member unit with its principal and a liaison. */
export const meetingWorld = async (server: TestServer, tag: string) => {
  const [office, member, elsewhere] = await Promise.all([
    seedUnit(server.db, `${tag}党群工作部`),
    seedUnit(server.db, `${tag}经济发展局`),
    seedUnit(server.db, `${tag}规划建设局`),
  ])
  const clerk = await signedIn(server, [{ kind: 'clerk', unitId: office }], '文秘')
  const second = await signedIn(server, [{ kind: 'clerk', unitId: office }], '第二文秘')
  const staff = await signedIn(server, [{ kind: 'officeStaff', unitId: office }], '考评办工作人员')
  const head = await signedIn(server, [{ kind: 'steeringHead', unitId: office }], '组长')
  const principal = await signedIn(server, [{ kind: 'principal', unitId: member }], '成员单位负责人')
  const liaison = await signedIn(server, [{ kind: 'unitReporter', unitId: member }], '联络员')
  const outsider = await signedIn(server, [{ kind: 'unitReporter', unitId: elsewhere }], '外单位')
  await done(staff, groups.setSteeringGroup, {
    params: { unitId: office },
    body: {
      version: 0,
      name: `${tag}绩效考评领导小组`,
      shortName: '领导小组',
      basis: '云发〔2025〕8号',
      charter: emptyCharter,
      memberUnitIds: [member],
    },
  })
  return { office, member, memberName: `${tag}经济发展局`, clerk, second, staff, head, principal, liaison, outsider }
}
export type MeetingWorld = Awaited<ReturnType<typeof meetingWorld>>

export const aTopic = async (
  server: TestServer,
  caller: Caller,
  title: string,
  concernedUnitIds: string[] = [],
): Promise<Agenda['topics'][number]> => ({
  topicId: null,
  title,
  proposal: '请予审议',
  matter: null,
  files: [{ digest: await upload(server, caller, `${title}.pdf`), name: `${title}.pdf` }],
  concernedUnitIds,
})

export const agendaBody = async (server: TestServer, caller: Caller): Promise<Agenda> => ({
  title: '2025年第1次会议',
  plannedOn: '2025-01-23',
  time: '上午9时',
  place: '三楼会议室',
  topics: [await aTopic(server, caller, '通报考评情况'), await aTopic(server, caller, '审议考评办法')],
})

/** The body of a command on the meeting as it stands now. */
export const onNow = async (caller: Caller, meetingId: string, more: Readonly<Record<string, unknown>> = {}) => {
  const { version } = await done(caller, contract.showMeeting, { params: { meetingId } })
  return { params: { meetingId }, body: { version, ...more } }
}

export const attendanceOf = ({ seats }: Shown, presence: Presence): Given['attendance'] =>
  seats.map(({ key }) => ({ key, presence, delegate: '' }))

/** The record of a meeting that agreed to everything, with a task where one is given. */
export const recordBody = async (
  server: TestServer,
  caller: Caller,
  shown: Shown,
  task?: Given['decisions'][number]['tasks'][number],
): Promise<Given> => ({
  heldOn: '2025-01-20',
  place: '三楼会议室',
  presider: '组长',
  attendance: attendanceOf(shown, 'present'),
  observing: ['审计局'],
  decisions: shown.agenda
    .filter(({ postponed }) => postponed === null)
    .map(({ topicId }) => ({ topicId, outcome: 'agreed', text: '原则同意。', votes: null, tasks: task ? [task] : [] })),
  scanDigest: await upload(server, caller, '会议纪要.pdf'),
})
