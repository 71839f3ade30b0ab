import type { ReplyOf } from '@quanheng/contract/route'
import type { adjustmentChoices } from '@quanheng/contract/target-adjustment'
import { taskFor } from '@quanheng/domain/plan/items'
import { scorerOf } from '@quanheng/domain/plan/responsibility'
import { childrenOf, leaves } from '@quanheng/domain/plan/tree'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import { namesOf } from '../scoring/index.ts'
import { type Around, aroundOf } from './around.ts'
import type { Names } from './lines.ts'

type Choice = ReplyOf<typeof adjustmentChoices>['rows'][number]

/** Issued plans that name one of these units, the latest first. */
const plansNaming = async (db: Reader, unitIds: readonly string[]): Promise<readonly Around[]> => {
  const rows = await db
    .selectFrom('plan')
    .select('id')
    .where('issued_number', 'is not', null)
    .where(sql<boolean>`named_unit_ids && ${[...unitIds]}::uuid[]`)
    .orderBy('year', 'desc')
    .orderBy('kind')
    .orderBy('id')
    .execute()
  const plans: Around[] = []
  for (const { id } of rows) {
    const around = await aroundOf(db, id)
    if (around !== null) plans.push(around)
  }
  return plans
}

const leadIds = ({ plan: { content } }: Around): readonly string[] =>
  leaves(content).flatMap(({ key }) => {
    const lead = scorerOf(content, key)
    return lead.ok ? [lead.value.unitId] : []
  })

const choiceOf = ({ plan, window, hasBonus }: Around, unitId: string, names: Names, today: string): Choice[] => {
  const { content } = plan
  const lastDay = window === undefined || window === 'none' ? '' : window.lastDay
  const carried = leaves(content).filter(({ key }) => taskFor(content, key, unitId))
  if (carried.length === 0) return []
  return [
    {
      planId: plan.planId,
      title: plan.title,
      unitId,
      unitName: names.get(unitId) ?? '',
      lastDay: lastDay === '' ? null : lastDay,
      open: window !== 'none' && (lastDay === '' || lastDay >= today),
      items: carried.map(({ key, name, fullMark }) => {
        const target = taskFor(content, key, unitId)?.target
        const lead = scorerOf(content, key)
        return {
          key,
          name,
          fullMark,
          target: target === undefined ? null : target.kind === 'set' ? target.value : '',
          leadName: lead.ok ? (names.get(lead.value.unitId) ?? '') : '',
          alone: content.tasks.filter(({ leafKey }) => leafKey === key).length === 1,
        }
      }),
      branches: content.indicators
        .filter(({ key }) => childrenOf(content, key).length > 0)
        .map(({ key, name }) => ({ key, name })),
      leaves: leaves(content).map(({ key, name, fullMark }) => ({ key, name, fullMark })),
      hasBonus,
    },
  ]
}

/** What the units of this person may ask about, plan by plan. */
export const choices = async (db: Reader, actor: Actor, today: string): Promise<ReplyOf<typeof adjustmentChoices>> => {
  const units = [...new Set(unitIdsOf(postsFor(actor, 'targetAdjustment.begin')))]
  const plans = units.length === 0 ? [] : await plansNaming(db, units)
  const names = await namesOf(db, { units: [...units, ...plans.flatMap(leadIds)] })
  return { rows: plans.flatMap((plan) => units.flatMap((unitId) => choiceOf(plan, unitId, names, today))) }
}
