import { type Author, authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type {
  SupervisionVisitCommand,
  SupervisionVisitContext,
  SupervisionVisitErrorCode,
  SupervisionVisitResult,
} from './commands.ts'
import type { SupervisionVisit, VisitNotes } from './model.ts'
import { supervisionVisitWorkflow } from './transitions.ts'

type Move = Result<Partial<SupervisionVisit>, DomainError<SupervisionVisitErrorCode>>
type Of<K extends SupervisionVisitCommand['kind']> = Extract<SupervisionVisitCommand, { readonly kind: K }>

/** A visit of each unit of the order, from the day it is given; not written up yet. */
export const plannedVisits = (
  order: { readonly id: string; readonly unitId: string; readonly unitIds: readonly string[]; readonly by: Author },
  { now, newId }: CommandContext,
): readonly SupervisionVisit[] =>
  order.unitIds.map((unitId) => ({
    id: newId(),
    supervisionId: order.id,
    fromUnitId: order.unitId,
    unitId,
    state: 'planned',
    standing: {},
    steps: [{ command: 'begin', by: order.by, at: now, words: '' }],
  }))

/** The one way a visit changes. The statement is the visited unit's, all else the office's. */
export const decideSupervisionVisit = (
  visit: SupervisionVisit,
  command: SupervisionVisitCommand,
  context: SupervisionVisitContext,
): SupervisionVisitResult => {
  const { actor } = context
  const row = permit(supervisionVisitWorkflow, visit.state, command.kind, actor.post)
  if (!row.ok) return row
  const isOwn = command.kind === 'state' && actor.unitId === visit.unitId
  if (!isOwn && actor.unitId !== visit.fromUnitId) return refuse('supervisionVisit.otherUnit')
  if (!context.order.isUnderWay) return refuse('supervisionVisit.orderClosed')
  const moved = move(visit, command, context)
  if (!moved.ok) return moved
  const [first, ...rest] = visit.steps
  const words = 'reason' in command ? command.reason : command.kind === 'state' ? command.words : ''
  const next: SupervisionVisit = {
    ...visit,
    ...moved.value,
    steps: [first, ...rest, { command: command.kind, by: authorOf(actor), at: context.now, words }],
  }
  return ok({ next, events: [{ type: 'supervisionVisitMoved', visitId: visit.id, command }] })
}

const move = (visit: SupervisionVisit, command: SupervisionVisitCommand, context: SupervisionVisitContext): Move => {
  const { standing } = visit
  const { today, now, actor } = context
  switch (command.kind) {
    case 'record': {
      const sound = checkNotes(command.notes, context)
      if (!sound.ok) return sound
      return ok({
        state: 'recorded',
        standing: { ...standing, notes: { ...command.notes, by: authorOf(actor), at: now } },
      })
    }
    case 'send':
      return command.until < today
        ? refuse('supervisionVisit.untilPast', { at: 'until' })
        : ok({ state: 'stating', standing: { ...standing, sent: { on: today, until: command.until } } })
    case 'state': {
      const { words, files, scanDigest } = command
      if (actor.unitId !== visit.unitId && scanDigest === undefined) {
        return refuse('supervisionVisit.scanMissing', { at: 'scanDigest' })
      }
      const scan = scanDigest === undefined ? {} : { scanDigest }
      const statement = { words, files, by: authorOf(actor), at: now, ...scan }
      return ok({ state: 'stated', standing: { ...standing, statement } })
    }
    case 'settle':
      return settle(visit, command, context)
    case 'drop':
      return command.reason ? ok({ state: 'dropped' }) : refuse('supervisionVisit.reasonMissing', { at: 'reason' })
  }
}

/** Facts with the clause each offends, under subjects of the order: nothing else is looked at on the way. */
const checkNotes = (
  notes: VisitNotes,
  { today, order }: SupervisionVisitContext,
): Result<null, DomainError<SupervisionVisitErrorCode>> => {
  if (notes.on > today) return refuse('supervisionVisit.inFuture', { at: 'notes.on' })
  if (notes.on < order.from)
    return refuse('supervisionVisit.beforeOrder', { at: 'notes.on', params: { from: order.from } })
  if (notes.visitors === '') return refuse('supervisionVisit.visitorsMissing', { at: 'notes.visitors' })
  if (notes.overview === '') return refuse('supervisionVisit.overviewMissing', { at: 'notes.overview' })
  for (const [index, { subject, fact, basis }] of notes.findings.entries()) {
    const at = `notes.findings[${index}]`
    if (!order.subjects.includes(subject)) return refuse('supervisionVisit.subjectUnknown', { at: `${at}.subject` })
    if (fact === '') return refuse('supervisionVisit.factMissing', { at: `${at}.fact` })
    if (basis === '') return refuse('supervisionVisit.clauseMissing', { at: `${at}.basis` })
  }
  return ok(null)
}

/** After the unit was heard or its day passed, by another person than who wrote the findings. */
const settle = (
  { state, standing }: SupervisionVisit,
  { documentNumber, upshots }: Of<'settle'>,
  { actor, today }: SupervisionVisitContext,
): Move => {
  if (state === 'stating' && (standing.sent?.until ?? '') >= today) {
    return refuse('supervisionVisit.stillStating', { params: { until: standing.sent?.until ?? '' } })
  }
  if (standing.notes?.by.personId === actor.personId) return refuse('supervisionVisit.samePerson')
  const findings = standing.notes?.findings ?? []
  const isComplete =
    upshots.length === findings.length && findings.every(({ id }) => upshots.some(({ findingId }) => findingId === id))
  if (!isComplete) return refuse('supervisionVisit.upshotMissing', { at: 'upshots' })
  for (const [index, { upheld, words, due }] of upshots.entries()) {
    if (words === '') return refuse('supervisionVisit.wordsMissing', { at: `upshots[${index}].words` })
    if (upheld && (due === undefined || due <= today)) {
      return refuse('supervisionVisit.duePast', { at: `upshots[${index}].due` })
    }
  }
  const settled = { on: today, documentNumber, upshots, by: authorOf(actor) }
  return ok({ state: 'settled', standing: { ...standing, settled } })
}
