import type { Author } from '../kernel/command-context.ts'
import type { ExactText } from '../kernel/exact.ts'

/** 未报 · 待核对 (entered from paper) · 已报 · 退回. */
export const leadReportStates = ['notReported', 'entered', 'reported', 'returned'] as const
export type LeadReportState = (typeof leadReportStates)[number]

/** One line of the office's register (B-7): the score report that one lead unit owes under the year plan. */
export interface LeadReport {
  readonly id: string
  readonly planId: string
  readonly leadUnitId: string
  readonly due: string
  readonly state: LeadReportState
  /** Oldest first; the last one holds while the state is `entered` or `reported`. */
  readonly versions: readonly LeadReportVersion[]
  /** Present exactly while it is returned. */
  readonly returnReason?: string
}

export interface LeadReportVersion {
  readonly number: number
  readonly via: ReportChannel
  /** 发文字号 of the lead unit's report. */
  readonly documentNumber: string
  readonly documentDate: string
  readonly scores: readonly ReportedScore[]
  readonly receivedOn: string
  readonly by: Author
  readonly at: string
}

/** From the platform, citing a frozen run; or from paper, with the stamped scan that two people stand behind. */
export type ReportChannel =
  | { readonly kind: 'platform'; readonly runDigest: string; readonly packageDigest: string }
  | { readonly kind: 'paper'; readonly scanDigest: string; readonly confirmedBy?: Author }

/** Points that a lead unit gives a unit on a line of the year plan. */
export interface ReportedScore {
  readonly leafKey: string
  readonly unitId: string
  readonly points: ExactText
  /** What the points are out of, where parts of the line do not apply to the unit; `0` where none does (不涉及). */
  readonly fullMark?: ExactText
}

export const currentReport = (report: LeadReport): LeadReportVersion | undefined =>
  report.state === 'reported' || report.state === 'entered' ? report.versions.at(-1) : undefined

/** 逾期补报 */
export const isLate = (report: LeadReport, version: LeadReportVersion): boolean => version.receivedOn > report.due

export const canonicalLeadReport = (report: LeadReport) => ({ v: 1, noun: 'leadReport', ...report })
