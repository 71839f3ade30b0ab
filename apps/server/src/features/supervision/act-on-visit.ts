import type { Refusal } from '@quanheng/contract/errors'
import type { Result } from '@quanheng/domain/kernel/result'
import type { SupervisionVisitCommand, SupervisionVisitContext } from '@quanheng/domain/supervision-visit/commands'
import { decideSupervisionVisit } from '@quanheng/domain/supervision-visit/decide'
import type { SupervisionVisit } from '@quanheng/domain/supervision-visit/model'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import { type Acting, actOn, decideOn, officePost } from '../../platform/work/act-on-kept.ts'
import { visitIsVisible, visitsVisibleTo } from './scope.ts'
import { type KeptVisit, supervisionKeeper, visitKeeper } from './store.ts'
import type { VisitRow } from './tables.ts'

/** The order is held with the visit: it is not concluded while one of its visits changes. */
const orderOf = async (asked: Asking, id: string): Promise<SupervisionVisitContext['order']> => {
  const [held] = await supervisionKeeper.lock(asked.tx, [id])
  const { from = '', subjects = [] } = held?.model.content ?? {}
  return { isUnderWay: held?.model.state === 'underWay', from, subjects }
}

const acting: Acting<VisitRow, SupervisionVisit, SupervisionVisitCommand> = {
  keeper: visitKeeper,
  seenBy: (actor) => visitIsVisible(visitsVisibleTo(actor)),
  postOn: (posts, { row }) => officePost(posts, row.from_unit_id),
  decide: async (asked, { model }, command, post) =>
    decideSupervisionVisit(model, command, {
      ...commandContext(asked, post),
      order: await orderOf(asked, model.supervisionId),
    }),
}

interface AskedOfOne extends Asking {
  readonly params: { readonly supervisionVisitId: string }
  readonly body: { readonly version: number }
}
type Read = (held: KeptVisit) => Promise<Result<SupervisionVisitCommand, Refusal>>

const at = ({ params, body }: AskedOfOne) => ({ id: params.supervisionVisitId, version: body.version })

/** For a command that changes more than the visit. */
export const decideOnVisit = (asked: AskedOfOne, read: Read) => decideOn(acting, asked, at(asked), read)

export const actOnVisit = (asked: AskedOfOne, read: Read, choose?: (typeof acting)['postOn']) =>
  actOn(acting, asked, at(asked), read, choose)
