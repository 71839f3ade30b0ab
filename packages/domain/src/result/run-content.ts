import type { CountedEntry } from '../credit/counted.ts'
import type { Adjustment, Decision } from '../decision/model.ts'
import type { Deduction } from '../item/model.ts'
import type { Basis } from '../kernel/basis.ts'
import { digestOf, type Hash } from '../kernel/digest.ts'
import type { ExactText } from '../kernel/exact.ts'
import type { Rounding } from '../kernel/rounding.ts'
import type { Trace } from '../rule/outcome.ts'
import type { PlanScore } from '../scoring/model.ts'
import type { Unregistered } from '../scoring/unregistered.ts'
import type { FreezePurpose } from './model.ts'
import { runDigest } from './run.ts'

/** Changes when the same facts could give other outcomes or other printed figures. */
export const engineVersion = '1'

/** What a run was made from and what came out, packed by indicator. Self-contained: papers and packages read nothing else. */
export interface RunContent {
  readonly v: 1
  /** `engineVersion` of the engine that made it. */
  readonly engine: string
  readonly purpose: FreezePurpose
  readonly plan: RunPlan
  /** How figures are printed, as the plan says; the columns themselves are exact. */
  readonly rounding: Rounding
  /** Appraised units in the order of the plan's groups, by the names they had. */
  readonly units: readonly RunUnit[]
  readonly groups: readonly { readonly key: string; readonly name: string }[]
  readonly leaves: readonly RunLeaf[]
  /** Points by line of the year plan: what a lead unit reports. Empty where the plan stands alone, and in a run for totals. */
  readonly lines: readonly RunLine[]
  /** Only in a run for totals. */
  readonly totals?: PlanScore
  /** Only in a run for totals: 加减分 and 否决 that were decided. Absent where there are none. */
  readonly credits?: readonly CountedEntry[]
  /** Only in a run for totals: what the plan foresees and whose register is not closed. Absent where there is nothing of the kind. */
  readonly unregistered?: readonly Unregistered[]
}

export interface RunPlan {
  readonly id: string
  readonly number: number
  readonly digest: string
  readonly title: string
  readonly year: number
  readonly ownerUnitId: string
  readonly ownerName: string
}

export interface RunUnit {
  readonly id: string
  readonly name: string
  readonly groupKey: string | null
}

/** One leaf indicator: parallel columns, one entry for each of `unitIds`. */
export interface RunLeaf {
  readonly key: string
  readonly name: string
  readonly fullMark: ExactText
  /** The line of the year plan that it is part of; null where the plan stands alone. */
  readonly lineKey: string | null
  /** Unit of measure of targets and actual figures. */
  readonly measure: string
  readonly unitIds: readonly string[]
  /** The items whose rows these are; empty in a run for totals. */
  readonly itemIds: readonly string[]
  /** As printed; null where the rule reads no target. */
  readonly targets: readonly (string | null)[]
  /** As printed, several inputs with their names. */
  readonly actuals: readonly string[]
  /** The points of record. */
  readonly points: readonly ExactText[]
  readonly fullMarks: readonly ExactText[]
  readonly deductions: readonly (readonly Deduction[])[]
  readonly bases: readonly (Basis | null)[]
  readonly sources: readonly string[]
  /** 会议核定调整 with the computed points; absent where no meeting decided otherwise on any row. */
  readonly adjustments?: readonly (RunAdjustment | null)[]
  /** Null in a run for totals, where the lead unit's report is the trace. */
  readonly traces: readonly (Trace | null)[]
  readonly cites: readonly RunCite[]
}

/** 会议核定调整 of one row: what was computed, and which decision put other points in its place, and why. */
export interface RunAdjustment extends Pick<Adjustment, 'ground' | 'reason'> {
  readonly computed: ExactText
  readonly decision: Pick<Decision, 'id' | 'body' | 'decidedOn' | 'number'>
}

/** What one row rests on: the signed sheet with its data and evidence, or the registered report. */
export type RunCite =
  | {
      readonly kind: 'sheet'
      readonly id: string
      readonly version: number
      readonly digest: string
      readonly data: readonly { readonly datumId: string; readonly version: number; readonly digest: string }[]
      readonly evidence: readonly string[]
    }
  | { readonly kind: 'report'; readonly id: string; readonly version: number; readonly documentNumber: string }

export interface RunLine {
  readonly key: string
  readonly unitIds: readonly string[]
  readonly points: readonly ExactText[]
  /** What the points are out of; less than the line's marks where parts of it do not apply. */
  readonly fullMarks: readonly ExactText[]
}

/** Everything that was given: the content without what the engine made of it, whichever engine that was. */
export const canonicalFacts = ({ engine: _engine, lines: _lines, totals: _totals, leaves, ...given }: RunContent) => ({
  ...given,
  noun: 'runFacts',
  leaves: leaves.map(({ traces: _, ...leaf }) => leaf),
})

/** Names a run by plan version, packed facts and engine; the same three give the same content. */
export const nameRun = (content: RunContent, hash: Hash): { readonly digest: string; readonly factsDigest: string } => {
  const factsDigest = digestOf(hash, canonicalFacts(content))
  const inputs = { planDigest: content.plan.digest, factsDigest, engineVersion: content.engine }
  return { factsDigest, digest: runDigest(inputs, hash) }
}

/** Row of one unit in a leaf's columns, or -1. */
export const rowOf = (leaf: Pick<RunLeaf, 'unitIds'>, unitId: string): number => leaf.unitIds.indexOf(unitId)
