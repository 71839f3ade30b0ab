import type { Refusal } from '@quanheng/contract/errors'
import type { Result } from '@quanheng/domain/kernel/result'
import type { SuperiorPlanCommand } from '@quanheng/domain/superior-plan/commands'
import { decideSuperiorPlan } from '@quanheng/domain/superior-plan/decide'
import type { SuperiorPlan } from '@quanheng/domain/superior-plan/model'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import { type Acting, actOn, decideOn, officePost } from '../../platform/work/act-on-kept.ts'
import { superiorPlanIsVisible } from './scope.ts'
import { type KeptSuperiorPlan, superiorPlanKeeper } from './store.ts'
import type { SuperiorPlanRow } from './tables.ts'

const acting: Acting<SuperiorPlanRow, SuperiorPlan, SuperiorPlanCommand> = {
  keeper: superiorPlanKeeper,
  seenBy: superiorPlanIsVisible,
  postOn: (posts, { row }) => officePost(posts, row.unit_id, 'officeDirector'),
  decide: async (asked, { model }, command, post) => decideSuperiorPlan(model, command, commandContext(asked, post)),
}

interface AskedOfOne extends Asking {
  readonly params: { readonly superiorPlanId: string }
  readonly body: { readonly version: number }
}

type Read = (held: KeptSuperiorPlan) => Promise<Result<SuperiorPlanCommand, Refusal>>

const at = ({ params, body }: AskedOfOne) => ({ id: params.superiorPlanId, version: body.version })

export const actOnSuperiorPlan = (asked: AskedOfOne, read: Read) => actOn(acting, asked, at(asked), read)

/** For a command that answers with more than the version. */
export const decideOnSuperiorPlan = (asked: AskedOfOne, read: Read) => decideOn(acting, asked, at(asked), read)
