import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import { type ExpectedScore, reportGaps } from './completeness.ts'
import type { LeadReport, LeadReportState, LeadReportVersion, ReportChannel } from './model.ts'
import { leadReportWorkflow } from './transitions.ts'

type Handed = Pick<LeadReportVersion, 'documentNumber' | 'documentDate' | 'scores'>

export type LeadReportCommand =
  | ({ readonly kind: 'submit'; readonly runDigest: string; readonly packageDigest: string } & Handed)
  | ({ readonly kind: 'enterPaper'; readonly scanDigest: string } & Handed)
  | { readonly kind: 'confirmPaper' }
  | { readonly kind: 'refusePaper'; readonly reason: string }
  | { readonly kind: 'return'; readonly reason: string }

export interface LeadReportContext extends CommandContext {
  /** The items of the year plan that this lead unit scores. */
  readonly expected: readonly ExpectedScore[]
}

export type LeadReportEvent =
  | { readonly type: 'leadReportSubmitted'; readonly reportId: string; readonly version: LeadReportVersion }
  | { readonly type: 'leadReportEntered'; readonly reportId: string; readonly version: LeadReportVersion }
  | { readonly type: 'leadReportConfirmed'; readonly reportId: string; readonly version: number }
  | { readonly type: 'leadReportRefused'; readonly reportId: string; readonly version: number; readonly reason: string }
  | {
      readonly type: 'leadReportReturned'
      readonly reportId: string
      readonly version: number
      readonly reason: string
    }

export type LeadReportErrorCode =
  | 'leadReport.notNow'
  | 'leadReport.notYours'
  | 'leadReport.otherUnit'
  | 'leadReport.incomplete'
  | 'leadReport.scanMissing'
  | 'leadReport.numberMissing'
  | 'leadReport.samePerson'
  | 'leadReport.reasonMissing'
type LeadReportError = DomainError<LeadReportErrorCode>

export interface LeadReportDecision {
  readonly next: LeadReport
  readonly events: readonly LeadReportEvent[]
}
type Outcome = Result<LeadReportDecision, LeadReportError>

/** The one way a line of the register changes. What is registered is complete; gaps are listed by `reportGaps`. */
export const decideLeadReport = (
  report: LeadReport,
  command: LeadReportCommand,
  context: LeadReportContext,
): Outcome => {
  const row = permit(leadReportWorkflow, report.state, command.kind, context.actor.post)
  if (!row.ok) return row
  switch (command.kind) {
    case 'submit':
      return submit(report, command, context)
    case 'enterPaper':
      return enterPaper(report, command, context)
    case 'confirmPaper':
      return confirmPaper(report, context)
    case 'refusePaper':
      return sendBack(report, command.reason, 'notReported', 'leadReportRefused')
    case 'return':
      return sendBack(report, command.reason, 'returned', 'leadReportReturned')
  }
}

const enter = ({ returnReason: _, ...report }: LeadReport, state: LeadReportState): LeadReport => ({ ...report, state })

const append = (report: LeadReport, version: LeadReportVersion, state: LeadReportState): LeadReport => ({
  ...enter(report, state),
  versions: [...report.versions, version],
})

const versionOf = (
  report: LeadReport,
  handed: Handed,
  via: ReportChannel,
  context: LeadReportContext,
): Result<LeadReportVersion, LeadReportError> => {
  if (!handed.documentNumber) return refuse('leadReport.numberMissing', { at: 'documentNumber' })
  const gaps = reportGaps(context.expected, handed.scores)
  if (gaps.length > 0) return refuse('leadReport.incomplete', { at: 'scores', params: { count: String(gaps.length) } })
  const { documentNumber, documentDate, scores } = handed
  return ok({
    number: report.versions.length + 1,
    via,
    documentNumber,
    documentDate,
    scores,
    receivedOn: context.today,
    by: authorOf(context.actor),
    at: context.now,
  })
}

type Of<K extends LeadReportCommand['kind']> = Extract<LeadReportCommand, { kind: K }>

const submit = (report: LeadReport, command: Of<'submit'>, context: LeadReportContext): Outcome => {
  if (context.actor.unitId !== report.leadUnitId) return refuse('leadReport.otherUnit')
  const { runDigest, packageDigest } = command
  const version = versionOf(report, command, { kind: 'platform', runDigest, packageDigest }, context)
  if (!version.ok) return version
  return ok({
    next: append(report, version.value, 'reported'),
    events: [{ type: 'leadReportSubmitted', reportId: report.id, version: version.value }],
  })
}

const enterPaper = (report: LeadReport, command: Of<'enterPaper'>, context: LeadReportContext): Outcome => {
  if (!command.scanDigest) return refuse('leadReport.scanMissing', { at: 'scanDigest' })
  const version = versionOf(report, command, { kind: 'paper', scanDigest: command.scanDigest }, context)
  if (!version.ok) return version
  return ok({
    next: append(report, version.value, 'entered'),
    events: [{ type: 'leadReportEntered', reportId: report.id, version: version.value }],
  })
}

/** The second person has compared every score with the stamped scan. */
const confirmPaper = (report: LeadReport, { actor }: LeadReportContext): Outcome => {
  const version = report.versions.at(-1) as LeadReportVersion
  if (version.by.personId === actor.personId) return refuse('leadReport.samePerson')
  const via = { ...version.via, confirmedBy: authorOf(actor) } as ReportChannel
  return ok({
    next: { ...enter(report, 'reported'), versions: [...report.versions.slice(0, -1), { ...version, via }] },
    events: [{ type: 'leadReportConfirmed', reportId: report.id, version: version.number }],
  })
}

const sendBack = (
  report: LeadReport,
  reason: string,
  state: 'notReported' | 'returned',
  type: 'leadReportRefused' | 'leadReportReturned',
): Outcome => {
  if (!reason) return refuse('leadReport.reasonMissing', { at: 'reason' })
  const version = report.versions.length
  const next = state === 'returned' ? { ...enter(report, state), returnReason: reason } : enter(report, state)
  return ok({ next, events: [{ type, reportId: report.id, version, reason }] })
}
