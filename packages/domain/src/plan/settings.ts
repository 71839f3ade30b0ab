import type { Basis } from '../kernel/basis.ts'
import type { LightLimits } from '../milestone/light.ts'
import type { CreditArithmetic, GradeArithmetic, TieBreaker, VetoArithmetic } from './year-arithmetic.ts'

/**
 * What the seeds leave silent: each that applies to the kind of plan is filled before issue (see `settingsFor`), a
 * default is marked as default. A year plan needs all of them; an indicator plan knows no totals, ranks or grades.
 */
export interface PlanSettings {
  readonly rounding: Setting<{
    readonly mode: 'halfUp' | 'gb8170'
    readonly places: number
    readonly stage: 'item' | 'level' | 'total'
  }>
  readonly ties: Setting<'sharedSkip' | 'sharedDense'>
  readonly rankOn: Setting<'rounded' | 'unrounded'>
  readonly missingItems: Setting<'raw' | 'normalised'>
  /** Who may see whose scores, from which step. */
  readonly visibility: Setting<'ownAfterIssue' | 'ownAfterReport' | 'allAfterIssue'>
  readonly selfReview: Setting<'none' | 'required'>
  /** 初评反馈: how long units check their first scores before these are locked; optional. */
  readonly feedback: Setting<WorkingDayWindow | 'none'>
  /** Whether thresholds judge rounded or unrounded figures. */
  readonly thresholdsOn?: Setting<'rounded' | 'unrounded'>
  readonly grades?: Setting<GradeArithmetic>
  /** 加减分: how far they may go in total, and what proves one. */
  readonly credits?: Setting<CreditArithmetic | 'none'>
  /** 一票否决: which facts, and what they do; never erases a computed score. */
  readonly veto?: Setting<VetoArithmetic | 'none'>
  /** 同分先后; absent: equal totals share a rank. */
  readonly tieBreakers?: Setting<readonly TieBreaker[]>
  /** 公示 */
  readonly publicNotice?: Setting<WorkingDayWindow | 'none'>
  /** 异议受理期; 'none': objections come as letters to the office alone. */
  readonly objection?: Setting<ObjectionWindow | 'none'>
  /**
   * Where the appraisal stands in the year's 督查检查考核计划; absent: the plan does not say. `none`: it needs no place there, and
   * the basis says by which clause.
   */
  readonly inspectionEntry?: Setting<InspectionEntry | 'none'>
  /** 导出水印: exports carry who took them out, of which unit, when; absent: they carry nothing. */
  readonly watermark?: Setting<Watermark>
  /** 指标调整: until when units may ask for it, and who decides; absent: the whole year, the head. */
  readonly targetAdjustment?: Setting<AdjustmentWindow | 'none'>
  /** 亮灯时限 of the plan's milestones; absent: the usual ones (`usualLimits`). */
  readonly lights?: Setting<LightLimits>
}

export interface AdjustmentWindow {
  /** `YYYY-MM-DD`, inclusive; empty: no last day. */
  readonly lastDay: string
  readonly decidedBy: 'head' | 'meeting'
}

export const watermarks = ['none', 'nameUnitTime'] as const
export type Watermark = (typeof watermarks)[number]

export interface InspectionEntry {
  /** Title or number of the year's plan of inspections and appraisals. */
  readonly document: string
  /** Its entry there, as printed: number or name. */
  readonly entry: string
}

export interface WorkingDayWindow {
  readonly workingDays: number
}

/** Working days after issue; what a plan leaves out is as `objectionTerms` says. */
export interface ObjectionWindow extends WorkingDayWindow {
  /** For the scoring unit's answer, from registration. */
  readonly answerDays?: number
  /** For the decision, from registration. */
  readonly decideDays?: number
  /** Who decides: the leading group, or by delegation the director of its office. */
  readonly decidedBy?: 'group' | 'delegate'
}

/** The terms under which objections are dealt with; a plan that is silent gives five days for the answer, twenty for the group's decision. */
export const objectionTerms = (
  value: ObjectionWindow | 'none' | undefined,
): Required<Omit<ObjectionWindow, 'workingDays'>> & {
  /** Null where no window is open to units. */
  readonly workingDays: number | null
} => {
  const given = value === undefined || value === 'none' ? undefined : value
  return {
    workingDays: given?.workingDays ?? null,
    answerDays: given?.answerDays ?? 5,
    decideDays: given?.decideDays ?? 20,
    decidedBy: given?.decidedBy ?? 'group',
  }
}

export interface Setting<T> {
  readonly value: T
  readonly basis: Basis
}

export type SettingName = keyof PlanSettings

/** Silences of both kinds of plan, in the order of the work. */
const common = ['selfReview', 'rounding', 'thresholdsOn', 'missingItems', 'feedback', 'visibility'] as const

/** Totals, ranks and grades exist in the year plan only. */
const yearOnly = ['ties', 'rankOn', 'credits', 'veto', 'grades', 'publicNotice', 'objection'] as const

/** The settings that a plan of this kind must have filled before issue. */
export const settingsFor = (kind: 'appraisalPlan' | 'indicatorPlan'): readonly SettingName[] =>
  kind === 'appraisalPlan' ? [...common, ...yearOnly] : common

const usual: Basis = { kind: 'default' }

/**
 * What a new draft starts with (reference: usual answers of real notices). Every value is marked as default until
 * somebody confirms it. Grades, credits and vetoes have no usual answer: they stay open.
 */
export const defaultSettings: PlanSettings = {
  rounding: { value: { mode: 'halfUp', places: 2, stage: 'item' }, basis: usual },
  thresholdsOn: { value: 'unrounded', basis: usual },
  ties: { value: 'sharedSkip', basis: usual },
  rankOn: { value: 'unrounded', basis: usual },
  missingItems: { value: 'normalised', basis: usual },
  visibility: { value: 'ownAfterIssue', basis: usual },
  selfReview: { value: 'none', basis: usual },
  feedback: { value: 'none', basis: usual },
  publicNotice: { value: { workingDays: 5 }, basis: usual },
  objection: { value: { workingDays: 5 }, basis: usual },
}
