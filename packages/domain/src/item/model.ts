import type { Basis } from '../kernel/basis.ts'
import type { ExactText } from '../kernel/exact.ts'
import type { Outcome } from '../rule/outcome.ts'

/**
 * One leaf indicator × one unit. It holds what people say about the score: source, basis, reasons. Its points are
 * evaluate(rule, facts) and never typed; its figures are the datum versions that it cites.
 */
export interface Item {
  readonly id: string
  readonly planId: string
  readonly leafKey: string
  readonly unitId: string
  readonly planVersion: number
  readonly version: number
  /** 数据来源, as the score sheet prints it. */
  readonly dataSource: string
  /** 评分依据 */
  readonly basis?: Basis
  readonly deductions: readonly Deduction[]
}

/** 扣分理由: part of the lost points, why, and by which clause. A gain inside the item is a negative part. */
export interface Deduction {
  readonly points: ExactText
  readonly reason: string
  readonly basis: Basis
}

/** An item with what the engine made of its facts: one row of a score sheet. */
export interface ItemRow {
  readonly item: Item
  readonly outcome: Outcome
  /** The datum versions that the outcome was computed from, in the order of the rule's inputs. */
  readonly data: readonly CitedDatum[]
  readonly evidence: readonly CitedEvidence[]
}

export interface CitedDatum {
  readonly datumId: string
  readonly version: number
  /** Of `canonicalDatumVersion`. */
  readonly digest: string
  /** False stops the signing of the sheet. */
  readonly closed: boolean
}

export interface CitedEvidence {
  readonly evidenceId: string
  /** SHA-256 of the file. */
  readonly digest: string
}
