/** 提示 · 黄色督办 · 红色督办: how loud an item to be put right is, told by its ladder and never typed. */
export const tickets = ['hint', 'yellow', 'red'] as const
export type Ticket = (typeof tickets)[number]

/** 一般 · 较重 · 严重. */
export const seriousnesses = ['minor', 'major', 'grave'] as const
export type Seriousness = (typeof seriousnesses)[number]

/** When a ticket turns yellow and red, and what follows each; set with the order, so that nobody moves it afterwards. */
export interface Ladder {
  /** The how manieth time the same is found at the same unit, this one counted. */
  readonly yellowTimes: number
  readonly redTimes: number
  /** Working days after the due day. */
  readonly yellowLate: number
  readonly redLate: number
  /** What follows, in words that the notice prints. */
  readonly follows: Readonly<Record<Ticket, string>>
}

/** Offered for a new order; a day late as Shenzhen's T and T+2 have it. */
export const usualLadder: Ladder = {
  yellowTimes: 2,
  redTimes: 3,
  yellowLate: 1,
  redLate: 3,
  follows: {
    hint: '限期整改，办公室跟踪。',
    yellow: '书面提醒单位主要负责人，整改情况纳入督查通报。',
    red: '提请领导小组约谈单位主要负责人，并予以通报。',
  },
}

/** Whole, from the first time and the first day, and red never before yellow. */
export const isLadder = ({ yellowTimes, redTimes, yellowLate, redLate }: Ladder): boolean =>
  yellowTimes >= 2 && redTimes >= yellowTimes && yellowLate >= 1 && redLate >= yellowLate

/** The loudest of what was found, how often, and how late; something grave is yellow at once. */
export const ticketOf = (
  ladder: Ladder,
  { seriousness, times, workingDaysLate }: { seriousness: Seriousness; times: number; workingDaysLate: number },
): Ticket => {
  if (times >= ladder.redTimes || workingDaysLate >= ladder.redLate) return 'red'
  const yellow = seriousness === 'grave' || times >= ladder.yellowTimes || workingDaysLate >= ladder.yellowLate
  return yellow ? 'yellow' : 'hint'
}
