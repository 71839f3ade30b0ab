import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type { Supervision } from '../supervision/model.ts'
import { type SupervisionVisit, upheldOf } from '../supervision-visit/model.ts'
import type { Rectification, RectificationFile } from './model.ts'
import { rectificationWorkflow } from './transitions.ts'

export type RectificationCommand =
  | { readonly kind: 'plan'; readonly words: string; readonly personResponsible: string; readonly plannedDue: string }
  | { readonly kind: 'report'; readonly words: string; readonly files: readonly RectificationFile[] }
  | {
      readonly kind: 'close'
      readonly words: string
      readonly on: string
      readonly files: readonly RectificationFile[]
    }
  | { readonly kind: 'return'; readonly reason: string; readonly due: string }
  | { readonly kind: 'extend'; readonly reason: string; readonly due: string }

export type RectificationErrorCode =
  | 'rectification.notNow'
  | 'rectification.notYours'
  | 'rectification.otherUnit'
  | 'rectification.wordsMissing'
  | 'rectification.ownerMissing'
  | 'rectification.byPast'
  | 'rectification.byLate'
  | 'rectification.evidenceMissing'
  | 'rectification.samePerson'
  | 'rectification.finder'
  | 'rectification.checkDay'
  | 'rectification.duePast'
  | 'rectification.reasonMissing'

type RectificationResult = Result<
  {
    readonly next: Rectification
    readonly events: readonly [
      {
        readonly type: 'rectificationMoved'
        readonly rectificationId: string
        readonly command: RectificationCommand
      },
    ]
  },
  DomainError<RectificationErrorCode>
>

/** One item an upheld finding. `timesOf` counts earlier items of the unit under the same subject, in any year. */
export const itemsOf = (
  visit: SupervisionVisit,
  { content }: Supervision,
  context: CommandContext & { readonly timesOf: (subject: string) => number },
): readonly Rectification[] => {
  const found = new Map<string, number>()
  return upheldOf(visit).map(({ finding, words, due }): Rectification => {
    // Two findings of one visit under one subject are one occasion.
    const times = found.get(finding.subject) ?? context.timesOf(finding.subject) + 1
    found.set(finding.subject, times)
    return {
      id: context.newId(),
      supervisionId: visit.supervisionId,
      visitId: visit.id,
      fromUnitId: visit.fromUnitId,
      unitId: visit.unitId,
      state: 'open',
      due,
      demand: {
        subject: finding.subject,
        fact: finding.fact,
        basis: finding.basis,
        seriousness: finding.seriousness,
        words,
        times,
        ladder: content.ladder,
        noticedOn: visit.standing.settled?.on ?? context.today,
        documentNumber: visit.standing.settled?.documentNumber ?? '',
        foundBy: visit.standing.notes?.by.personId ?? '',
      },
      standing: { returned: 0 },
      steps: [{ command: 'begin', by: authorOf(context.actor), at: context.now, words: '' }],
    }
  })
}

/** Planned and proved by the unit; closed, sent back or given more days by the office. */
export const decideRectification = (
  item: Rectification,
  command: RectificationCommand,
  context: CommandContext,
): RectificationResult => {
  const { actor, now } = context
  const row = permit(rectificationWorkflow, item.state, command.kind, actor.post)
  if (!row.ok) return row
  const isUnits = command.kind === 'plan' || command.kind === 'report'
  if (actor.unitId !== (isUnits ? item.unitId : item.fromUnitId)) return refuse('rectification.otherUnit')
  const moved = move(item, command, context)
  if (!moved.ok) return moved
  const words = 'reason' in command ? command.reason : command.words
  const [first, ...rest] = item.steps
  const next: Rectification = {
    ...item,
    ...moved.value,
    steps: [first, ...rest, { command: command.kind, by: authorOf(actor), at: now, words }],
  }
  return ok({ next, events: [{ type: 'rectificationMoved', rectificationId: item.id, command }] })
}

type Moved = Result<Partial<Rectification>, DomainError<RectificationErrorCode>>

const move = (item: Rectification, command: RectificationCommand, { actor, today }: CommandContext): Moved => {
  const { standing, due } = item
  switch (command.kind) {
    case 'plan': {
      const { words, personResponsible, plannedDue } = command
      if (words === '') return refuse('rectification.wordsMissing', { at: 'words' })
      if (personResponsible === '') return refuse('rectification.ownerMissing', { at: 'personResponsible' })
      if (plannedDue > due && today <= due) return refuse('rectification.byLate', { at: 'plannedDue', params: { due } })
      if (plannedDue < today) return refuse('rectification.byPast', { at: 'plannedDue' })
      return ok({ state: 'planned', standing: { ...standing, plan: { words, personResponsible, plannedDue } } })
    }
    case 'report': {
      const { words, files } = command
      if (words === '') return refuse('rectification.wordsMissing', { at: 'words' })
      if (files.length === 0) return refuse('rectification.evidenceMissing', { at: 'files' })
      return ok({ state: 'reported', standing: { ...standing, done: { words, files, on: today } } })
    }
    case 'close': {
      const { words, on, files } = command
      const reported = item.steps.findLast((step) => step.command === 'report')
      if (words === '') return refuse('rectification.wordsMissing', { at: 'words' })
      if (reported?.by.personId === actor.personId) return refuse('rectification.samePerson')
      if (item.demand.foundBy === actor.personId) return refuse('rectification.finder')
      if (on > today || on < item.demand.noticedOn) return refuse('rectification.checkDay', { at: 'on' })
      return ok({ state: 'closed', standing: { ...standing, check: { words, on, files, by: authorOf(actor) } } })
    }
    case 'return':
      if (command.reason === '') return refuse('rectification.reasonMissing', { at: 'reason' })
      if (command.due < today) return refuse('rectification.duePast', { at: 'due' })
      return ok({ state: 'planned', due: command.due, standing: { ...standing, returned: standing.returned + 1 } })
    case 'extend':
      if (command.reason === '') return refuse('rectification.reasonMissing', { at: 'reason' })
      return command.due < today || command.due <= due
        ? refuse('rectification.duePast', { at: 'due' })
        : ok({ due: command.due })
  }
}
