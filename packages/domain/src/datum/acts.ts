import { authorOf } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { DatumCommand, DatumContext, DatumEvent } from './commands.ts'
import type { DatumError } from './errors.ts'
import { type Confirmation, currentVersion, type Datum, type DatumState, type DatumVersion } from './model.ts'
import { reportedVersion } from './report.ts'
import { readValue } from './value.ts'

/** The datum after a command, and what happened. */
export interface DatumDecision {
  readonly next: Datum
  readonly events: readonly DatumEvent[]
}

type Outcome = Result<DatumDecision, DatumError>
type Of<K extends DatumCommand['kind']> = Extract<DatumCommand, { kind: K }>

/** A copy in another state, without what belongs only to the state that it leaves. */
const enter = ({ final: _final, returnReason: _reason, ...datum }: Datum, state: DatumState): Datum => ({
  ...datum,
  state,
})

/** Once it stands confirmed, no day is left to keep. */
const unextended = ({ extension: _extension, ...datum }: Datum): Datum => datum

/** The transition table lets a command act on the last version only in states that have one. */
const lastVersion = (datum: Datum): DatumVersion => currentVersion(datum) as DatumVersion

const append = (datum: Datum, version: DatumVersion, state: DatumState): Datum => ({
  ...enter(datum, state),
  versions: [...datum.versions, version],
})

export const start = (datum: Datum): Outcome =>
  ok({ next: enter(datum, 'drafting'), events: [{ type: 'datumStarted', datumId: datum.id }] })

export const report = (datum: Datum, command: Of<'report' | 'reportOnBehalf'>, context: DatumContext): Outcome => {
  const onBehalf = command.kind === 'reportOnBehalf' ? command.onBehalf : undefined
  const version = reportedVersion(datum, command, context, onBehalf)
  if (!version.ok) return version
  const events: DatumEvent[] = [{ type: 'datumReported', datumId: datum.id, version: version.value }]
  return ok({ next: append(datum, version.value, 'reported'), events })
}

/** The next post has it before its eyes: from here on it is not taken back (see withdraw). */
export const open = (datum: Datum, { actor }: DatumContext): Outcome => {
  const { number: version, author } = lastVersion(datum)
  if (author.personId === actor.personId) return refuse('datum.samePerson')
  return ok({ next: datum, events: [{ type: 'datumOpened', datumId: datum.id, version }] })
}

/** Before the next post has opened it; afterwards it is returned by whoever reads it. */
export const withdraw = (datum: Datum, { opened }: DatumContext): Outcome => {
  if (opened) return refuse('datum.opened', { params: { ...opened } })
  const { number: version } = lastVersion(datum)
  return ok({ next: enter(datum, 'drafting'), events: [{ type: 'datumWithdrawn', datumId: datum.id, version }] })
}

/** A second natural person stands behind the version; gaps in the evidence list are explained, not overlooked. */
export const confirm = (datum: Datum, command: Of<'confirm'>, context: DatumContext): Outcome => {
  const version = lastVersion(datum)
  if (version.author.personId === context.actor.personId) return refuse('datum.samePerson')
  const gaps = context.missingEvidence
  if (gaps.length > 0 && !command.gapReason) {
    return refuse('datum.evidenceMissing', { at: 'gapReason', params: { names: gaps.join('、') } })
  }
  const confirmation: Confirmation = {
    version: version.number,
    by: authorOf(context.actor),
    at: context.now,
    ...(gaps.length > 0 && command.gapReason && { gapReason: command.gapReason }),
  }
  return ok({
    next: { ...unextended(enter(datum, 'confirmed')), confirmations: [...datum.confirmations, confirmation] },
    events: [{ type: 'datumConfirmed', datumId: datum.id, confirmation }],
  })
}

/** 退回修改: what is wrong, until when, and to whom. What the head is asked again keeps its figure and waits for confirmation. */
export const sendBack = (datum: Datum, command: Of<'return' | 'returnToHead'>, { today }: DatumContext): Outcome => {
  const { kind, reason, until } = command
  if (!reason) return refuse('datum.reasonMissing', { at: 'reason' })
  if (until < today) return refuse('datum.dayPassed', { at: 'until', params: { until } })
  const { number: version } = lastVersion(datum)
  const addressee = kind === 'return' ? 'reporter' : 'head'
  return ok({
    next: {
      ...enter(datum, addressee === 'reporter' ? 'returned' : 'reported'),
      returnReason: reason,
      extension: { cause: 'return', until },
    },
    events: [{ type: 'datumReturned', datumId: datum.id, version, addressee, reason, until }],
  })
}

/** What verification found, beside what was reported: a new version, never an overwrite. */
export const verify = (datum: Datum, command: Of<'verify'>, context: DatumContext): Outcome => {
  if (!command.reason) return refuse('datum.reasonMissing', { at: 'reason' })
  const value = readValue(context.element, command.value)
  if (!value.ok) return value
  const before = lastVersion(datum)
  const version: DatumVersion = {
    number: before.number + 1,
    stage: 'verified',
    release: before.release,
    value: value.value,
    asOf: before.asOf,
    receivedOn: context.today,
    author: authorOf(context.actor),
    at: context.now,
    evidenceIds: command.evidenceIds,
    reason: command.reason,
    findingId: command.findingId,
  }
  const events: DatumEvent[] = [{ type: 'datumVerified', datumId: datum.id, version }]
  if (datum.state === 'closed') {
    events.unshift({ type: 'datumReopened', datumId: datum.id, version: before.number, reason: command.reason })
  }
  return ok({ next: append(datum, version, 'verified'), events })
}

/** 数据关闭: from here on a score sheet may cite the version. */
export const close = (datum: Datum): Outcome => {
  const { number: version } = lastVersion(datum)
  return ok({
    next: { ...enter(datum, 'closed'), final: version },
    events: [{ type: 'datumClosed', datumId: datum.id, version }],
  })
}

export const reopen = (datum: Datum, { reason }: Of<'reopen'>): Outcome => {
  if (!reason) return refuse('datum.reasonMissing', { at: 'reason' })
  const { number: version, stage } = lastVersion(datum)
  return ok({
    next: enter(datum, stage === 'verified' ? 'verified' : 'confirmed'),
    events: [{ type: 'datumReopened', datumId: datum.id, version, reason }],
  })
}
