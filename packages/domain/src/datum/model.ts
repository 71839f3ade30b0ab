import type { Author } from '../kernel/command-context.ts'
import type { DatumSource, WhenFinalDiffers } from '../plan/model.ts'
import type { FactValue } from '../rule/facts.ts'

/** 未填报 填报中 已报送 已确认 退回修改 已核验 已关闭, in the order of the work. */
export const datumStates = [
  'notReported',
  'drafting',
  'reported',
  'confirmed',
  'returned',
  'verified',
  'closed',
] as const
export type DatumState = (typeof datumStates)[number]

/** One figure or judged fact, asked once: a data element × a unit × a period. */
export interface Datum {
  readonly id: string
  readonly planId: string
  readonly elementKey: string
  readonly unitId: string
  /** 统计时段 as the element declares it. */
  readonly period: string
  readonly source: DatumSource
  readonly state: DatumState
  /** Oldest first; never changed, only added to. The last one holds. */
  readonly versions: readonly DatumVersion[]
  readonly confirmations: readonly Confirmation[]
  /** Number of the version that scoring uses; present exactly while the datum is closed. */
  readonly final?: number
  /** Why it came back: while it is returned, or waits again for the confirmation that was taken off it. */
  readonly returnReason?: string
  /** What the same body published after the figure was closed, oldest first; absent while it published nothing. */
  readonly laterReleases?: readonly LaterRelease[]
  /** A later day than the plan's, given with a return or an agreed 补报; it holds until the figure is confirmed. */
  readonly extension?: Extension
}

/** 快报数 初步核算数 最终数, in the order in which a statistics office publishes them. */
export const releases = ['provisional', 'preliminary', 'final'] as const
export type Release = (typeof releases)[number]

/**
 * 后续发布数: beside the figure that is scored, never in its place. Another person of the same body confirms it; then it does
 * what the plan says of the element, or nothing where it is the same.
 */
export interface LaterRelease {
  /** 1, 2, 3 … within the datum. */
  readonly number: number
  readonly release: Release
  readonly value: DatumValue
  readonly asOf: string
  /** The stamped confirmation sheet or the published table. */
  readonly evidenceIds: readonly string[]
  readonly reason: string
  readonly author: Author
  /** RFC 3339 */
  readonly at: string
  readonly outcome?: LaterOutcome
}

export interface LaterOutcome {
  readonly kind: 'same' | 'withdrawn' | WhenFinalDiffers
  readonly by: Author
  readonly at: string
}

export type Extension =
  | { readonly cause: 'return'; readonly until: string }
  | {
      readonly cause: 'lateEntry'
      readonly until: string
      readonly lateEntryId: string
      /** The request's, which the late version is marked with. */
      readonly reason: string
      /** The day that was missed. */
      readonly missed: string
    }

/**
 * A value with two clocks: `asOf`, the last day whose facts it counts, and `receivedOn`, the day it reached the platform.
 * A correction is a new version; an earlier one stays readable for whoever signed it.
 */
export interface DatumVersion {
  /** 1, 2, 3 … within the datum. */
  readonly number: number
  readonly stage: 'reported' | 'verified'
  readonly release: Release
  readonly value: DatumValue
  readonly asOf: string
  readonly receivedOn: string
  readonly author: Author
  /** RFC 3339 */
  readonly at: string
  readonly evidenceIds: readonly string[]
  /** Present on every version after the first. */
  readonly reason?: string
  /** 逾期补报: received after the element's due day. */
  readonly late?: { readonly due: string; readonly reason: string; readonly lateEntryId?: string }
  /** 代录: entered for a body that is not on the platform, from its original. */
  readonly onBehalf?: OnBehalf
  /** The verification finding that the handler adopted. */
  readonly findingId?: string
}

export interface OnBehalf {
  readonly body: string
  readonly reason: string
  readonly originalEvidenceId: string
}

/** Who stands behind a version: the unit head, or the second person of a 代录. */
export interface Confirmation {
  readonly version: number
  readonly by: Author
  readonly at: string
  /** 缺件说明: why required evidence is not attached; absent when all of it is. */
  readonly gapReason?: string
}

/** What a rule may read, in exact form; that a figure is missing is said by its absence, never by a value. */
/** What can be reported of one unit; figures of a whole group are gathered from these. */
export type DatumValue = Exclude<FactValue, { readonly kind: 'missing' | 'group' }>

export const currentVersion = (datum: Datum): DatumVersion | undefined => datum.versions.at(-1)

/** 上报数 核验数 最终数 side by side; a mark that does not exist yet is absent, never zero. */
export const marksOf = (
  datum: Datum,
): { readonly reported?: DatumVersion; readonly verified?: DatumVersion; readonly final?: DatumVersion } => {
  const reported = datum.versions.findLast((version) => version.stage === 'reported')
  const verified = datum.versions.findLast((version) => version.stage === 'verified')
  const final = datum.versions.find((version) => version.number === datum.final)
  return { ...(reported && { reported }), ...(verified && { verified }), ...(final && { final }) }
}

/** The fact that scoring reads: the final mark, or `missing` while the datum is open. */
export const finalFact = (datum: Datum): FactValue => marksOf(datum).final?.value ?? { kind: 'missing' }

/** The fact as it stands, for a preview before closing; no signature ever covers it. */
export const presentFact = (datum: Datum): FactValue => currentVersion(datum)?.value ?? { kind: 'missing' }
