import type { ExactText } from '../../kernel/exact.ts'
import type { AdditionLimit, Award, Band, Ceiling, Counted, DeductionLimit, Partial } from './parts.ts'

// Methods that count or tick what happened.

/** M16 每发现1例扣 d. */
export interface CountDeductionRule {
  readonly kind: 'countDeduction'
  readonly counted: Counted
  readonly points: ExactText
  /** 第1次扣0.5分，第2次扣1分，第3次及以后每次扣2分: what the first ones cost, one by one; then `points` each. */
  readonly first?: readonly ExactText[]
  readonly limit?: DeductionLimit
  readonly partial?: Partial
  /** 超过10个工作日的不得分: so many of them leave nothing. */
  readonly none?: Band
}

/** M17 每完成1个得 d，最高得 C. */
export interface CountCreditRule {
  readonly kind: 'countCredit'
  readonly counted: Counted
  readonly points: ExactText
  readonly ceiling?: Ceiling
  readonly partial?: Partial
}

/** M15, M17 每获得1项加 d, on top of what is there. */
export interface CountBonusRule {
  readonly kind: 'countBonus'
  readonly counted: Counted
  readonly points: ExactText
  readonly limit?: AdditionLimit
  readonly partial?: Partial
}

/** M18 分项计分. An entry's key is its place in the list, from `1`. */
export interface ChecklistRule {
  readonly kind: 'checklist'
  readonly entries: readonly { readonly name: string; readonly points: ExactText }[]
  /** 缺项不得分: whether an entry that is lacking costs its own marks or all of them. */
  readonly lacking?: 'unsaid'
}

/** M18, M19 三项均达到的得6分，达到2项的得4分: an award for how many of the requirements are met. */
export interface MetCountRule {
  readonly kind: 'metCount'
  readonly entries: readonly string[]
  readonly bands: readonly { readonly met: ExactText; readonly award: Award }[]
  readonly otherwise?: Award
}

/** M16, M18 未制定方案的扣2分: full marks less what each fault costs. */
export interface FaultsRule {
  readonly kind: 'faults'
  readonly entries: readonly { readonly name: string; readonly points: ExactText }[]
  readonly limit?: DeductionLimit
}

/** M25, M33 新建项目的加5分: what each fact adds. */
export interface ExtrasRule {
  readonly kind: 'extras'
  readonly entries: readonly { readonly name: string; readonly points: ExactText }[]
  readonly limit?: AdditionLimit
}

/** M19 条件组合: the award of the row whose conditions all hold. */
export interface MatrixRule {
  readonly kind: 'matrix'
  readonly rows: readonly {
    readonly when: readonly { readonly name: string; readonly met: boolean }[]
    readonly award: Award
  }[]
  readonly otherwise?: Award
}
