import type * as contract from '@quanheng/contract/totals-decision'
import { isBinding } from '@quanheng/domain/decision/model'
import { recordDecision } from '@quanheng/domain/decision/record'
import { normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import type { AgendaOf } from '../../platform/work/deliberated.ts'
import { decisionChange, insertDecision, sentByActor, stopMoved } from '../result/index.ts'
import { bindTotals } from './bind-totals.ts'
import { holdTotals, isRegistered, openGradesOf } from './hold-totals.ts'

/** What the next meeting decided, from its minutes. Points are changed by the meeting that decides over a lead unit's report, never here. */
export const recordOnTotals =
  (agendaOf: AgendaOf): CommandHandler<typeof contract.recordTotalsDecision> =>
  async (asked) => {
    const { tx, actor, params, body } = asked
    const held = await holdTotals(asked, params.resultId)
    if (!held.ok) return held
    const { result, post, decisions } = held.value
    const { state, id, runDigest } = result.result
    if (state !== 'aggregated') return refuse('result.notNow', { params: { state, command: 'approve' } })
    if (decisions.some((one) => !isBinding(one))) return refuse('decision.waiting')
    const agenda = await agendaOf(tx, id, runDigest)
    if (agenda && !agenda.decision) return refuse('decision.onAgenda', { params: { meeting: agenda.title } })
    const fromMinutes = agenda?.decision && !isRegistered(decisions, agenda.decision) ? agenda.decision : undefined
    const said = fromMinutes ?? body
    const stopped = await stopMoved(tx, id)
    if (stopped && body.outcome === 'approved') return stopped
    if (fromMinutes === undefined && !(await sentByActor(tx, actor.personId, body.scanDigest))) {
      return refuse('upload.notFound', { at: 'body.scanDigest' })
    }
    const number = normaliseName(said.number ?? '')
    const recorded = recordDecision(
      {
        subject: { kind: 'result', id, digest: runDigest },
        body: normaliseName(said.body),
        decidedOn: said.decidedOn,
        text: normaliseText(said.text),
        ...(number !== '' && { number }),
        outcome: body.outcome,
        adjustments: [],
        ...(body.grades !== undefined && body.grades.length > 0 && { grades: body.grades }),
        scanDigest: said.scanDigest,
      },
      { ...commandContext(asked, post), computed: new Map(), openGrades: await openGradesOf(tx, held.value) },
    )
    if (!recorded.ok) return recorded
    const { next, events } = recorded.value
    await insertDecision(tx, next, result.row.owner_unit_id)
    return ok({ post, events, changes: [decisionChange(null, next)], reply: { decisionId: next.id } })
  }

/** The second person. With the last of the plan's meetings the totals are 审定. */
export const confirmOnTotals: CommandHandler<typeof contract.confirmTotalsDecision> = async (asked) => {
  const { params } = asked
  const held = await holdTotals(asked, params.resultId)
  if (!held.ok) return held
  const before = held.value.decisions.find(({ id }) => id === params.decisionId)
  if (before === undefined) return refuse('platform.notFound')
  const { state } = held.value.result.result
  if (state !== 'aggregated') return refuse('result.notNow', { params: { state, command: 'approve' } })
  const stopped = await stopMoved(asked.tx, params.resultId)
  if (stopped && before.outcome === 'approved') return stopped
  const bound = await bindTotals(asked, held.value, before)
  if (!bound.ok) return bound
  const { decision, events, changes, approved } = bound.value
  const all = [decisionChange(before, decision), ...changes]
  return ok({ post: held.value.post, events, changes: all, reply: { approved } })
}
