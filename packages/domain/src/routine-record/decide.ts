import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import { taskFor } from '../plan/items.ts'
import type { PlanContent } from '../plan/model.ts'
import { scorerFor } from '../plan/responsibility.ts'
import { lineage } from '../plan/tree.ts'
import type {
  RoutineContext,
  RoutineRecordCommand,
  RoutineRecordResult,
  RoutineRefusal,
  TypedContent,
} from './commands.ts'
import { readContent } from './content.ts'
import { type RoutineRecord, recorderOf } from './model.ts'
import { recorders, routineRecordWorkflow } from './transitions.ts'

export interface RoutineSubject {
  readonly planId: string
  /** The plan in force. */
  readonly plan: PlanContent
  readonly leafKey: string
  readonly unitId: string
  readonly officeUnitId: string
}

type Places = Pick<RoutineRecord, 'unitId' | 'leadUnitId' | 'leadSectionId'>

/** Whether this post answers for the indicator. Nobody records or judges the own unit (回避). */
const answersFor = (
  { unitId, leadUnitId, leadSectionId }: Places,
  { actor }: CommandContext,
): Result<null, RoutineRefusal> => {
  if (actor.ownUnitIds.includes(unitId)) return refuse('routineRecord.ownUnit')
  const inSection = leadSectionId === undefined || actor.sectionId === undefined || actor.sectionId === leadSectionId
  return actor.unitId === leadUnitId && inSection ? ok(null) : refuse('routineRecord.otherUnit')
}

/** A new record of one unit's item, by whoever scores it, the substitute included. */
export const beginRoutineRecord = (
  { planId, plan, leafKey, unitId, officeUnitId }: RoutineSubject,
  typed: TypedContent,
  context: RoutineContext,
): RoutineRecordResult => {
  const { actor, now } = context
  if (!(recorders as readonly string[]).includes(actor.post)) return refuse('routineRecord.notYours')
  if (!taskFor(plan, leafKey, unitId)) return refuse('routineRecord.notCarried', { at: 'unitId' })
  const scorer = scorerFor(plan, leafKey, unitId)
  if (!scorer.ok) return scorer
  const { unitId: leadUnitId, sectionId } = scorer.value
  const places: Places = { unitId, leadUnitId, ...(sectionId !== undefined && { leadSectionId: sectionId }) }
  const place = answersFor(places, context)
  if (!place.ok) return place
  const content = readContent(typed, context)
  if (!content.ok) return content
  const id = context.newId()
  const indicator = lineage(plan, leafKey)
    .toReversed()
    .map(({ name }) => name)
    .join(' › ')
  const next: RoutineRecord = {
    id,
    planId,
    leafKey,
    indicator,
    ...places,
    officeUnitId,
    state: 'draft',
    content: content.value,
    standing: {},
    steps: [{ command: 'begin', by: authorOf(actor), at: now, words: '' }],
  }
  return ok({ next, events: [{ type: 'routineRecordBegun', routineRecordId: id }] })
}

const wordsOf = (command: RoutineRecordCommand): string =>
  'reason' in command ? command.reason : 'words' in command ? command.words : ''

/** The one way a record changes: written and judged by those who answer for the indicator, stated on by the unit. */
export const decideRoutineRecord = (
  record: RoutineRecord,
  command: RoutineRecordCommand,
  context: RoutineContext,
): RoutineRecordResult => {
  const { actor, now } = context
  const row = permit(routineRecordWorkflow, record.state, command.kind, actor.post)
  if (!row.ok) return row
  const place: Result<null, RoutineRefusal> =
    command.kind !== 'state'
      ? answersFor(record, context)
      : actor.unitId === record.unitId
        ? ok(null)
        : refuse('routineRecord.otherUnit')
  if (!place.ok) return place
  const moved = move(record, command, context)
  if (!moved.ok) return moved
  const [first, ...rest] = record.steps
  const step = { command: command.kind, by: authorOf(actor), at: now, words: wordsOf(command) }
  const next: RoutineRecord = { ...record, ...moved.value, steps: [first, ...rest, step] }
  return ok({ next, events: [{ type: 'routineRecordMoved', routineRecordId: record.id, command }] })
}

type Moved = Result<Partial<RoutineRecord>, RoutineRefusal>

const move = (record: RoutineRecord, command: RoutineRecordCommand, context: RoutineContext): Moved => {
  const { content, standing } = record
  const { actor, today } = context
  switch (command.kind) {
    case 'edit': {
      const read = readContent(command.content, context)
      return read.ok ? ok({ content: read.value }) : read
    }
    case 'discard':
      return ok({ state: 'withdrawn' })
    case 'submit':
      return content.effect !== 'none' && content.files.length === 0
        ? refuse('routineRecord.evidenceMissing')
        : ok({ state: 'submitted' })
    case 'confirm':
      if (recorderOf(record) === actor.personId) return refuse('routineRecord.samePerson')
      return ok({
        state: 'told',
        standing: { told: { on: today, viewUntil: command.viewUntil, by: authorOf(actor) } },
      })
    case 'return':
      return command.reason === '' ? refuse('routineRecord.reasonMissing', { at: 'reason' }) : ok({ state: 'draft' })
    case 'state':
      return state(record, command, context)
    case 'uphold':
      if (command.reason === '') return refuse('routineRecord.reasonMissing', { at: 'reason' })
      return ok({
        state: 'settled',
        standing: { ...standing, answer: { words: command.reason, on: today, by: authorOf(actor) } },
      })
    case 'withdraw':
      return command.reason === ''
        ? refuse('routineRecord.reasonMissing', { at: 'reason' })
        : ok({ state: 'withdrawn' })
  }
}

const state = (
  { standing }: RoutineRecord,
  { stance, words, files }: Extract<RoutineRecordCommand, { kind: 'state' }>,
  { actor, today }: RoutineContext,
): Moved => {
  const until = standing.told?.viewUntil ?? today
  if (today > until) return refuse('routineRecord.viewClosed', { params: { until } })
  if (stance === 'differ' && words === '') return refuse('routineRecord.wordsMissing', { at: 'words' })
  const view = { stance, words, files, on: today, by: authorOf(actor) }
  return ok({ state: stance === 'agree' ? 'settled' : 'differed', standing: { ...standing, view } })
}
