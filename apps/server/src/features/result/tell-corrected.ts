import { objectionDrafters } from '@quanheng/domain/objection/transitions'
import { withDecidedGrades } from '@quanheng/domain/result/decided-grades'
import { type MovedStanding, standingsMoved } from '@quanheng/domain/result/standings-moved'
import type { Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import { notifyEach } from '../../platform/work/notify.ts'
import { heldPosts } from '../organisation/index.ts'
import { decisionsOn } from './decision-store.ts'
import { type FrozenRun, frozenRun } from './frozen-run.ts'

/** 第3名→第2名，良好→优秀. */
const sayChange = ({ rank, grade }: MovedStanding): string => {
  const place = (at: number | null): string => (at === null ? '无名次' : `第${at}名`)
  const parts = [
    ...(rank.from === rank.to ? [] : [`${place(rank.from)}→${place(rank.to)}`]),
    ...(grade.from === grade.to ? [] : [`${grade.from ?? '无等次'}→${grade.to ?? '无等次'}`]),
  ]
  return parts.join('，')
}

const withGrades = async (tx: Tx, { run, row }: FrozenRun) => withDecidedGrades(run, await decisionsOn(tx, [row.id]))

/** 更正结果印发: every unit whose rank or grade differs from the version that was in force is told, each of its own. */
export const tellCorrected = async (tx: Tx, resultId: string, context: Context): Promise<void> => {
  const after = await frozenRun(tx, resultId)
  if (after === undefined || after.result.purpose !== 'totals') return
  const earlier = await tx
    .selectFrom('result')
    .select('id')
    .where('plan_id', '=', after.row.plan_id)
    .where('purpose', '=', 'totals')
    .where('state', '=', 'issued')
    .where('id', '<>', resultId)
    .orderBy('frozen_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const before = earlier && (await frozenRun(tx, earlier.id))
  if (before === undefined) return
  const moved = standingsMoved(await withGrades(tx, before), await withGrades(tx, after))
  const unitIds = [...new Set(moved.map(({ unitId }) => unitId))]
  const posts: readonly string[] = objectionDrafters
  const held = (await heldPosts(tx, { unitIds, on: context.today })).filter(({ kind }) => posts.includes(kind))
  const told = moved.flatMap((one) =>
    [...new Set(held.filter(({ unitId }) => unitId === one.unitId).map(({ personId }) => personId))].map(
      (personId) => ({
        personId,
        code: 'notification.resultCorrected' as const,
        params: { plan: after.run.plan.title, change: sayChange(one) },
        link: '/own-results',
      }),
    ),
  )
  await notifyEach(tx, context, told)
}
