import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type QuantityCode, readQuantity } from '../kernel/quantity.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import { expectedAmount, isShort, type Milestone, type MilestoneReport } from './model.ts'
import { milestoneWorkflow } from './transitions.ts'

export type MilestoneCommand =
  | {
      readonly kind: 'report'
      readonly words: string
      readonly completedOn: string
      /** As typed; empty where no share is expected. */
      readonly reached: string
      readonly files: MilestoneReport['files']
    }
  | { readonly kind: 'confirm'; readonly words: string }
  | { readonly kind: 'return'; readonly reason: string }
  | { readonly kind: 'miss'; readonly reason: string }

export type MilestoneErrorCode =
  | 'milestone.notNow'
  | 'milestone.notYours'
  | 'milestone.otherUnit'
  | 'milestone.ownUnit'
  | 'milestone.wordsMissing'
  | 'milestone.reasonMissing'
  | 'milestone.evidenceMissing'
  | 'milestone.inFuture'
  | 'milestone.reachedMissing'
  | 'milestone.samePerson'
  | 'milestone.short'
  | 'milestone.notDue'

type Refused = DomainError<MilestoneErrorCode | QuantityCode>

export type MilestoneResult = Result<
  {
    readonly next: Milestone
    readonly events: readonly [
      { readonly type: 'milestoneMoved'; readonly milestoneId: string; readonly command: MilestoneCommand },
    ]
  },
  Refused
>

/** Whether this post stands for the unit (report) or for who confirms. Nobody confirms the own unit's (回避). */
const standsFor = (
  milestone: Milestone,
  kind: MilestoneCommand['kind'],
  { actor }: CommandContext,
): Result<null, Refused> => {
  const { unitId, leadUnitId, leadSectionId, officeUnitId } = milestone
  if (kind === 'report') return actor.unitId === unitId ? ok(null) : refuse('milestone.otherUnit')
  if (actor.ownUnitIds.includes(unitId)) return refuse('milestone.ownUnit')
  const isOffice = actor.unitId === officeUnitId && (actor.post === 'officeStaff' || actor.post === 'officeDirector')
  const isLead =
    actor.unitId === leadUnitId &&
    (leadSectionId === undefined || actor.sectionId === undefined || actor.sectionId === leadSectionId)
  return isOffice || isLead ? ok(null) : refuse('milestone.otherUnit')
}

/** Reported by the unit; confirmed, returned or stated as missed by another person who answers for the indicator. */
export const decideMilestone = (
  milestone: Milestone,
  command: MilestoneCommand,
  context: CommandContext,
): MilestoneResult => {
  const { actor, now } = context
  const row = permit(milestoneWorkflow, milestone.state, command.kind, actor.post)
  if (!row.ok) return row
  const place = standsFor(milestone, command.kind, context)
  if (!place.ok) return place
  const moved = move(milestone, command, context)
  if (!moved.ok) return moved
  const words = 'reason' in command ? command.reason : command.words
  const [first, ...rest] = milestone.steps
  const next: Milestone = {
    ...milestone,
    ...moved.value,
    steps: [first, ...rest, { command: command.kind, by: authorOf(actor), at: now, words }],
  }
  return ok({ next, events: [{ type: 'milestoneMoved', milestoneId: milestone.id, command }] })
}

type Moved = Result<Partial<Milestone>, Refused>

const move = (milestone: Milestone, command: MilestoneCommand, context: CommandContext): Moved => {
  const { standing, due } = milestone
  const { actor, today } = context
  switch (command.kind) {
    case 'report':
      return report(milestone, command, today)
    case 'confirm': {
      const reporter = milestone.steps.findLast((step) => step.command === 'report')?.by.personId
      if (reporter === actor.personId) return refuse('milestone.samePerson')
      if (isShort(milestone)) {
        const params = { reached: standing.report?.reached ?? '', expected: expectedAmount(milestone.demand) ?? '' }
        return refuse('milestone.short', { params })
      }
      const confirmation = { words: command.words, on: today, by: authorOf(actor) }
      return ok({ state: 'confirmed', standing: { ...standing, confirmation } })
    }
    case 'return':
      return command.reason === ''
        ? refuse('milestone.reasonMissing', { at: 'reason' })
        : ok({ state: 'returned', standing: { ...standing, returned: standing.returned + 1 } })
    case 'miss':
      if (command.reason === '') return refuse('milestone.reasonMissing', { at: 'reason' })
      return today > due ? ok({ state: 'missed' }) : refuse('milestone.notDue', { params: { due } })
  }
}

const report = (
  { demand, standing }: Milestone,
  { words, completedOn, reached, files }: Extract<MilestoneCommand, { kind: 'report' }>,
  today: string,
): Moved => {
  if (words === '') return refuse('milestone.wordsMissing', { at: 'words' })
  if (files.length === 0) return refuse('milestone.evidenceMissing', { at: 'files' })
  if (completedOn > today) return refuse('milestone.inFuture', { at: 'completedOn' })
  const said: MilestoneReport = { words, completedOn, files, on: today }
  const needed = expectedAmount(demand)
  if (needed === undefined) return ok({ state: 'reported', standing: { ...standing, report: said } })
  if (reached.trim() === '') return refuse('milestone.reachedMissing', { at: 'reached', params: { expected: needed } })
  const read = readQuantity(reached, { unit: demand.measureUnit })
  if (!read.ok) return { ok: false, error: { ...read.error, at: 'reached' } }
  return ok({ state: 'reported', standing: { ...standing, report: { ...said, reached: read.value } } })
}
