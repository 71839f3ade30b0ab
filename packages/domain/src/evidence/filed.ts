import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { type AttachContext, attachEvidence, type EvidenceErrorCode, type EvidenceEvent } from './decide.ts'
import { canonicalEvidence, type Evidence, isAttached } from './model.ts'

/** Evidence as it is filed: with its second digest, its dates, and what it takes the place of. */
export interface FiledEvidence extends Evidence {
  /** SM3 of the same bytes, hexadecimal. */
  readonly sm3: string
  /** The datum for which it was put forward; evidence may also speak for the item as a whole. */
  readonly datumId?: string
  /** 生效日期 or 形成日期 that the paper bears, `YYYY-MM-DD`. */
  readonly effectiveOn?: string
  /** Day on which it reached the platform. */
  readonly receivedOn: string
  /** The earlier file that it takes the place of. */
  readonly replaces?: string
  /** The evidence of the same body whose file it is: asked once, used again. */
  readonly reuses?: string
}

export type FilingErrorCode =
  | EvidenceErrorCode
  | 'evidence.effectiveAhead'
  | 'evidence.replacesOther'
  | 'evidence.notHeld'

interface Filing {
  readonly next: FiledEvidence
  readonly events: readonly EvidenceEvent[]
}

/**
 * Puts an uploaded file forward. A paper cannot bear a day that has not come, and takes the place only of a file that is
 * attached to the same entry of the same item.
 */
export const fileEvidence = (
  given: Omit<FiledEvidence, 'id' | 'attachedBy' | 'attachedAt' | 'withdrawal' | 'receivedOn'>,
  context: AttachContext,
): Result<Filing, DomainError<FilingErrorCode>> => {
  const { effectiveOn, replaces, requirementKey } = given
  if (effectiveOn !== undefined && effectiveOn > context.today) {
    return refuse('evidence.effectiveAhead', { at: 'effectiveOn', params: { day: effectiveOn } })
  }
  const old = context.present.find((one) => one.id === replaces)
  if (replaces !== undefined && !(old && isAttached(old) && old.requirementKey === requirementKey)) {
    return refuse('evidence.replacesOther', { at: 'replaces' })
  }
  const attached = attachEvidence(given, { ...context, present: context.present.filter((one) => one.id !== replaces) })
  if (!attached.ok) return attached
  const next: FiledEvidence = { ...given, ...attached.value.next, receivedOn: context.today }
  return ok({ next, events: [{ type: 'evidenceAttached', evidence: next }] })
}

/** Digested with every field that counts; a withdrawal is digested with it. */
export const canonicalFiled = (evidence: FiledEvidence): object => canonicalEvidence(evidence)
