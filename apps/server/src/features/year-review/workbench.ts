import { nextOnReview } from '@quanheng/domain/workbench/next-on-review'
import type { TaskProvider } from '../../platform/work/task.ts'
import { takesForward } from './lines.ts'
import { reviewIsVisible } from './scope.ts'
import { reviewKeeper } from './store.ts'

/** 待办 of reviews: what the office and the head do next. */
export const reviewTasksOf: TaskProvider = async (db, actor, { today }) => {
  const rows = await db
    .selectFrom('year_review')
    .selectAll()
    .where('state', 'in', ['gathering', 'sorting', 'toTake'])
    .where(reviewIsVisible(actor))
    .orderBy('id')
    .execute()
  return (await reviewKeeper.complete(db, rows))
    .filter((one) => takesForward(one, actor, today))
    .map(({ model }) => {
      const act = nextOnReview(model)
      return {
        noun: 'yearReview' as const,
        id: model.id,
        verb: act?.verb ?? '',
        object: model.content.title,
        due: act?.due,
        link: `/year-reviews/${model.id}`,
      }
    })
}
