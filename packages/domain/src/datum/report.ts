import { authorOf } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { DatumContext, Report } from './commands.ts'
import type { DatumError } from './errors.ts'
import type { Datum, DatumVersion, OnBehalf } from './model.ts'
import { readValue } from './value.ts'

/**
 * The next version of a datum from what its author hands in. Late is allowed and shown (逾期补报, with its reason);
 * a correction and 不涉及 are explained; a figure that counts facts after the cut-off, or days that have not come, is not.
 */
export const reportedVersion = (
  datum: Datum,
  report: Report,
  context: DatumContext,
  onBehalf?: OnBehalf,
): Result<DatumVersion, DatumError> => {
  const stopped = stop(datum, report, context, onBehalf)
  if (stopped) return stopped
  const value = readValue(context.element, report.value)
  if (!value.ok) return value
  const { due } = context.element
  return ok({
    number: datum.versions.length + 1,
    stage: 'reported',
    release: report.release,
    value: value.value,
    asOf: report.asOf,
    receivedOn: context.today,
    author: authorOf(context.actor),
    at: context.now,
    evidenceIds: report.evidenceIds,
    ...(report.reason && { reason: report.reason }),
    ...(context.today > due && report.lateReason && { late: { due, reason: report.lateReason } }),
    ...(onBehalf && { onBehalf }),
  })
}

const stop = (datum: Datum, report: Report, { element, today }: DatumContext, onBehalf?: OnBehalf) => {
  if (report.asOf > element.cutoff) {
    return refuse('datum.afterCutoff', { at: 'asOf', params: { asOf: report.asOf, cutoff: element.cutoff } })
  }
  if (report.asOf > today) return refuse('datum.inFuture', { at: 'asOf', params: { asOf: report.asOf } })
  if (today > element.due && !report.lateReason) {
    return refuse('datum.lateReasonMissing', { at: 'lateReason', params: { due: element.due } })
  }
  const explain = datum.versions.length > 0 || report.value.kind === 'notConcerned'
  if (explain && !report.reason) return refuse('datum.reasonMissing', { at: 'reason' })
  if (onBehalf && !report.evidenceIds.includes(onBehalf.originalEvidenceId)) {
    return refuse('datum.originalMissing', { at: 'onBehalf.originalEvidenceId' })
  }
  return undefined
}
