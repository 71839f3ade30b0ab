import { authorOf } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type { EvaluationContent } from './channel.ts'
import { checkContent } from './check-content.ts'
import type { EvaluationCommand, EvaluationContext, EvaluationOutcome, EvaluationRefusal } from './commands.ts'
import type { Evaluation, EvaluationStep } from './model.ts'
import { agreedCount, readCount } from './paper-count.ts'
import { resultOf } from './result.ts'
import { evaluationWorkflow } from './transitions.ts'

type Of<K extends EvaluationCommand['kind']> = Extract<EvaluationCommand, { readonly kind: K }>
type Move = Result<Partial<Evaluation>, EvaluationRefusal>

/** A round is drawn up for one figure that the own body is asked for. */
export const beginEvaluation = (
  made: Pick<Evaluation, 'planId' | 'elementKey' | 'year' | 'unitIds'> & { readonly content: EvaluationContent },
  context: EvaluationContext,
): EvaluationOutcome => {
  const { actor, now } = context
  const id = context.newId()
  const next: Evaluation = {
    ...made,
    id,
    unitId: actor.unitId,
    state: 'draft',
    standing: { counts: [], fed: [] },
    steps: [{ command: 'begin', by: authorOf(actor), at: now, words: '' }],
  }
  return ok({ next, events: [{ type: 'evaluationBegun', evaluationId: id }] })
}

/** The one way a round changes; ballots are nouns of their own. */
export const decideEvaluation = (
  evaluation: Evaluation,
  command: EvaluationCommand,
  context: EvaluationContext,
): EvaluationOutcome => {
  const { actor, now } = context
  const row = permit(evaluationWorkflow, evaluation.state, command.kind, actor.post)
  if (!row.ok) return row
  if (actor.unitId !== evaluation.unitId) return refuse('evaluation.otherUnit')
  const moved = move(evaluation, command, context)
  if (!moved.ok) return moved
  const [first, ...rest] = evaluation.steps
  const words = command.kind === 'cancel' ? command.reason : ''
  const step: EvaluationStep = { command: command.kind, by: authorOf(actor), at: now, words }
  const next: Evaluation = { ...evaluation, ...moved.value, steps: [first, ...rest, step] }
  return ok({ next, events: [{ type: 'evaluationMoved', evaluationId: evaluation.id }] })
}

const move = (evaluation: Evaluation, command: EvaluationCommand, context: EvaluationContext): Move => {
  switch (command.kind) {
    case 'save':
      return ok({ content: command.content })
    case 'open':
      return open(evaluation, command, context)
    case 'count':
      return count(evaluation, command, context)
    case 'close':
      return command.outstanding > 0 && context.today <= evaluation.content.closesOn
        ? refuse('evaluation.stillRunning', {
            params: { count: String(command.outstanding), day: evaluation.content.closesOn },
          })
        : ok({
            state: 'closed',
            standing: { ...evaluation.standing, ...(command.box.length > 0 && { box: command.box }) },
          })
    case 'tally':
      return tally(evaluation, command)
    case 'feed':
      return command.fed.length === 0
        ? refuse('evaluation.nothingToFeed')
        : ok({ state: 'fed', standing: { ...evaluation.standing, fed: command.fed } })
    case 'cancel':
      return command.reason ? ok({ state: 'cancelled' }) : refuse('evaluation.reasonMissing', { at: 'reason' })
  }
}

/** From here on nothing that ballots go by changes. */
const open = (
  { content, standing }: Evaluation,
  { evaluators, digest }: Of<'open'>,
  { today }: EvaluationContext,
): Move => {
  const checked = checkContent(content)
  if (!checked.ok) return checked
  if (content.closesOn < today) return refuse('evaluation.dayPassed', { at: 'content.closesOn' })
  const empty = content.channels.find(
    ({ key, way }) => way !== 'paper' && !evaluators.some(({ channelKey }) => channelKey === key),
  )
  if (empty) return refuse('evaluation.nobodyAsked', { params: { name: empty.name } })
  return ok({ state: 'open', standing: { ...standing, opening: { digest, on: today, evaluators } } })
}

const count = (evaluation: Evaluation, command: Of<'count'>, { actor, now }: EvaluationContext): Move => {
  const { kind: _kind, ...given } = command
  const { standing, content, unitIds } = evaluation
  const channel = content.channels.find(({ key }) => key === given.channelKey)
  if (channel?.way !== 'paper') return refuse('evaluation.notPaper', { at: 'channelKey' })
  if (agreedCount(standing.counts, channel.key)) return refuse('evaluation.countAgreed')
  const units = readCount(channel, unitIds, given)
  if (!units.ok) return units
  const counts = [...standing.counts, { ...given, units: units.value, by: authorOf(actor), at: now }]
  return ok({ standing: { ...standing, counts } })
}

const tally = (evaluation: Evaluation, { ballots }: Of<'tally'>): Move => {
  const { content, standing } = evaluation
  const paper = content.channels.filter(({ way }) => way === 'paper')
  const open = paper.find(({ key }) => !agreedCount(standing.counts, key))
  if (open) return refuse('evaluation.countOpen', { params: { name: open.name } })
  const counted = paper.flatMap(({ key }) => {
    const agreed = agreedCount(standing.counts, key)
    if (!agreed) return []
    const { handedOut: asked, returned, invalid, units } = agreed
    const marks = new Map(units.map((one) => [one.unitId, one.marks]))
    return [{ channelKey: key, asked, came: returned - invalid, marks }]
  })
  return ok({ state: 'counted', standing: { ...standing, result: resultOf(evaluation, [...ballots, ...counted]) } })
}
