import type { Refusal } from '@quanheng/contract/errors'
import type { Result } from '@quanheng/domain/kernel/result'
import type { PeopleProposalCommand, PeopleProposalContext } from '@quanheng/domain/people-proposal/commands'
import { decidePeopleProposal } from '@quanheng/domain/people-proposal/decide'
import { judgeLines } from '@quanheng/domain/people-proposal/judge'
import type { PeopleProposal } from '@quanheng/domain/people-proposal/model'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import { type Acting, actOn, decideOn } from '../../platform/work/act-on-kept.ts'
import { proposalIsVisible } from './scope.ts'
import { type KeptProposal, proposalKeeper } from './store.ts'
import type { PeopleProposalRow } from './tables.ts'
import { loginsOf, worldOf } from './world.ts'

/** Whoever the lines name is held until the end, in the order of ids, so that two proposals at once see each other. */
const holdPeople = (asked: Asking, logins: readonly string[]) =>
  logins.length === 0
    ? Promise.resolve([])
    : asked.tx
        .selectFrom('person')
        .select('id')
        .where('id', 'in', (of) =>
          of
            .selectFrom('login_name')
            .select('person_id')
            .where('login', 'in', [...logins]),
        )
        .orderBy('id')
        .forUpdate()
        .execute()

const contextOf = async (
  asked: Asking,
  { unitId, content }: PeopleProposal,
  command: PeopleProposalCommand,
  post: HeldPost,
): Promise<PeopleProposalContext> => {
  const lines = command.kind === 'write' ? [...content.lines, ...command.lines] : content.lines
  if (command.kind === 'decide') await holdPeople(asked, loginsOf(lines))
  const world = await worldOf(asked.tx, unitId, loginsOf(lines))
  return { ...commandContext(asked, post), judge: (some) => judgeLines(some, world) }
}

const acting: Acting<PeopleProposalRow, PeopleProposal, PeopleProposalCommand> = {
  keeper: proposalKeeper,
  seenBy: proposalIsVisible,
  postOn: (posts, { row }) => posts.find(({ unitId }) => unitId === row.unit_id) ?? posts[0],
  decide: async (asked, { model }, command, post) =>
    decidePeopleProposal(model, command, await contextOf(asked, model, command, post)),
}

interface AskedOfOne extends Asking {
  readonly params: { readonly peopleProposalId: string }
  readonly body: { readonly version: number }
}

type Read = (held: KeptProposal) => Promise<Result<PeopleProposalCommand, Refusal>>

const at = ({ params, body }: AskedOfOne) => ({ id: params.peopleProposalId, version: body.version })

export const actOnProposal = (asked: AskedOfOne, read: Read) => actOn(acting, asked, at(asked), read)

/** For a command that changes more than the proposal. */
export const decideOnProposal = (asked: AskedOfOne, read: Read) => decideOn(acting, asked, at(asked), read)
