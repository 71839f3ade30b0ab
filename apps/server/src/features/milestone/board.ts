import type { milestoneBoard } from '@quanheng/contract/milestone'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { workCalendar } from '../calendar/index.ts'
import { litLine } from './lines.ts'
import { type MilestoneScope, milestoneIsVisible, milestonesVisibleTo } from './scope.ts'
import { milestoneKeeper } from './store.ts'

type Board = ReplyOf<typeof milestoneBoard>

/** Plans with milestones in sight, the newest year first. */
const plansWith = (db: Reader, scope: MilestoneScope) =>
  db
    .selectFrom('milestone')
    .innerJoin('plan', 'plan.id', 'milestone.plan_id')
    .select(['plan.id as planId', 'plan.title', 'plan.year'])
    .where(milestoneIsVisible(scope))
    .where('milestone.state', '<>', 'dropped')
    .groupBy(['plan.id', 'plan.title', 'plan.year'])
    .orderBy('plan.year', 'desc')
    .orderBy('plan.title')
    .execute()

const noCounts: Board['counts'] = { waiting: 0, warning: 0, yellow: 0, red: 0, confirmed: 0 }

/** 节点看板: milestones of a plan as rows by their day, its units as columns, a light in each cell. */
export const boardOf = async (
  db: Reader,
  actor: Actor,
  { planId: asked, light }: QueryOf<typeof milestoneBoard>,
  today: string,
): Promise<Board> => {
  const scope = milestonesVisibleTo(actor)
  const plans = await plansWith(db, scope)
  const chosen = asked === undefined ? plans[0] : plans.find(({ planId }) => planId === asked)
  const empty = { plans, planId: chosen?.planId ?? null, counts: noCounts, units: [], rows: [], today }
  if (!chosen) return empty
  const rows = await db
    .selectFrom('milestone')
    .innerJoin('unit', 'unit.id', 'milestone.unit_id')
    .selectAll('milestone')
    .select(['unit.name as unit_name'])
    .where('milestone.plan_id', '=', chosen.planId)
    .where('milestone.state', '<>', 'dropped')
    .where(milestoneIsVisible(scope))
    .orderBy('milestone.due')
    .orderBy('milestone.milestone_key')
    .orderBy('unit.sort_code')
    .orderBy('unit.id')
    .execute()
  const calendar = await workCalendar(db)
  const names = new Map(rows.map(({ unit_id, unit_name }) => [unit_id, unit_name]))
  const all = (await milestoneKeeper.complete(db, rows)).map(({ model }) => ({
    model,
    cell: { ...litLine(model, calendar, today), milestoneId: model.id, unitId: model.unitId },
  }))
  const counts = { ...noCounts }
  for (const { cell } of all) counts[cell.state === 'confirmed' ? 'confirmed' : cell.light] += 1
  const shown = all.filter(({ cell }) => light === undefined || (cell.light === light && cell.state !== 'confirmed'))
  const units = new Set(shown.map(({ model }) => model.unitId))
  return {
    ...empty,
    counts,
    units: [...names].flatMap(([unitId, name]) => (units.has(unitId) ? [{ unitId, name }] : [])),
    rows: [...Map.groupBy(shown, ({ model }) => `${model.due}\n${model.milestoneKey}`).values()].flatMap((same) => {
      const [first] = same
      if (!first) return []
      const { milestoneKey, due, demand } = first.model
      return [
        { milestoneKey, due, indicator: demand.indicator, name: demand.name, cells: same.map(({ cell }) => cell) },
      ]
    }),
  }
}
