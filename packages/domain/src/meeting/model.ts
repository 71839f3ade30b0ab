import type { Author } from '../kernel/command-context.ts'

/** 领导小组会议 · 绩效办会议: one object, confirmed by the head of the group or by the director of the office. */
export const meetingKinds = ['steeringGroup', 'office'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** 拟定议题 · 待确定议题 · 议题已定 · 预审中 · 待复核 · 已议定 · 纪要已编号 · 已取消. */
export const meetingStates = [
  'draft',
  'proposed',
  'confirmed',
  'preReview',
  'toConfirm',
  'concluded',
  'issued',
  'cancelled',
] as const
export type MeetingState = (typeof meetingStates)[number]

/** 同意 · 修改后同意 · 缓议 · 不同意. */
export const topicOutcomes = ['agreed', 'agreedWithChanges', 'deferred', 'refused'] as const
export type TopicOutcome = (typeof topicOutcomes)[number]

/** 预审意见: 同意 · 建议修改 · 不同意. */
export const stances = ['agree', 'change', 'against'] as const
export type Stance = (typeof stances)[number]

/** 出席 · 委托 · 请假. */
export const presences = ['present', 'delegate', 'absent'] as const
export type Presence = (typeof presences)[number]

/** 组长 · 副组长 · 成员; of the office's own meeting: 主任 · 工作人员. */
export const seatRanks = ['head', 'deputy', 'member', 'director', 'staff'] as const
export type SeatRank = (typeof seatRanks)[number]

/** A meeting of the group or its office, from the topics proposed to the minutes numbered (沈8 附件1 八–十, 附件2 十三、十四). */
export interface Meeting {
  readonly id: string
  /** The unit of the office that prepares it. */
  readonly unitId: string
  readonly kind: MeetingKind
  readonly state: MeetingState
  readonly agenda: Agenda
  readonly standing: MeetingStanding
  readonly steps: readonly [MeetingStep, ...MeetingStep[]]
}

export interface Agenda {
  /** `2025年第1次会议`. */
  readonly title: string
  /** `YYYY-MM-DD` it is planned for, and when on that day; empty while open. */
  readonly plannedOn: string
  readonly time: string
  readonly place: string
  /** In the order of the meeting. */
  readonly topics: readonly Topic[]
}

export interface Topic {
  readonly id: string
  readonly title: string
  /** 提请审议的意见: what the office proposes to decide. */
  readonly proposal: string
  /** The plan, report, locked totals, 指标调整 or objection that lies before the meeting, by the digest that was locked; absent for any other matter. */
  readonly matter?: Matter
  readonly files: readonly MeetingFile[]
  /** Units whose own matter it is: their seats stand aside (回避). */
  readonly concerns: readonly string[]
  /** 暂缓上会: why the head took it off; it may be proposed to another meeting. */
  readonly postponed?: string
}

/** 牵头单位评分报告 · 方案 · 年度考评结果 · 指标调整申请 · 异议复核. */
export const matterKinds = ['approval', 'plan', 'totals', 'targetAdjustment', 'objection'] as const
export interface Matter {
  readonly kind: (typeof matterKinds)[number]
  readonly id: string
  readonly digest: string
}

export interface MeetingFile {
  readonly digest: string
  readonly name: string
}

/** A place at the table. Of a member unit it follows the post: whoever is principal there on the day. */
export interface Seat {
  /** `unit:<id>` of a member unit, `post:<id>` of a person named to the group. */
  readonly key: string
  readonly rank: SeatRank
  /** Absent where nobody holds the post. */
  readonly personId?: string
  readonly personName: string
  /** The unit that is represented; absent for a person named to the group. */
  readonly unitId?: string
  readonly unitName: string
  /** Units whose matters this person stands aside from. */
  readonly ownUnitIds: readonly string[]
}

export interface Attendance extends Pick<Seat, 'key' | 'rank' | 'personName' | 'unitName' | 'ownUnitIds'> {
  readonly presence: Presence
  /** Who stood in, with the post: `李某 副局长`. */
  readonly delegate?: string
}

/** 书面预审意见 of one seat on one topic; a later one takes its place. */
export interface Opinion {
  readonly topicId: string
  readonly seat: Pick<Seat, 'key' | 'personName' | 'unitName'>
  readonly stance: Stance
  readonly words: string
  readonly by: Author
  readonly at: string
  /** Of the signed original, where somebody else handed it in. */
  readonly scanDigest?: string
}

export interface TopicDecision {
  readonly topicId: string
  readonly outcome: TopicOutcome
  /** Verbatim from the minutes. */
  readonly text: string
  readonly votes?: Votes
  /** Seats that stood aside. */
  readonly recused: readonly string[]
  readonly tasks: readonly TaskGiven[]
}

export interface Votes {
  readonly agree: number
  readonly against: number
  readonly abstain: number
}

/** 交办事项 as the meeting gave it. */
export interface TaskGiven {
  readonly unitId: string
  readonly words: string
  /** `YYYY-MM-DD`, inclusive. */
  readonly due: string
}

/** What the signed minutes say. */
export interface MeetingRecord {
  readonly heldOn: string
  readonly place: string
  /** 主持人. */
  readonly presider: string
  readonly attendance: readonly Attendance[]
  /** 列席. */
  readonly observing: readonly string[]
  readonly decisions: readonly TopicDecision[]
  readonly scanDigest: string
  readonly by: Author
}

export interface MeetingStanding {
  /** 议题确定, by the head on screen or, with a scan, as the head wrote it. */
  readonly confirmation?: { readonly words: string; readonly by: Author; readonly scanDigest?: string }
  /** 预审: until when, and the digest of the agenda that went out. */
  readonly pack?: { readonly until: string; readonly digest: string; readonly sentOn: string }
  readonly opinions: readonly Opinion[]
  /** Registered, and not yet compared by a second person. */
  readonly pending?: MeetingRecord & { readonly from: MeetingState }
  readonly record?: MeetingRecord & { readonly confirmedBy: Author }
  readonly minutes?: { readonly documentNumber: string; readonly on: string }
}

export interface MeetingStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** Topics that come before the meeting: what the head postponed is not among them. */
export const liveTopics = ({ topics }: Agenda): readonly Topic[] =>
  topics.filter(({ postponed }) => postponed === undefined)

export const canonicalMeeting = (meeting: Meeting) => ({ v: 1, noun: 'meeting', ...meeting })
