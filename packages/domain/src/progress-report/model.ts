import type { Author } from '../kernel/command-context.ts'
import type { WorkCalendar } from '../kernel/working-days.ts'
import { daysPast, lightAt, type MilestoneLight, usualLimits } from '../milestone/light.ts'
import type { SharePost, StoredFile } from '../superior-plan/model.ts'

/** 待确认 · 已退回 · 已确认. */
export const progressStates = ['reported', 'returned', 'confirmed'] as const
export type ProgressState = (typeof progressStates)[number]

/** What was asked, as the breakdown in force said on the day of the report. */
export interface ProgressDemand {
  readonly indicator: string
  readonly target: string
  readonly measureUnit: string
  readonly post: SharePost
  readonly periodEnd: string
  readonly due: string
}

export interface ProgressContent {
  readonly demand: ProgressDemand
  /** 累计完成 up to the end of the period, exact; empty where the share bears no figure. */
  readonly actual: string
  /** 全年预计 by whoever has it in hand; empty where nobody dares say. */
  readonly yearEnd: string
  readonly words: string
  readonly difficulties: string
  readonly files: readonly StoredFile[]
  /** The day of the report: here the light stops. */
  readonly on: string
}

export interface ProgressStanding {
  readonly confirmation?: { readonly on: string; readonly by: Author }
}

export interface ProgressStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** 调度进展: what one unit or section reports of one share for one period, confirmed by its head. */
export interface ProgressReport {
  readonly id: string
  readonly superiorPlanId: string
  readonly shareKey: string
  readonly period: string
  readonly unitId: string
  readonly sectionId?: string
  readonly officeUnitId: string
  readonly state: ProgressState
  readonly content: ProgressContent
  readonly standing: ProgressStanding
  readonly steps: readonly [ProgressStep, ...ProgressStep[]]
}

/** The light of a round for one share, in working days from its due day; it stops with a report that was not sent back. */
export const litOn = (
  due: string,
  report: Pick<ProgressReport, 'state' | 'content'> | undefined,
  calendar: WorkCalendar,
  today: string,
): { readonly light: MilestoneLight; readonly past: number } => {
  const stops = report !== undefined && report.state !== 'returned'
  const past = daysPast(calendar, due, stops ? report.content.on : today)
  return { light: lightAt(usualLimits, past), past }
}

export const canonicalProgress = (report: ProgressReport) => ({ v: 1, noun: 'progressReport', ...report })
