import type { Refusal } from '@quanheng/contract/errors'
import type { Result } from '@quanheng/domain/kernel/result'
import type { MeetingCommand, MeetingContext } from '@quanheng/domain/meeting/commands'
import { decideMeeting } from '@quanheng/domain/meeting/decide'
import type { Meeting, MeetingKind } from '@quanheng/domain/meeting/model'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import { type Acting, actOn, decideOn, officePost } from '../../platform/work/act-on-kept.ts'
import { mattersOf } from './matters.ts'
import { meetingIsVisible, meetingsVisibleTo } from './scope.ts'
import { seatsOn } from './seats.ts'
import { type KeptMeeting, meetingKeeper } from './store.ts'
import type { MeetingRow } from './tables.ts'

export interface AskedOfOne extends Asking {
  readonly params: { readonly meetingId: string }
  readonly body: { readonly version: number }
}

export const meetingContext = async (
  asked: Asking,
  { unitId, kind }: { readonly unitId: string; readonly kind: MeetingKind },
  post: HeldPost,
): Promise<MeetingContext> => ({
  ...commandContext(asked, post),
  seats: await seatsOn(asked.tx, { unitId, kind }, asked.context.today),
  matters: await mattersOf(asked.tx, unitId),
})

const acting: Acting<MeetingRow, Meeting, MeetingCommand> = {
  keeper: meetingKeeper,
  seenBy: (actor) => meetingIsVisible(meetingsVisibleTo(actor)),
  postOn: (posts, { row }) => officePost(posts, row.unit_id, 'steeringHead'),
  decide: async (asked, { model }, command, post) =>
    decideMeeting(model, command, await meetingContext(asked, model, post)),
}

const at = ({ params, body }: AskedOfOne) => ({ id: params.meetingId, version: body.version })

type Read = (held: KeptMeeting) => Promise<Result<MeetingCommand, Refusal>>

/** For a command that changes more than the meeting. */
export const decideOnMeeting = (asked: AskedOfOne, read: Read) => decideOn(acting, asked, at(asked), read)

export const actOnMeeting = (asked: AskedOfOne, read: Read, choose?: (typeof acting)['postOn']) =>
  actOn(acting, asked, at(asked), read, choose)
