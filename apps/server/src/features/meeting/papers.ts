import { citedDigest } from '@quanheng/domain/kernel/digest'
import { liveTopics, type Meeting, type MeetingRecord, type Seat, type Topic } from '@quanheng/domain/meeting/model'
import { label } from '@quanheng/messages/labels'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { Block, Letter, Table } from '@quanheng/papers/paper/model'
import type { FormSheet } from '@quanheng/papers/sheet/model'

/** All that the papers of a meeting say beside the meeting itself. */
export interface MeetingInWords {
  readonly meeting: Meeting
  /** `云岭市绩效考评工作领导小组2025年第1次会议`. */
  readonly body: string
  /** 领导小组 or its office. */
  readonly organ: string
  readonly seats: readonly Seat[]
  readonly names: ReadonlyMap<string, string>
  /** Titles of reports and plans that lie before it. */
  readonly matters: ReadonlyMap<string, string>
  readonly letterhead: { readonly organs: readonly string[]; readonly word?: string } | undefined
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const openDay = '（时间另行通知）'

/** Which unit or person the seat is, as papers name it. */
const seatName = ({ unitName, personName, rank }: Pick<Seat, 'unitName' | 'personName' | 'rank'>): string =>
  unitName === ''
    ? `${label('zh-CN', 'seatRank', rank)}${personName}`
    : personName === ''
      ? unitName
      : `${unitName}${personName}`

/** 会议通知 with its topics: to every member, before the meeting. */
export const meetingNotice = ({ meeting, body, organ, seats, letterhead }: MeetingInWords): Letter => {
  const { agenda, standing } = meeting
  const day = agenda.plannedOn === '' ? openDay : `${sayDay(agenda.plannedOn)}${agenda.time}`
  const units = seats.flatMap(({ unitName }) => (unitName === '' ? [] : [unitName]))
  const until = standing.pack
    ? [paragraph(`会议材料随本通知送达，请于${sayDay(standing.pack.until)}前反馈书面预审意见。`)]
    : []
  return {
    kind: '通知',
    letterhead: letterhead ?? { organs: [organ], word: '文件' },
    title: `关于召开${body}的通知`,
    addressees: units.length > 0 ? units : ['各成员'],
    body: [
      paragraph(`经研究，定于近期召开${body}。现将有关事项通知如下。`),
      { kind: 'heading', level: 1, text: '时间和地点' },
      paragraph(`时间：${day}。`),
      paragraph(`地点：${agenda.place === '' ? '另行通知' : agenda.place}。`),
      { kind: 'heading', level: 1, text: '会议议题' },
      ...liveTopics(agenda).map((topic, at) => paragraph(`${at + 1}. ${topic.title}。`)),
      { kind: 'heading', level: 1, text: '有关要求' },
      ...until,
      paragraph('请按时参会。因故不能参加的，请事先请假，并书面指定代会人员；涉及本单位的议题按规定回避。'),
    ],
    signature: { organs: [organ], sealed: true, ...(standing.pack && { on: standing.pack.sentOn }) },
    imprint: { organ, ...(standing.pack && { on: standing.pack.sentOn }) },
  }
}

const materialOf = (topic: Topic, matters: MeetingInWords['matters']): string =>
  [...(topic.matter ? [matters.get(topic.matter.id) ?? ''] : []), ...topic.files.map(({ name }) => name)].join('；')

const common = ({ body, organ }: MeetingInWords) => ({ organ, facts: [{ label: '会议', value: body }] })

/** 预审材料目录: every topic with its papers and the digest of the text that was locked. */
export const packCatalogue = (given: MeetingInWords): Omit<FormSheet, 'checkCode'> => {
  const { meeting, matters, names } = given
  const { pack } = meeting.standing
  return {
    title: '会议预审材料目录',
    orientation: 'landscape',
    ...common(given),
    prose: pack ? [`请于${sayDay(pack.until)}前反馈书面预审意见。`] : [],
    columns: [
      { header: '序号', width: 8, kind: 'text' },
      { header: '议题', width: 44, kind: 'text' },
      { header: '提请审议的意见', width: 50, kind: 'text' },
      { header: '材料', width: 50, kind: 'text' },
      { header: '锁定文本校验值', width: 30, kind: 'text' },
      { header: '回避单位', width: 30, kind: 'text' },
    ],
    rows: liveTopics(meeting.agenda).map((topic, at) => [
      String(at + 1),
      topic.title,
      topic.proposal === '' ? '—' : topic.proposal,
      materialOf(topic, matters),
      topic.matter ? citedDigest(topic.matter.digest) : '—',
      topic.concerns.map((id) => names.get(id) ?? '').join('、') || '—',
    ]),
    signatures: [],
  }
}

/** 签到表: every seat of the day, with room for who stands in. */
export const signInSheet = (given: MeetingInWords): Omit<FormSheet, 'checkCode'> => ({
  title: '会议签到表',
  orientation: 'portrait',
  ...common(given),
  columns: [
    { header: '序号', width: 10, kind: 'text' },
    { header: '职务', width: 18, kind: 'text' },
    { header: '单位', width: 46, kind: 'text' },
    { header: '姓名', width: 22, kind: 'text' },
    { header: '本人签到', width: 30, kind: 'text' },
    { header: '代会人员及职务', width: 36, kind: 'text' },
  ],
  rows: given.seats.map((seat, at) => [
    String(at + 1),
    label('zh-CN', 'seatRank', seat.rank),
    seat.unitName === '' ? '—' : seat.unitName,
    seat.personName === '' ? '—' : seat.personName,
    '',
    '',
  ]),
  notes: ['因故请人代会的，由代会人员在最后一栏签名并写明职务。'],
  signatures: [],
})

const decided = ({ meeting, names }: MeetingInWords, record: MeetingRecord): readonly Block[] => {
  const topics = liveTopics(meeting.agenda)
  return topics
    .flatMap((topic): readonly Block[] => {
      const decision = record.decisions.find(({ topicId }) => topicId === topic.id)
      if (!decision) return []
      const { votes, recused } = decision
      const aside = record.attendance.filter(({ key }) => recused.includes(key)).map(seatName)
      return [
        { kind: 'heading', level: 1, text: topic.title },
        ...(topic.matter ? [paragraph(`会议所议为锁定文本，校验值${citedDigest(topic.matter.digest)}。`)] : []),
        paragraph(decision.text),
        ...(votes
          ? [paragraph(`表决情况：同意${votes.agree}票，反对${votes.against}票，弃权${votes.abstain}票。`)]
          : []),
        ...(aside.length > 0 ? [paragraph(`${aside.join('、')}回避本议题。`)] : []),
      ]
    })
    .concat(tasksOf(record, names))
}

const tasksOf = ({ decisions }: MeetingRecord, names: MeetingInWords['names']): readonly Block[] => {
  const tasks = decisions.flatMap((decision) => decision.tasks)
  if (tasks.length === 0) return []
  const table: Table = {
    kind: 'table',
    columns: [{ width: 12 }, { width: 60, align: 'left' }, { width: 44, align: 'left' }, { width: 34 }],
    header: [['序号', '事项', '责任单位', '完成时限']],
    rows: tasks.map(({ words, unitId, due }, at) => [String(at + 1), words, names.get(unitId) ?? '', sayDay(due)]),
  }
  return [
    { kind: 'heading', level: 1, text: '交办事项' },
    paragraph('会议交办下列事项，请责任单位按期办结并报告。'),
    table,
  ]
}

/** 会议纪要: who was there and what was decided, as two people entered it from the signed original. */
export const meetingMinutes = (given: MeetingInWords, record: MeetingRecord): Letter => {
  const { meeting, body, organ, letterhead } = given
  const { minutes } = meeting.standing
  const of = (presence: string) => record.attendance.filter((one) => one.presence === presence)
  const on = minutes?.on ?? record.heldOn
  return {
    kind: '纪要',
    letterhead: letterhead ?? { organs: [organ], word: '会议纪要' },
    ...(minutes && { number: minutes.documentNumber }),
    title: `${body}纪要`,
    addressees: [],
    body: [
      paragraph(
        `${sayDay(record.heldOn)}，${record.presider}${record.place === '' ? '' : `在${record.place}`}主持召开${body}。现将会议议定事项纪要如下。`,
      ),
      ...decided(given, record),
    ],
    attendance: {
      present: [
        ...of('present').map(seatName),
        ...of('delegate').map((one) => `${one.delegate ?? ''}（代${seatName(one)}）`),
      ],
      absent: of('absent').map(seatName),
      observing: record.observing,
    },
    signature: { organs: [organ], sealed: false, on },
    imprint: { organ, on },
  }
}
