import type { Refusal } from '@quanheng/contract/errors'
import { type Result, refuse } from '@quanheng/domain/kernel/result'
import { permit } from '@quanheng/domain/kernel/transition'
import { addWorkingDays } from '@quanheng/domain/kernel/working-days'
import type { AdjustmentCommand, AdjustmentContext } from '@quanheng/domain/target-adjustment/commands'
import { decideAdjustment } from '@quanheng/domain/target-adjustment/decide'
import { type Adjusted, opinionDays, type TargetAdjustment } from '@quanheng/domain/target-adjustment/model'
import { adjustmentWorkflow } from '@quanheng/domain/target-adjustment/transitions'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import { type Acting, actOn, decideOn } from '../../platform/work/act-on-kept.ts'
import { workCalendar } from '../calendar/index.ts'
import { type Around, aroundOf } from './around.ts'
import { adjustmentIsVisible } from './scope.ts'
import { adjustmentKeeper, type KeptAdjustment } from './store.ts'
import type { AdjustmentRow } from './tables.ts'
import { touchedBy } from './touched.ts'

/** What any decision on an adjustment reads beside it. */
export const adjustmentContext = async (
  asked: Asking,
  around: Around,
  { unitId, adjusted }: { readonly unitId: string; readonly adjusted: Adjusted },
  post: HeldPost,
): Promise<AdjustmentContext> => {
  const { plan, window, hasBonus } = around
  const due = addWorkingDays(await workCalendar(asked.tx), asked.context.today, opinionDays)
  return {
    ...commandContext(asked, post),
    plan: plan.content,
    window,
    hasBonus,
    touched: await touchedBy(asked.tx, plan, unitId, adjusted),
    ...(due.ok && { opinionDue: due.value }),
  }
}

/** The post of the unit that the step is for; where it is nobody's of these, whatever the person holds, to be told whose it is. */
const postFor = (
  posts: readonly HeldPost[],
  { unitId, leadUnitId, officeUnitId, state }: TargetAdjustment,
  kind: AdjustmentCommand['kind'],
): HeldPost | undefined => {
  const place = ['edit', 'send', 'withdraw'].includes(kind)
    ? unitId
    : kind === 'giveOpinion'
      ? leadUnitId
      : officeUnitId
  const there = posts.filter((post) => kind === 'revise' || post.unitId === place)
  return there.find((post) => permit(adjustmentWorkflow, state, kind, post.kind).ok) ?? there[0] ?? posts[0]
}

const acting: Acting<AdjustmentRow, TargetAdjustment, AdjustmentCommand> = {
  keeper: adjustmentKeeper,
  seenBy: adjustmentIsVisible,
  postOn: (posts) => posts[0],
  decide: async (asked, { model }, command, post) => {
    const around = await aroundOf(asked.tx, model.planId)
    if (around === null) return refuse('platform.notFound')
    const adjusted = command.kind === 'edit' ? command.request.adjusted : model.content.adjusted
    const context = await adjustmentContext(asked, around, { unitId: model.unitId, adjusted }, post)
    return decideAdjustment(model, command, context)
  },
}

interface AskedOfOne extends Asking {
  readonly params: { readonly adjustmentId: string }
  readonly body: { readonly version: number }
}

type Read = (held: KeptAdjustment) => Promise<Result<AdjustmentCommand, Refusal>>
type Kind = AdjustmentCommand['kind']

const choosing =
  (kind: Kind): (typeof acting)['postOn'] =>
  (posts, { model }) =>
    postFor(posts, model, kind)

const at = ({ params, body }: AskedOfOne) => ({ id: params.adjustmentId, version: body.version })

export const actOnAdjustment = (asked: AskedOfOne, kind: Kind, read: Read) =>
  actOn(acting, asked, at(asked), read, choosing(kind))

/** For a command that changes more than the adjustment. */
export const decideOnAdjustment = (asked: AskedOfOne, kind: Kind, read: Read) =>
  decideOn(acting, asked, at(asked), read, choosing(kind))

/** For what a meeting decided: by the id alone. */
export const decideUnasked = (asked: Asking, id: string, kind: Kind, read: Read) =>
  decideOn(acting, asked, { id }, read, choosing(kind))
