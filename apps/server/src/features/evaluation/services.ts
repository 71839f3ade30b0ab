import type * as contract from '@quanheng/contract/evaluation'
import type { BodyOf } from '@quanheng/contract/route'
import type { EvaluationContent } from '@quanheng/domain/evaluation/channel'
import { beginEvaluation } from '@quanheng/domain/evaluation/decide'
import { openingForm } from '@quanheng/domain/evaluation/model'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { plainForms } from '@quanheng/domain/kernel/quantity'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { sha256 } from '../../platform/log/means.ts'
import { issuedPlan } from '../plan/index.ts'
import { actOnEvaluation, decideOnEvaluation } from './act-on-evaluation.ts'
import { marksGiven, sentBy } from './ballots.ts'
import { emptyBox } from './box.ts'
import { figuresOf } from './figures.ts'
import { forgetPrivateKeys, makeKeys } from './keys.ts'
import { evaluatorsOn } from './rosters.ts'
import { evaluationKeeper } from './store.ts'

const trimmed = (text: string): string => normaliseText(text).trim()
const figure = (text: string): string => plainForms(text).replace('%', '').trim()

export const begin: CommandHandler<typeof contract.beginEvaluation> = async ({ body, ...asked }) => {
  const plan = await issuedPlan(asked.tx, body.planId)
  const found = plan && figuresOf(plan, asked.posts).find(({ element }) => element.key === body.elementKey)
  const post = asked.posts.find(({ unitId }) => unitId === found?.unitId)
  if (!found || !post) return refuse('platform.notFound')
  const there = await asked.tx
    .selectFrom('evaluation')
    .select('id')
    .where('plan_id', '=', body.planId)
    .where('element_key', '=', body.elementKey)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  if (there) return refuse('evaluation.underWay')
  const { plan: issued, element, unitIds } = found
  const { today } = asked.context
  const content: EvaluationContent = {
    title: `${issued.year}年度${element.name}评议`,
    outOf: '100',
    places: 2,
    whenShort: 'missing',
    opensOn: today,
    closesOn: element.due < today ? today : element.due,
    channels: [],
  }
  const subject = { planId: issued.planId, elementKey: element.key, year: issued.year, unitIds, content }
  const begun = beginEvaluation(subject, commandContext(asked, post))
  if (!begun.ok) return begun
  const saved = await evaluationKeeper.insert(asked.tx, begun.value.next)
  return ok({
    post,
    events: begun.value.events,
    changes: [evaluationKeeper.change(null, saved)],
    reply: { evaluationId: saved.row.id },
  })
}

type Sent = BodyOf<typeof contract.saveEvaluation>['content']

/** As sent: full-width figures plain, empty rules left out. */
const contentOf = ({ channels, ticketsUntil, ...content }: Sent): EvaluationContent => ({
  ...content,
  ...(ticketsUntil !== null && { ticketsUntil }),
  title: trimmed(content.title),
  outOf: figure(content.outOf),
  channels: channels.map(({ spread, trim, ...channel }) => ({
    ...channel,
    name: trimmed(channel.name),
    weight: figure(channel.weight),
    scale:
      channel.scale.kind === 'marks'
        ? { kind: 'marks', from: figure(channel.scale.from), to: figure(channel.scale.to) }
        : {
            kind: 'levels',
            levels: channel.scale.levels.map((level) => ({
              ...level,
              name: trimmed(level.name),
              points: figure(level.points),
            })),
          },
    unknown:
      channel.unknown.kind === 'counted'
        ? { kind: 'counted', points: figure(channel.unknown.points) }
        : channel.unknown,
    ...(spread && { spread: { atLeast: figure(spread.atLeast), percent: figure(spread.percent) } }),
    ...(trim && { trim }),
  })),
})

export const save: CommandHandler<typeof contract.saveEvaluation> = (asked) =>
  actOnEvaluation(asked, async () => ok({ kind: 'save', content: contentOf(asked.body.content) }))

export const open: CommandHandler<typeof contract.openEvaluation> = async (asked) => {
  const decided = await decideOnEvaluation(asked, async ({ model }) => {
    const evaluators = await evaluatorsOn(asked.tx, model, asked.context.today)
    return ok({ kind: 'open', evaluators, digest: digestOf(sha256, openingForm(model, evaluators)) })
  })
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  await makeKeys(asked.tx, after.model)
  return ok({ post, events, changes: [evaluationKeeper.change(before, after)], reply: { version: after.row.version } })
}

export const count: CommandHandler<typeof contract.countBallots> = (asked) =>
  actOnEvaluation(asked, async () => {
    const { version: _version, scanDigest, ...given } = asked.body
    if (scanDigest === null) return refuse('evaluation.scanMissing', { at: 'scanDigest' })
    const sent = await filesSent(asked, [scanDigest], [], 'body.scanDigest')
    return sent.ok ? ok({ kind: 'count', ...given, scanDigest }) : sent
  })

/** Who has voted in secret is known to nobody: such a round is closed after its last day. */
export const close: CommandHandler<typeof contract.closeEvaluation> = (asked) =>
  actOnEvaluation(asked, async ({ model }) => {
    const { id, standing, state } = model
    const sent = await sentBy(asked.tx, [id])
    const isOver = asked.context.today > model.content.closesOn
    const outstanding = (standing.opening?.evaluators.length ?? 0) - sent.length
    if (state !== 'open' || (outstanding > 0 && !isOver)) return ok({ kind: 'close', outstanding, box: [] })
    await forgetPrivateKeys(asked.tx, id)
    return ok({ kind: 'close', outstanding, box: await emptyBox(asked.tx, id) })
  })

export const tally: CommandHandler<typeof contract.tallyEvaluation> = (asked) =>
  actOnEvaluation(asked, async ({ model }) => ok({ kind: 'tally', ballots: await marksGiven(asked.tx, model) }))

export const cancel: CommandHandler<typeof contract.cancelEvaluation> = (asked) =>
  actOnEvaluation(asked, async () => ok({ kind: 'cancel', reason: trimmed(asked.body.reason) }))
