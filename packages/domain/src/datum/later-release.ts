import { canonicalJson } from '../kernel/canonical-json.ts'
import { authorOf } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { DatumDecision } from './acts.ts'
import type { DatumCommand, DatumContext, DatumEvent } from './commands.ts'
import type { DatumError } from './errors.ts'
import { type Datum, type DatumVersion, type LaterOutcome, type LaterRelease, marksOf, releases } from './model.ts'
import { readValue } from './value.ts'

type Outcome = Result<DatumDecision, DatumError>
type Publish = Extract<DatumCommand, { kind: 'publish' }>

/** The later release that nobody has confirmed or taken back yet. */
export const waitingRelease = ({ laterReleases = [] }: Datum): LaterRelease | undefined =>
  laterReleases.find(({ outcome }) => outcome === undefined)

/** The last release that another person stands behind: what was scored, or what was published after it. */
const lastRelease = (datum: Datum): LaterRelease['release'] => {
  const later = (datum.laterReleases ?? []).findLast(({ outcome }) => outcome && outcome.kind !== 'withdrawn')
  return later?.release ?? marksOf(datum).final?.release ?? 'provisional'
}

const rank = (release: LaterRelease['release']): number => releases.indexOf(release)

/** What may be published next: what ranks higher than the last, and a final figure again. */
export const nextReleases = (datum: Datum): readonly LaterRelease['release'][] => {
  const before = lastRelease(datum)
  return releases.filter((release) => rank(release) > rank(before) || release === 'final')
}

/** The last release that another person stands behind, published after the figure that is scored and other than it. */
export const laterThanScored = ({ laterReleases = [] }: Datum): LaterRelease | undefined => {
  const last = laterReleases.findLast(({ outcome }) => outcome && outcome.kind !== 'withdrawn')
  return last?.outcome?.kind === 'stands' || last?.outcome?.kind === 'nextYear' ? last : undefined
}

/**
 * 后续发布: 初步核算数 after 快报数, 最终数 after both; a final figure may be revised by another final one. One at a time, with its
 * paper and the reason, and never beyond the cut-off: it is the same figure, known better.
 */
export const publish = (datum: Datum, command: Publish, context: DatumContext): Outcome => {
  if (waitingRelease(datum)) return refuse('datum.releaseWaits')
  const { release, asOf, evidenceIds, reason } = command
  if (!nextReleases(datum).includes(release)) {
    return refuse('datum.earlierRelease', { at: 'release' })
  }
  if (asOf > context.element.cutoff) {
    return refuse('datum.afterCutoff', { at: 'asOf', params: { asOf, cutoff: context.element.cutoff } })
  }
  if (asOf > context.today) return refuse('datum.inFuture', { at: 'asOf', params: { asOf } })
  if (!reason) return refuse('datum.reasonMissing', { at: 'reason' })
  const value = readValue(context.element, command.value)
  if (!value.ok) return value
  const earlier = datum.laterReleases ?? []
  const later: LaterRelease = {
    number: earlier.length + 1,
    release,
    value: value.value,
    asOf,
    evidenceIds,
    reason,
    author: authorOf(context.actor),
    at: context.now,
  }
  return ok({
    next: { ...datum, laterReleases: [...earlier, later] },
    events: [{ type: 'releasePublished', datumId: datum.id, later }],
  })
}

const settled = (datum: Datum, later: LaterRelease, kind: LaterOutcome['kind'], context: DatumContext): Datum => {
  const outcome: LaterOutcome = { kind, by: authorOf(context.actor), at: context.now }
  return {
    ...datum,
    laterReleases: (datum.laterReleases ?? []).map((one) => (one.number === later.number ? { ...one, outcome } : one)),
  }
}

const settledEvent = (datum: Datum, { number }: LaterRelease, outcome: LaterOutcome['kind']): DatumEvent => ({
  type: 'releaseSettled',
  datumId: datum.id,
  later: number,
  outcome,
})

export const withdrawRelease = (datum: Datum, context: DatumContext): Outcome => {
  const later = waitingRelease(datum)
  if (!later) return refuse('datum.noRelease')
  return ok({
    next: settled(datum, later, 'withdrawn', context),
    events: [settledEvent(datum, later, 'withdrawn')],
  })
}

const isSame = (datum: Datum, later: LaterRelease): boolean =>
  canonicalJson(marksOf(datum).final?.value) === canonicalJson(later.value)

/**
 * A second person of the same body stands behind it. Where it differs from what was scored, the plan decides: the score stands,
 * the difference goes into the next year, or the figure takes its place: a new version, confirmed and closed in the same act,
 * after which every signature that rests on the old one falls.
 */
export const confirmRelease = (datum: Datum, context: DatumContext): Outcome => {
  const later = waitingRelease(datum)
  if (!later) return refuse('datum.noRelease')
  if (later.author.personId === context.actor.personId) return refuse('datum.samePerson')
  const kind = isSame(datum, later) ? 'same' : (context.element.whenFinalDiffers ?? 'stands')
  const next = settled(datum, later, kind, context)
  const event = settledEvent(datum, later, kind)
  return ok(kind === 'recompute' ? replaced(next, later, context, event) : { next, events: [event] })
}

const replaced = (datum: Datum, later: LaterRelease, context: DatumContext, event: DatumEvent): DatumDecision => {
  const { release, value, asOf, evidenceIds, reason, author, at } = later
  const version: DatumVersion = {
    number: datum.versions.length + 1,
    stage: 'reported',
    release,
    value,
    asOf,
    receivedOn: context.today,
    author,
    at,
    evidenceIds,
    reason,
  }
  const confirmation = { version: version.number, by: authorOf(context.actor), at: context.now }
  const datumId = datum.id
  return {
    next: {
      ...datum,
      versions: [...datum.versions, version],
      confirmations: [...datum.confirmations, confirmation],
      final: version.number,
    },
    events: [
      event,
      { type: 'datumReopened', datumId, version: datum.final ?? version.number, reason },
      { type: 'datumReported', datumId, version },
      { type: 'datumConfirmed', datumId, confirmation },
      { type: 'datumClosed', datumId, version: version.number },
    ],
  }
}
