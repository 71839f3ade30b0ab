import type { Refusal } from '@quanheng/contract/errors'
import type { Result } from '@quanheng/domain/kernel/result'
import type { MatterCommand, MatterContext } from '@quanheng/domain/matter/commands'
import { decideMatter } from '@quanheng/domain/matter/decide'
import type { ImportantMatter } from '@quanheng/domain/matter/model'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import { type Acting, actOn, officePost } from '../../platform/work/act-on-kept.ts'
import { seatsOn } from '../meeting/index.ts'
import { matterIsVisible, mattersVisibleTo } from './scope.ts'
import { type KeptMatter, matterKeeper } from './store.ts'
import type { MatterRow } from './tables.ts'

export const matterContext = async (asked: Asking, unitId: string, post: HeldPost): Promise<MatterContext> => ({
  ...commandContext(asked, post),
  seats: await seatsOn(asked.tx, { unitId, kind: 'steeringGroup' }, asked.context.today),
})

const acting: Acting<MatterRow, ImportantMatter, MatterCommand> = {
  keeper: matterKeeper,
  seenBy: (actor) => matterIsVisible(mattersVisibleTo(actor)),
  postOn: (posts, { row }) => officePost(posts, row.unit_id, 'steeringHead'),
  decide: async (asked, { model }, command, post) =>
    decideMatter(model, command, await matterContext(asked, model.unitId, post)),
}

interface AskedOfOne extends Asking {
  readonly params: { readonly matterId: string }
  readonly body: { readonly version: number }
}

export const actOnMatter = (
  asked: AskedOfOne,
  read: (held: KeptMatter) => Promise<Result<MatterCommand, Refusal>>,
  choose?: (typeof acting)['postOn'],
) => actOn(acting, asked, { id: asked.params.matterId, version: asked.body.version }, read, choose)
