import type { Refusal } from '@quanheng/contract/errors'
import type { Result } from '@quanheng/domain/kernel/result'
import type { ObjectionCommand, ObjectionContext } from '@quanheng/domain/objection/commands'
import { decideObjection, sideOf } from '@quanheng/domain/objection/decide'
import type { Objection } from '@quanheng/domain/objection/model'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import { type Acting, actOn, decideOn } from '../../platform/work/act-on-kept.ts'
import { workCalendar } from '../calendar/index.ts'
import { heldPosts } from '../organisation/index.ts'
import { type PublishedScores, publishedScores, termsOf, windowUntil } from './published.ts'
import { objectionIsVisible, objectionsVisibleTo } from './scope.ts'
import { accountsOf, signersOf } from './separated.ts'
import { type KeptObjection, objectionKeeper } from './store.ts'
import type { ObjectionRow } from './tables.ts'

/** The window, the terms, and who is kept from judging, as they are now. */
export const objectionContext = async (
  asked: Asking,
  published: PublishedScores | undefined,
  objection: Pick<Objection, 'score' | 'standing'> | undefined,
  post: HeldPost,
): Promise<ObjectionContext> => {
  const { tx, actor, context } = asked
  const { by } = objection?.standing.answer ?? {}
  const own = await accountsOf(tx, [actor.personId])
  const held = await heldPosts(tx, { personIds: [...own], on: context.today })
  return {
    ...commandContext(asked, post),
    until: published ? windowUntil(published, await workCalendar(tx)) : null,
    issuedOn: published?.issuedOn ?? '',
    signers: objection ? await accountsOf(tx, await signersOf(tx, objection.score)) : [],
    answeredBy: by ? await accountsOf(tx, [by.personId]) : [],
    ownUnitIds: [...new Set(held.map(({ unitId }) => unitId))],
    decider: published ? termsOf(published).decidedBy : 'group',
  }
}

/** Of the posts in the unit that does this, the first that the command is for. */
const postOf =
  (kind: ObjectionCommand['kind']) =>
  (posts: readonly HeldPost[], { model }: KeptObjection): HeldPost | undefined => {
    const { scorer } = model.score
    const there = posts.filter(({ unitId }) => unitId === sideOf(model.score, kind))
    if (kind === 'decide') return there.find((post) => post.kind === 'officeDirector') ?? there[0]
    if (kind !== 'answer' || scorer.sectionId === undefined) return there[0]
    return there.find((post) => post.kind !== 'sectionHead' || [null, scorer.sectionId].includes(post.sectionId))
  }

const acting: Acting<ObjectionRow, Objection, ObjectionCommand> = {
  keeper: objectionKeeper,
  seenBy: (actor) => objectionIsVisible(objectionsVisibleTo(actor)),
  postOn: (posts) => posts[0],
  decide: async (asked, { model }, command, post) => {
    const published = await publishedScores(asked.tx, model.score.planId)
    return decideObjection(model, command, await objectionContext(asked, published, model, post))
  },
}

interface AskedOfOne extends Asking {
  readonly params: { readonly objectionId: string }
  readonly body: { readonly version: number }
}

type Reading<K extends ObjectionCommand['kind']> = (
  held: KeptObjection,
) => Promise<Result<Extract<ObjectionCommand, { kind: K }>, Refusal>>

const at = ({ params, body }: AskedOfOne) => ({ id: params.objectionId, version: body.version })

/** The whole of a command that changes the objection alone; acted under a post of the side that does it. */
export const actOnObjection = <K extends ObjectionCommand['kind']>(asked: AskedOfOne, kind: K, read: Reading<K>) =>
  actOn(acting, asked, at(asked), read, postOf(kind))

export const decideOnObjection = <K extends ObjectionCommand['kind']>(asked: AskedOfOne, kind: K, read: Reading<K>) =>
  decideOn(acting, asked, at(asked), read, postOf(kind))
