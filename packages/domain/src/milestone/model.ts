import type { Author } from '../kernel/command-context.ts'
import { compare, div, exact, hundred, mul, printExact } from '../kernel/exact.ts'
import type { WorkCalendar } from '../kernel/working-days.ts'
import type { MilestonePost } from '../plan/model.ts'
import { daysPast, type LightLimits, type LightRung, lightAt, type MilestoneLight, rungsAt } from './light.ts'

/** 未完成 · 待确认 · 已退回 · 已完成 · 认定未完成 · 已取消 (by a later version of the plan). */
export const milestoneStates = ['open', 'reported', 'returned', 'confirmed', 'missed', 'dropped'] as const
export type MilestoneState = (typeof milestoneStates)[number]

/** What the plan asks, as the version in force says it. */
export interface MilestoneDemand {
  readonly name: string
  readonly indicator: string
  readonly completionStandard: string
  /** 应达进度: percent of the target. */
  readonly expected?: string
  readonly target?: string
  /** 计量单位 of the target. */
  readonly measureUnit: string
  /** Who has it in hand in the unit. */
  readonly post: MilestonePost
  readonly limits: LightLimits
}

export interface MilestoneReport {
  readonly words: string
  /** The day on which it was completed, as the unit says. */
  readonly completedOn: string
  /** 完成数, where a share of the target is expected. */
  readonly reached?: string
  readonly files: readonly { readonly digest: string; readonly name: string }[]
  /** The day of the report: here the light stops. */
  readonly on: string
}

export interface MilestoneStanding {
  readonly report?: MilestoneReport
  readonly confirmation?: { readonly words: string; readonly on: string; readonly by: Author }
  readonly returned: number
}

interface MilestoneStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** 指标节点 of one unit: reported with evidence by the unit, confirmed by whoever scores the indicator for it. */
export interface Milestone {
  readonly id: string
  readonly planId: string
  readonly milestoneKey: string
  readonly leafKey: string
  readonly unitId: string
  readonly leadUnitId: string
  readonly leadSectionId?: string
  readonly officeUnitId: string
  readonly state: MilestoneState
  readonly due: string
  readonly demand: MilestoneDemand
  readonly standing: MilestoneStanding
  readonly steps: readonly [MilestoneStep, ...MilestoneStep[]]
}

/** 应达数: the expected share of the target, exact; undefined where none is expected or the target is not set. */
export const expectedAmount = ({ expected, target }: MilestoneDemand): string | undefined =>
  expected === undefined || target === undefined
    ? undefined
    : printExact(div(mul(exact(expected), exact(target)), hundred))

/** Whether what was reported falls short of what is expected by the day. */
export const isShort = ({ demand, standing: { report } }: Pick<Milestone, 'demand' | 'standing'>): boolean => {
  const needed = expectedAmount(demand)
  return needed !== undefined && report?.reached !== undefined && compare(exact(report.reached), exact(needed)) < 0
}

/** Still owed: not reported, or reported short of what is expected. */
export const isOwed = (milestone: Pick<Milestone, 'state' | 'demand' | 'standing'>): boolean =>
  milestone.state === 'open' || milestone.state === 'returned' || (milestone.state === 'reported' && isShort(milestone))

export interface Lit {
  readonly light: MilestoneLight
  /** Working days past the due day, negative before it; up to the report where there is one that suffices. */
  readonly past: number
}

/** The light of a day; it stops with a report that suffices, and runs on after one that falls short or is returned. */
export const litOn = (milestone: Milestone, calendar: WorkCalendar, today: string): Lit => {
  const { state, due, demand, standing } = milestone
  const stops = (state === 'reported' || state === 'confirmed') && !isShort(milestone)
  const past = daysPast(calendar, due, stops ? (standing.report?.on ?? today) : today)
  return { light: lightAt(demand.limits, past), past }
}

/** Who is to be told today; the warning is left out once it is yellow, for both go to the same hands. */
export const rungsOn = (milestone: Milestone, calendar: WorkCalendar, today: string): readonly LightRung[] => {
  if (!isOwed(milestone)) return []
  const reached = rungsAt(milestone.demand.limits, daysPast(calendar, milestone.due, today))
  return reached.includes('yellow') ? reached.filter((rung) => rung !== 'warning') : reached
}

export const canonicalMilestone = (milestone: Milestone) => ({ v: 1, noun: 'milestone', ...milestone })
