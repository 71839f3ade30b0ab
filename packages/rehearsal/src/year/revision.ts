import { checkPlan, editPlan, issuePlan, listPlans, revisePlan, showPlan } from '@quanheng/contract/plan'
import type { PlanContent } from '@quanheng/domain/plan/model'
import type { Player } from '../player.ts'

/** The superior said the target that was waited for: the plan is revised and issued under a number of its own. */
export const reviseTarget = async (player: Player): Promise<void> => {
  const drafter = 'fagai.dudao'
  const { rows } = await player.read(drafter, listPlans, {
    query: { page: 1, size: 50, kind: 'indicatorPlan' } as never,
  })
  const plan = rows.find(({ title }) => title.startsWith('云岭市发展和改革局'))
  if (plan === undefined) throw new Error('the lead unit has no plan')
  const params = { planId: plan.id }
  const standing = await player.read(drafter, showPlan, { params })
  const reason = '省里已下达高新区2025年度重大项目投资计划13亿元'
  const draft = await player.act(drafter, revisePlan, { params, body: { version: standing.version, reason } })
  const { tasks } = standing.content as PlanContent
  const settled = tasks.map((task) =>
    task.target?.kind === 'pending' ? { ...task, target: { kind: 'set' as const, value: '13' } } : task,
  )
  await player.act(drafter, editPlan, { params, body: { version: draft.version, parts: { tasks: settled } as never } })
  const { version } = await player.read(drafter, showPlan, { params })
  const checked = await player.act(drafter, checkPlan, { params, body: { version } })
  const document = { number: '云发改发〔2026〕2号', date: '2026-01-09' }
  await player.act('fagai.dudao.fuze', issuePlan, { params, body: { version: checked.version, ...document } })
}
