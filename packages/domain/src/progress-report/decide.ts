import { type Actor, authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type QuantityCode, readQuantity } from '../kernel/quantity.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type { IndicatorShare, StoredFile, SuperiorIndicator } from '../superior-plan/model.ts'
import type { ProgressRound } from '../superior-plan/rounds.ts'
import type { ProgressContent, ProgressReport } from './model.ts'
import { progressWorkflow } from './transitions.ts'

/** As typed. */
export interface GivenProgress {
  readonly actual: string
  readonly yearEnd: string
  readonly words: string
  readonly difficulties: string
  readonly files: readonly StoredFile[]
}

export type ProgressCommand =
  | { readonly kind: 'report'; readonly content: ProgressContent }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'return'; readonly reason: string }

export type ProgressErrorCode =
  | 'progressReport.notNow'
  | 'progressReport.notYours'
  | 'progressReport.otherUnit'
  | 'progressReport.notOpen'
  | 'progressReport.noRound'
  | 'progressReport.packTooLarge'
  | 'progressReport.actualMissing'
  | 'progressReport.wordsMissing'
  | 'progressReport.reasonMissing'
  | 'progressReport.samePerson'
  | 'progressReport.reportedAlready'

type Refused = DomainError<ProgressErrorCode | QuantityCode>

export type ProgressResult = Result<
  {
    readonly next: ProgressReport
    readonly events: readonly [
      { readonly type: 'progressMoved'; readonly progressReportId: string; readonly command: ProgressCommand },
    ]
  },
  Refused
>

/** What is reported about. */
export interface ReportedShare {
  readonly superiorPlanId: string
  readonly officeUnitId: string
  readonly indicator: SuperiorIndicator
  readonly share: IndicatorShare
  readonly round: ProgressRound
}

type Place = Pick<ProgressReport, 'unitId' | 'sectionId'>

/** Of the unit and, where the share is a section's, of that section; somebody of the unit without a section stands for all of it. */
const isOfPlace = ({ unitId, sectionId }: Place, actor: Actor): boolean =>
  actor.unitId === unitId && (sectionId === undefined || actor.sectionId === undefined || actor.sectionId === sectionId)

const readFigure = (text: string, unit: string, at: string): Result<string, Refused> => {
  if (text.trim() === '') return ok('')
  const read = readQuantity(text, { unit })
  return read.ok ? ok(read.value) : { ok: false, error: { ...read.error, at } }
}

/** What was typed, held against what is asked. */
export const readProgress = (
  { indicator, share, round }: ReportedShare,
  given: GivenProgress,
  today: string,
): Result<ProgressContent, Refused> => {
  if (round.end >= today) return refuse('progressReport.notOpen', { params: { day: round.end } })
  const actual = readFigure(given.actual, indicator.measureUnit, 'actual')
  if (!actual.ok) return actual
  if (actual.value === '' && share.target !== '') return refuse('progressReport.actualMissing', { at: 'actual' })
  const yearEnd = readFigure(given.yearEnd, indicator.measureUnit, 'yearEnd')
  if (!yearEnd.ok) return yearEnd
  if (given.words === '') return refuse('progressReport.wordsMissing', { at: 'words' })
  return ok({
    demand: {
      indicator: indicator.name,
      target: share.target,
      measureUnit: indicator.measureUnit,
      post: share.post,
      periodEnd: round.end,
      due: round.due,
    },
    actual: actual.value,
    yearEnd: yearEnd.value,
    words: given.words,
    difficulties: given.difficulties,
    files: given.files,
    on: today,
  })
}

/** The first report of a share for a period. */
export const beginProgress = (
  about: ReportedShare,
  content: ProgressContent,
  { actor, now, newId }: CommandContext,
): ProgressResult => {
  const { share, superiorPlanId, officeUnitId, round } = about
  const row = permit(progressWorkflow, 'returned', 'report', actor.post)
  if (!row.ok) return row
  if (!isOfPlace(share, actor)) return refuse('progressReport.otherUnit')
  const id = newId()
  const next: ProgressReport = {
    id,
    superiorPlanId,
    shareKey: share.key,
    period: round.period,
    unitId: share.unitId,
    ...(share.sectionId !== undefined && { sectionId: share.sectionId }),
    officeUnitId,
    state: 'reported',
    content,
    standing: {},
    steps: [{ command: 'report', by: authorOf(actor), at: now, words: '' }],
  }
  const command = { kind: 'report', content } as const
  return ok({ next, events: [{ type: 'progressMoved', progressReportId: id, command }] })
}

/** Who reported last. */
export const reporterOf = ({ steps }: Pick<ProgressReport, 'steps'>): string | undefined =>
  steps.findLast(({ command }) => command === 'report')?.by.personId

const isOfOffice = ({ officeUnitId }: ProgressReport, { unitId, post }: Actor): boolean =>
  unitId === officeUnitId && (post === 'officeStaff' || post === 'officeDirector')

/** Reported anew, confirmed by another person of the unit, or sent back by the unit or the office. */
export const decideProgress = (
  report: ProgressReport,
  command: ProgressCommand,
  { actor, now, today }: CommandContext,
): ProgressResult => {
  const row = permit(progressWorkflow, report.state, command.kind, actor.post)
  if (!row.ok) return row
  const mayFromOffice = command.kind === 'return' && isOfOffice(report, actor)
  if (!isOfPlace(report, actor) && !mayFromOffice) return refuse('progressReport.otherUnit')
  if (command.kind === 'confirm' && reporterOf(report) === actor.personId) return refuse('progressReport.samePerson')
  if (command.kind === 'return' && command.reason === '')
    return refuse('progressReport.reasonMissing', { at: 'reason' })
  const moved = ((): Pick<ProgressReport, 'state' | 'content' | 'standing'> => {
    switch (command.kind) {
      case 'report':
        return { state: 'reported', content: command.content, standing: {} }
      case 'confirm':
        return { ...report, state: 'confirmed', standing: { confirmation: { on: today, by: authorOf(actor) } } }
      case 'return':
        return { ...report, state: 'returned', standing: {} }
    }
  })()
  const { state, content, standing } = moved
  const [first, ...rest] = report.steps
  const words = command.kind === 'return' ? command.reason : ''
  const next: ProgressReport = {
    ...report,
    state,
    content,
    standing,
    steps: [first, ...rest, { command: command.kind, by: authorOf(actor), at: now, words }],
  }
  return ok({ next, events: [{ type: 'progressMoved', progressReportId: report.id, command }] })
}
