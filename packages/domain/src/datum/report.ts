import { authorOf } from '../kernel/command-context.ts'
import { equal, exact } from '../kernel/exact.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { DatumContext, Report } from './commands.ts'
import { dueDayOf, isLocked } from './deadline.ts'
import type { DatumError } from './errors.ts'
import type { Datum, DatumValue, DatumVersion, OnBehalf } from './model.ts'
import { readValue } from './value.ts'

/**
 * The next version of a datum from what its author hands in. Late is shown (逾期补报, with its reason), and from outside the
 * scoring side waits for leave (see late-entry); a correction and 不涉及 are explained; a figure that counts facts after the cut-off, or days that have not come, is not.
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
  const other = notAsRecorded(value.value, context)
  if (other) return other
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
    ...lateMark(datum, report, context),
    ...(onBehalf && { onBehalf }),
  })
}

/** An element that takes its figure from 平时记录 takes no other, and none while a record may still fall. */
const notAsRecorded = (value: DatumValue, { tallied }: DatumContext) => {
  if (tallied === undefined || value.kind === 'notConcerned') return undefined
  const { amount, open } = tallied
  if (open > 0) return refuse('datum.recordsOpen', { at: 'value', params: { count: String(open) } })
  const given = value.kind === 'count' ? value.n : value.kind === 'quantity' ? value.value : undefined
  return given !== undefined && equal(exact(given), exact(amount))
    ? undefined
    : refuse('datum.notAsRecorded', { at: 'value', params: { amount } })
}

/** 逾期补报: the day that was missed and why; by an agreed request, its own. What is put right within the day of its return is not late. */
const lateMark = (
  datum: Datum,
  { lateReason }: Report,
  { element, today }: DatumContext,
): Pick<DatumVersion, 'late'> => {
  const { extension } = datum
  const due = dueDayOf(datum, element.due)
  if (today <= due && extension?.cause === 'lateEntry') {
    const { missed, reason, lateEntryId } = extension
    return { late: { due: missed, reason: lateReason || reason, lateEntryId } }
  }
  return today > due && lateReason ? { late: { due, reason: lateReason } } : {}
}

const stop = (datum: Datum, report: Report, { element, today }: DatumContext, onBehalf?: OnBehalf) => {
  if (report.asOf > element.cutoff) {
    return refuse('datum.afterCutoff', { at: 'asOf', params: { asOf: report.asOf, cutoff: element.cutoff } })
  }
  if (report.asOf > today) return refuse('datum.inFuture', { at: 'asOf', params: { asOf: report.asOf } })
  const due = dueDayOf(datum, element.due)
  if (!onBehalf && isLocked(datum, element.due, today)) return refuse('datum.lateNotGranted', { params: { due } })
  if (today > due && !report.lateReason) {
    return refuse('datum.lateReasonMissing', { at: 'lateReason', params: { due } })
  }
  const explain = datum.versions.length > 0 || report.value.kind === 'notConcerned'
  if (explain && !report.reason) return refuse('datum.reasonMissing', { at: 'reason' })
  if (onBehalf && !report.evidenceIds.includes(onBehalf.originalEvidenceId)) {
    return refuse('datum.originalMissing', { at: 'onBehalf.originalEvidenceId' })
  }
  return undefined
}
