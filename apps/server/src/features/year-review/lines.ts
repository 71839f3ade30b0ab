import type { ReplyOf } from '@quanheng/contract/route'
import type { listReviews } from '@quanheng/contract/year-review'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnReview } from '@quanheng/domain/workbench/next-on-review'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import type { KeptReview } from './store.ts'

export type ReviewLine = ReplyOf<typeof listReviews>['rows'][number]

/** What this person takes forward; gathering is closed once its day has passed. */
export const takesForward = ({ model }: KeptReview, actor: Actor, today: string): boolean => {
  if (model.state === 'gathering' && model.content.until >= today) return false
  const act = nextOnReview(model)
  return act !== undefined && holdings(actor).some((held) => mayAct(act, held))
}

export const lineOf = (
  one: KeptReview,
  names: ReadonlyMap<string, string>,
  actor: Actor,
  today: string,
): ReviewLine => {
  const { model, row } = one
  const { entries, taking } = model.standing
  return {
    id: model.id,
    version: row.version,
    planId: model.planId,
    year: model.year,
    title: model.content.title,
    state: model.state,
    unitName: names.get(model.unitId) ?? '',
    until: model.content.until,
    entries: entries.length,
    units: new Set(entries.map(({ by }) => by.unitId)).size,
    takenOn: taking?.on ?? null,
    mine: takesForward(one, actor, today),
  }
}
