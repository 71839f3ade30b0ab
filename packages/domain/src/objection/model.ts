import type { Author } from '../kernel/command-context.ts'
import type { ExactText } from '../kernel/exact.ts'
import type { FromTo } from '../scoring/moves.ts'

/** 起草 · 待受理 · 待评分单位答复 · 待复核 · 待决定 · 待核对 · 维持原分 · 更正得分 · 不予受理 · 已撤回. */
export const objectionStates = [
  'draft',
  'sent',
  'answering',
  'rescoring',
  'toDecide',
  'toConfirm',
  'kept',
  'corrected',
  'declined',
  'withdrawn',
] as const
export type ObjectionState = (typeof objectionStates)[number]

/** 维持原分 · 更正得分. */
export const objectionOutcomes = ['kept', 'corrected'] as const
export type ObjectionOutcome = (typeof objectionOutcomes)[number]

/** 领导小组 · 受权的绩效办主任. */
export const objectionDeciders = ['group', 'delegate'] as const
export type ObjectionDecider = (typeof objectionDeciders)[number]

/** What somebody finds right: the points as published, or others within the item's full marks. */
export type ScoreFound = { readonly outcome: 'kept' } | { readonly outcome: 'corrected'; readonly to: ExactText }

export interface ObjectionFile {
  readonly digest: string
  readonly name: string
}

export interface ObjectionContent {
  readonly reason: string
  readonly files: readonly ObjectionFile[]
}

/** One score of a published result: an item, what it got, and who answers for it. */
export interface ObjectedScore {
  /** The lead unit's plan. */
  readonly planId: string
  readonly itemId: string
  readonly leafKey: string
  /** As the published plan version names the indicator. */
  readonly leafName: string
  readonly unitId: string
  /** The unit of the office that runs the year, or whose plan it is where that stands alone. */
  readonly officeUnitId: string
  readonly scorer: { readonly unitId: string; readonly sectionId?: string }
  /** The locked version that was published. */
  readonly resultId: string
  readonly runDigest: string
  readonly points: ExactText
  readonly fullMark: ExactText
  /** Numbers run within a year: of the year plan, or of the plan itself where it stands alone. */
  readonly yearPlanId: string
  readonly year: number
}

/** 影响范围: what a correction would move, against the result as published. */
export interface ObjectionImpact {
  readonly points: Required<FromTo<ExactText>>
  /** The line of the year plan that the item counts in; absent where the plan stands alone. */
  readonly line?: { readonly key: string } & FromTo<ExactText>
  /** Every unit whose total, rank or grade would move, the unit itself first. */
  readonly units: readonly MovedUnit[]
  /** Whether ranks and grades could be computed: a plan without a year above it has none. */
  readonly ranked: boolean
}

export interface MovedUnit {
  readonly unitId: string
  readonly total: FromTo<string>
  readonly rank: FromTo<number>
  readonly grade: FromTo<string>
}

export interface ObjectionDecision {
  readonly by: ObjectionDecider
  readonly found: ScoreFound
  /** As papers name it: 领导小组会议, or the director by delegation. */
  readonly body: string
  readonly decidedOn: string
  readonly words: string
  readonly number?: string
  readonly scanDigest?: string
  readonly recordedBy: Author
  /** What lay before who decided; absent where the score is kept. */
  readonly impact?: ObjectionImpact
  readonly confirmedBy?: Author
}

export interface ObjectionStanding {
  /** Of a letter that the office entered: its scan and the day it came. */
  readonly letter?: { readonly scanDigest: string; readonly receivedOn: string }
  readonly receipt?: {
    readonly number: number
    readonly documentNumber: string
    readonly on: string
    /** Last working days for the answer and for the decision. */
    readonly answerBy: string
    readonly decideBy: string
  }
  readonly answer?: {
    readonly facts: string
    readonly found: ScoreFound
    readonly reason: string
    readonly files: readonly ObjectionFile[]
    readonly by: Author
    readonly on: string
  }
  readonly rescoring?: { readonly found: ScoreFound; readonly reason: string; readonly by: Author; readonly on: string }
  readonly decision?: ObjectionDecision
}

export interface ObjectionStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** 异议复核 of one score of a published result; the result stays in force until a later version is issued. */
export interface Objection {
  readonly id: string
  readonly score: ObjectedScore
  readonly state: ObjectionState
  readonly content: ObjectionContent
  readonly standing: ObjectionStanding
  readonly steps: readonly [ObjectionStep, ...ObjectionStep[]]
}

export const isOpen = ({ state }: Pick<Objection, 'state'>): boolean =>
  !['kept', 'corrected', 'declined', 'withdrawn'].includes(state)

/** The day by which whoever has it now must be done; undefined where no rule gives one. */
export const dueOf = ({ state, standing: { receipt } }: Pick<Objection, 'state' | 'standing'>): string | undefined => {
  if (state === 'answering') return receipt?.answerBy
  return ['rescoring', 'toDecide', 'toConfirm'].includes(state) ? receipt?.decideBy : undefined
}

export const canonicalObjection = (objection: Objection) => ({ v: 1, noun: 'objection', ...objection })
