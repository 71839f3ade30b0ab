import { addDays } from '@quanheng/domain/kernel/local-date'
import { isWorkingDay } from '@quanheng/domain/kernel/working-days'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { TaskProvider } from '../../platform/work/task.ts'
import { workCalendar } from '../calendar/index.ts'
import { issuedPlan, planHeaders, plansVisibleTo } from '../plan/index.ts'
import { tasksOf } from './tasks-of.ts'

const daysOf = (month: string): readonly string[] => {
  const days: string[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return days
}

interface Step {
  readonly due: string
  readonly name: string
  readonly plan: string
  readonly link: string
}

/** Plans of one year share their steps: each name stands once, with the plans that have it. */
const byName = (steps: readonly Step[]) =>
  [...Map.groupBy(steps, (step) => step.name)].map(([name, same]) => ({
    name,
    plans: same.map(({ plan, link }) => ({ title: plan, link })),
  }))

/** Steps of the issued plans that this person sees, by the day they are due. */
const stepsDue = async (db: Reader, actor: Actor) => {
  const steps: Step[] = []
  for (const header of await planHeaders(db, plansVisibleTo(actor), { issuedOnly: true })) {
    const plan = await issuedPlan(db, header.planId)
    for (const step of plan?.content.steps ?? []) {
      steps.push({ due: step.due, name: step.name, plan: plan?.title ?? '', link: `/plans/${header.planId}` })
    }
  }
  return steps
}

/** A month, day by day: whether offices work, which steps of plans are due, and how many of my tasks. */
export const dueMonth = async (
  providers: readonly TaskProvider[],
  db: Reader,
  actor: Actor,
  context: Context,
  month: string,
) => {
  const [calendar, steps, tasks] = [
    await workCalendar(db),
    await stepsDue(db, actor),
    await tasksOf(providers, db, actor, context),
  ]
  return {
    days: daysOf(month).map((day) => {
      const working = isWorkingDay(calendar, day)
      return {
        day,
        working: working.ok ? working.value : null,
        steps: byName(steps.filter((step) => step.due === day)),
        tasks: tasks.filter((task) => task.due === day).length,
      }
    }),
  }
}
