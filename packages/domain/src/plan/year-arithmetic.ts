import type { ExactText } from '../kernel/exact.ts'

/**
 * How a year plan counts what stands above the indicators: 加减分, 一票否决, 同分先后, 等次. The plan says it, scoring/ does it.
 * A member that may be absent is something many plans leave unsaid: it is asked for before issue where it can matter, and where it
 * matters all the same the computation stops for people instead of choosing.
 */

/** 加减分: caps per class and in all; an empty cap is 不设上限. */
export interface CreditArithmetic {
  readonly bonusCap: string
  readonly deductionCap: string
  readonly proof: string
  readonly classes?: readonly CreditClass[]
  /** `tieBreak`: 加分不计入总分，只在同分时比先后. Absent: in the total. */
  readonly bonusUse?: 'total' | 'tieBreak'
}

export interface CreditClass {
  readonly key: string
  readonly name: string
  readonly effect: CreditEffect
  /** Empty: 不设上限. */
  readonly cap: string
}

export type CreditEffect = 'bonus' | 'deduction'

/** 一票否决 and softer gates, as printed and as data. A gate never erases a computed score. */
export interface VetoArithmetic {
  readonly scope: string
  readonly effect: string
  readonly gates?: readonly Gate[]
}

export interface Gate {
  readonly key: string
  readonly name: string
  /** Who establishes the fact. */
  readonly factSource: string
  readonly effect: GateEffect
}

export type GateEffect =
  /** 该指标不得分 */
  | { readonly kind: 'nodeZero'; readonly nodeKey: string }
  /** 取消加分 */
  | { readonly kind: 'noBonus' }
  /** 不参加排名 */
  | { readonly kind: 'unranked' }
  /** 不得评为某等次以上：`grade` is the best that is left (取消评优). */
  | { readonly kind: 'gradeAtMost'; readonly grade: string }
  /** 直接定为 */
  | { readonly kind: 'gradeIs'; readonly grade: string }

/** 同分先后: what is compared, in order, where totals are equal. A unit that a node does not apply to comes after those that it does. */
export type TieBreaker =
  | { readonly kind: 'node'; readonly nodeKey: string }
  | { readonly kind: 'bonus' }
  | { readonly kind: 'fewerDeductions' }

/** 等次: score lines from the top down (each the lowest score of its grade), or quotas of the units in a group. */
export type GradeArithmetic = GradeLines | GradeQuotas

export interface GradeLines {
  readonly by: 'lines'
  readonly lines: readonly { readonly name: string; readonly from: string }[]
}

export interface GradeQuotas {
  readonly by: 'quotas'
  /** Percent of the group, from the top grade down; `rest` names the grade of all others. */
  readonly quotas: readonly GradeQuota[]
  readonly rest: string
  /** How a share of units becomes a number of places: 30% of 11 is 3 or 4. */
  readonly places: 'floor' | 'halfUp' | 'ceil'
  readonly atLeastOne: boolean
  /** Whether several units of one rank that do not all find a place all get the grade, none does, or people decide (also when unsaid). */
  readonly tieAtCut?: 'includeAll' | 'excludeAll' | 'stop'
  /** Units that a gate keeps from a grade: whether they count in the base of the shares, and whether their place goes to the next. */
  readonly barred?: { readonly base: 'counted' | 'notCounted'; readonly place: 'freed' | 'kept' }
  /** Places that nobody may take, since too few reach the grade's lowest score: they go to the next grade down, or lapse. */
  readonly unused?: 'passOn' | 'lapse'
  /** Below this score a unit gets this grade, whatever its rank. */
  readonly failing?: { readonly name: string; readonly below: ExactText }
}

export interface GradeQuota {
  readonly name: string
  readonly percent: string
  /** The lowest score that may have this grade. */
  readonly from?: ExactText
}

interface Declared<T> {
  readonly value: T | 'none'
}

const unless = <T>(declared: Declared<T> | undefined): T | undefined =>
  declared === undefined || declared.value === 'none' ? undefined : declared.value

/** Classes of 加减分 that the settings declare; none where they say 不设 or nothing yet. */
export const creditClasses = (settings: { readonly credits?: Declared<CreditArithmetic> }): readonly CreditClass[] =>
  unless(settings.credits)?.classes ?? []

/** Gates that the settings declare. */
export const gatesOf = (settings: { readonly veto?: Declared<VetoArithmetic> }): readonly Gate[] =>
  unless(settings.veto)?.gates ?? []

/** From the best down. */
export const gradeNames = (grades: GradeArithmetic): readonly string[] =>
  grades.by === 'lines'
    ? grades.lines.map(({ name }) => name)
    : [...grades.quotas.map(({ name }) => name), grades.rest, ...(grades.failing ? [grades.failing.name] : [])]
