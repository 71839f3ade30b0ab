import type { Refusal } from '@quanheng/contract/errors'
import type { DatumEvent } from '@quanheng/domain/datum/commands'
import type { DatumValue } from '@quanheng/domain/datum/model'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Asking } from '../../platform/door/asking.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { actOnData } from './act-on-datum.ts'
import type { LoadedDatum } from './datum-store.ts'

/** What an adopted finding says of one figure. */
export interface VerifiedFigure {
  readonly datumId: string
  readonly findingId: string
  readonly value: DatumValue
  readonly reason: string
  readonly evidenceIds: readonly string[]
}

export interface VerifiedVersion {
  readonly events: readonly DatumEvent[]
  readonly changes: readonly Change[]
  readonly datum: LoadedDatum
  /** The figure had been closed: signatures that rest on it fall, which the caller brings about. */
  readonly reopened: boolean
}

/**
 * Adds the verified figure beside the reported one, within the caller's command (verification's adoption). `posts` are the
 * caller's posts; the one that scores this datum acts. @returns refusals as `decideDatum`, `platform.notFound` out of scope
 */
export const addVerifiedVersion = async (
  asked: Asking,
  figure: VerifiedFigure,
): Promise<Result<VerifiedVersion, Refusal>> => {
  const { datumId, ...command } = figure
  const done = await actOnData(asked, [{ datumId, command: { kind: 'verify', ...command } }])
  if (!done.ok) return done
  const { events, changes, after } = done.value
  const [datum] = after
  if (datum === undefined) return refuse('platform.notFound')
  return ok({ events, changes, datum, reopened: events.some((event) => event.type === 'datumReopened') })
}
