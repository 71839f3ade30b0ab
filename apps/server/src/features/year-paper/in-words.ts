import { namedIds } from '@quanheng/domain/plan/named'
import type { Reader } from '../../platform/database/database.ts'
import { letterheadFor } from '../approval/index.ts'
import { type DraftPlan, issuedPlan, namesOf } from '../plan/index.ts'
import { unitNames } from '../result/index.ts'
import type { PlanInWords } from './papers/plan-rows.ts'

/** Number and day that the version in force went out under. */
const documentOf = async (db: Reader, planId: string): Promise<PlanInWords['document'] | undefined> => {
  const row = await db
    .selectFrom('plan')
    .innerJoin('plan_version', (join) =>
      join.onRef('plan_version.plan_id', '=', 'plan.id').onRef('plan_version.number', '=', 'plan.issued_number'),
    )
    .select(['plan_version.document_number', 'plan_version.document_date'])
    .where('plan.id', '=', planId)
    .executeTakeFirst()
  return (
    row && {
      ...(row.document_number !== null && { number: row.document_number }),
      ...(row.document_date !== null && { date: row.document_date }),
    }
  )
}

/** The plan as papers say it: what was issued, else the draft. */
export const inWords = async (db: Reader, plan: DraftPlan): Promise<PlanInWords> => {
  const content = (await issuedPlan(db, plan.planId))?.content ?? plan.content
  const owner = await unitNames(db, [plan.ownerUnitId])
  const carrying = await unitNames(
    db,
    content.tasks.map(({ unitId }) => unitId),
  )
  const named = await namesOf(db, namedIds(content))
  const ownerName = owner.get(plan.ownerUnitId) ?? ''
  const own = { organs: [ownerName], word: '文件' }
  const heads = {
    通知: await letterheadFor(db, plan.ownerUnitId, '通知'),
    通报: await letterheadFor(db, plan.ownerUnitId, '通报'),
  }
  return {
    content,
    letterhead: (kind) => heads[kind] ?? own,
    names: { ...named, ...Object.fromEntries(carrying) },
    ownerName,
    document: (await documentOf(db, plan.planId)) ?? content.document,
  }
}
