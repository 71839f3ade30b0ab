import type { LocalDate } from '../kernel/local-date.ts'
import type { WorkCalendar } from '../kernel/working-days.ts'
import type { PlanStep, StepKind } from '../plan/model.ts'
import { type Pressing, pressing } from '../workbench/pressing.ts'

export interface Progress {
  readonly total: number
  readonly done: number
}

/** How far one issued plan is; of the year plan, everything that stands under it. */
export interface PlanProgress {
  readonly data: Progress
  /** Signed by both. */
  readonly sheets: Progress
  /** Sheets whose verification is closed, or waived. */
  readonly verified: Progress
  readonly locked: boolean
  /** Decided by the meetings that the plan names. */
  readonly decided: boolean
  /** Reported to the office; of the year plan, reported by every lead unit. */
  readonly submitted: boolean
}

const all = ({ total, done }: Progress): boolean => total > 0 && done === total

const isDone: Readonly<Record<StepKind, (plan: PlanProgress) => boolean>> = {
  dataCollection: ({ data }) => all(data),
  preliminaryScore: ({ sheets }) => all(sheets),
  verification: ({ verified }) => all(verified),
  aggregation: ({ locked }) => locked,
  countersign: ({ decided }) => decided,
  meeting: ({ decided }) => decided,
  submission: ({ submitted }) => submitted,
}

/** One step of the year: plans with the same name and day stand together. */
export interface YearStep extends Pressing {
  readonly name: string
  readonly due: LocalDate
  readonly plans: number
  readonly done: number
}

/** The steps of a year's plans by day, with a light: green once every plan has done it, else as pressing as its day is. */
export function yearSteps(
  plans: readonly { readonly steps: readonly PlanStep[]; readonly progress: PlanProgress }[],
  calendar: WorkCalendar,
  today: LocalDate,
): readonly YearStep[] {
  const steps = plans.flatMap(({ steps, progress }) =>
    steps.map(({ name, due, kind }) => ({ name, due, done: isDone[kind](progress) })),
  )
  return [...Map.groupBy(steps, ({ name, due }) => `${due} ${name}`).entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, same]) => {
      const [first] = same
      if (first === undefined) return []
      const done = same.filter((step) => step.done).length
      const { name, due } = first
      const { light, workingDaysLeft } = pressing(calendar, today, due)
      return { name, due, plans: same.length, done, light: done === same.length ? 'green' : light, workingDaysLeft }
    })
}
