import type { Author } from '../kernel/command-context.ts'

/** 起草 · 待审核 · 待单位核对 · 单位有异议 · 已定 · 已撤销. */
export const routineRecordStates = ['draft', 'submitted', 'told', 'differed', 'settled', 'withdrawn'] as const
export type RoutineRecordState = (typeof routineRecordStates)[number]

/** 不涉及加减分 · 拟加分 · 拟减分, as whoever answers for the indicator proposes it by the rule. */
export const routineEffects = ['none', 'plus', 'minus'] as const
export type RoutineEffect = (typeof routineEffects)[number]

/** 属实 · 有异议: what the unit says of the fact. */
export const routineStances = ['agree', 'differ'] as const
export type RoutineStance = (typeof routineStances)[number]

interface NamedFile {
  readonly digest: string
  readonly name: string
}

export interface RoutineContent {
  /** The day of the fact, within the year of the plan. */
  readonly happenedOn: string
  /** What happened. */
  readonly happening: string
  /** 来源文件: where it stands, e.g. a notice with its number, minutes, a report. */
  readonly source: string
  readonly effect: RoutineEffect
  /** The clause or rule by which it counts; empty where nothing is proposed. */
  readonly proposalBasis: string
  /** Exact and above zero; absent where nothing is proposed. */
  readonly points?: string
  readonly files: readonly NamedFile[]
}

export interface RoutineStanding {
  /** When it was told to the unit, and until when the unit may state its view. */
  readonly told?: { readonly on: string; readonly viewUntil: string; readonly by: Author }
  readonly view?: {
    readonly stance: RoutineStance
    readonly words: string
    readonly files: readonly NamedFile[]
    readonly on: string
    readonly by: Author
  }
  /** What became of a fact that the unit denies. */
  readonly answer?: { readonly words: string; readonly on: string; readonly by: Author }
}

interface RoutineStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/**
 * 平时记录: a dated fact about one unit and one indicator, recorded by who scores it, told to the unit, and beside the score when it is
 * given (百18 四（二）结合日常工作情况). It moves no points by itself.
 */
export interface RoutineRecord {
  readonly id: string
  readonly planId: string
  readonly leafKey: string
  /** Names from the top branch down, as the plan had them when it was written. */
  readonly indicator: string
  readonly unitId: string
  readonly leadUnitId: string
  readonly leadSectionId?: string
  /** Body of the office above the plan. */
  readonly officeUnitId: string
  readonly state: RoutineRecordState
  readonly content: RoutineContent
  readonly standing: RoutineStanding
  readonly steps: readonly [RoutineStep, ...RoutineStep[]]
}

/** Who wrote down what stands: begun it or changed it last. */
export const recorderOf = ({ steps }: Pick<RoutineRecord, 'steps'>): string | undefined =>
  steps.findLast(({ command }) => command === 'begin' || command === 'edit')?.by.personId

/** The last reason for which it came back; undefined unless it is a draft again. */
export const returnReasonOf = ({ state, steps }: Pick<RoutineRecord, 'state' | 'steps'>): string | undefined =>
  state === 'draft' ? steps.findLast(({ command }) => command === 'return')?.words : undefined

/** 情况成立: told to the unit and not denied, or denied and answered. */
export const holds = ({ state }: Pick<RoutineRecord, 'state'>): boolean => state === 'told' || state === 'settled'

export const canonicalRoutineRecord = (record: RoutineRecord) => ({ v: 1, noun: 'routineRecord', ...record })
