import type * as contract from '@quanheng/contract/year-review'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { beginReview } from '@quanheng/domain/year-review/decide'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { actOnReview, reviewContext } from './act-on-review.ts'
import { plansToReview } from './plans.ts'
import { reviewKeeper } from './store.ts'

const trimmed = (text: string): string => normaliseText(text).trim()

export const begin: CommandHandler<typeof contract.beginReview> = async ({ body, ...asked }) => {
  const { planId, asks, until } = body
  const plan = (await plansToReview(asked.tx, asked.posts)).find((one) => one.planId === planId)
  const post = asked.posts.find(({ unitId }) => unitId === plan?.unitId)
  if (!plan || !post) return refuse('platform.notFound')
  if (plan.isUnderWay) return refuse('yearReview.underWay')
  const title = `${plan.year}年度绩效考评总结复盘`
  const content = { title, asks: trimmed(asks), until, summary: '', unitIds: plan.namedUnitIds }
  const context = await reviewContext(asked, planId, post)
  const begun = beginReview({ planId, year: plan.year, content }, context)
  if (!begun.ok) return begun
  const saved = await reviewKeeper.insert(asked.tx, begun.value.next)
  return ok({
    post,
    events: begun.value.events,
    changes: [reviewKeeper.change(null, saved)],
    reply: { reviewId: saved.row.id },
  })
}

export const contribute: CommandHandler<typeof contract.contribute> = (asked) => {
  const { unitId, kind, nodeKey, text, wanted } = asked.body
  return actOnReview(
    asked,
    async () =>
      asked.posts.some((post) => post.unitId === unitId)
        ? ok({ kind: 'contribute', entryKind: kind, nodeKey, text: trimmed(text), wanted: trimmed(wanted) })
        : refuse('platform.notFound'),
    (posts) => posts.find((post) => post.unitId === unitId) ?? posts[0],
  )
}

export const drop: CommandHandler<typeof contract.dropEntry> = (asked) => {
  const { entryId } = asked.params
  return actOnReview(
    asked,
    async () => ok({ kind: 'drop', entryId }),
    (posts, { model }) => {
      const entry = model.standing.entries.find(({ id }) => id === entryId)
      return posts.find(({ unitId }) => unitId === entry?.by.unitId) ?? posts[0]
    },
  )
}

export const close: CommandHandler<typeof contract.closeReview> = (asked) =>
  actOnReview(asked, async () => ok({ kind: 'close' }))

export const answer: CommandHandler<typeof contract.answerEntries> = (asked) =>
  actOnReview(asked, async () =>
    ok({
      kind: 'answer',
      answers: asked.body.answers.map(({ reason, ...one }) => ({ ...one, reason: trimmed(reason) })),
    }),
  )

export const summarise: CommandHandler<typeof contract.summariseReview> = (asked) =>
  actOnReview(asked, async () => ok({ kind: 'summarise', summary: trimmed(asked.body.summary) }))

export const propose: CommandHandler<typeof contract.proposeReview> = (asked) =>
  actOnReview(asked, async () => ok({ kind: 'propose' }))

export const take: CommandHandler<typeof contract.takeReview> = (asked) =>
  actOnReview(asked, async () => {
    const { words, on, scanDigest } = asked.body
    const sent = await filesSent(asked, [scanDigest], [], 'body.scanDigest')
    if (!sent.ok) return sent
    return ok({ kind: 'take', words: trimmed(words), on, ...(scanDigest !== null && { scanDigest }) })
  })

export const sendBack: CommandHandler<typeof contract.returnReview> = (asked) =>
  actOnReview(asked, async () => ok({ kind: 'return', reason: trimmed(asked.body.reason) }))

export const cancel: CommandHandler<typeof contract.cancelReview> = (asked) =>
  actOnReview(asked, async () => ok({ kind: 'cancel', reason: trimmed(asked.body.reason) }))
