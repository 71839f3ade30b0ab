import { daysBetween, type LocalDate } from '../kernel/local-date.ts'
import { type WorkCalendar, workingDaysBetween } from '../kernel/working-days.ts'

/** When a milestone lights up, in working days counted from its due day T; set in the plan. */
export interface LightLimits {
  /** 预警 from T minus this on. */
  readonly warnBefore: number
  /** 黄灯 from T plus this on. */
  readonly yellowAfter: number
  /** 红灯 from T plus this on: whoever heads the unit is told. */
  readonly redAfter: number
  /** After so many more the lead unit is told, after as many again the office. */
  readonly nextAfter: number
}

/** T−5 预警, T 黄灯, T+2 红灯, as Shenzhen's electronic appraisal has it; the next post every two working days. */
export const usualLimits: LightLimits = { warnBefore: 5, yellowAfter: 0, redAfter: 2, nextAfter: 2 }

/** Longest stretch that may be set: a quarter of working days. */
export const longestLimit = 66

/** Whole, not negative, red after yellow, and some days between the posts. */
export const limitsHold = ({ warnBefore, yellowAfter, redAfter, nextAfter }: LightLimits): boolean =>
  [warnBefore, yellowAfter, redAfter, nextAfter].every(
    (days) => Number.isInteger(days) && days >= 0 && days <= longestLimit,
  ) &&
  redAfter > yellowAfter &&
  nextAfter >= 1

/** 未到期 · 预警 · 黄灯 · 红灯. A light says how late it is; it never changes a score. */
export const milestoneLights = ['waiting', 'warning', 'yellow', 'red'] as const
export type MilestoneLight = (typeof milestoneLights)[number]

/** Working days from `due` to `day`: negative before it. Calendar days where a year on the way has no table of holidays. */
export const daysPast = (calendar: WorkCalendar, due: LocalDate, day: LocalDate): number => {
  if (day === due) return 0
  const [from, to, sign] = day < due ? [day, due, -1] : [due, day, 1]
  const counted = workingDaysBetween(calendar, from, to)
  const days = counted.ok ? counted.value : daysBetween(from, to)
  // A Saturday before or after the day is not yet, or no longer, the day itself.
  return days === 0 ? Math.min(sign, 0) : sign * days
}

export const lightAt = ({ warnBefore, yellowAfter, redAfter }: LightLimits, past: number): MilestoneLight => {
  if (past >= redAfter) return 'red'
  if (past >= yellowAfter) return 'yellow'
  return past >= -warnBefore ? 'warning' : 'waiting'
}

/** Who is told, in this order, each once for one due day: who has it in hand twice, then the next posts. */
export const lightRungs = ['warning', 'yellow', 'unitHead', 'leadUnit', 'office'] as const
export type LightRung = (typeof lightRungs)[number]

/** The working day, counted from the due day, on which each is told. */
export const rungDays = (limits: LightLimits): Readonly<Record<LightRung, number>> => ({
  warning: -limits.warnBefore,
  yellow: limits.yellowAfter,
  unitHead: limits.redAfter,
  leadUnit: limits.redAfter + limits.nextAfter,
  office: limits.redAfter + 2 * limits.nextAfter,
})

/** Rungs reached so many working days past the due day. */
export const rungsAt = (limits: LightLimits, past: number): readonly LightRung[] => {
  const from = rungDays(limits)
  return lightRungs.filter((rung) => past >= from[rung])
}
