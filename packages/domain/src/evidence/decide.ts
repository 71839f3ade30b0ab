import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import type { EvidenceRequirement } from '../plan/model.ts'
import { type Evidence, isAttached } from './model.ts'

export type EvidenceErrorCode =
  | 'evidence.unknownRequirement'
  | 'evidence.emptyFile'
  | 'evidence.sameFile'
  | 'evidence.withdrawn'
  | 'evidence.notYours'
  | 'evidence.cited'
  | 'evidence.reasonMissing'
type EvidenceError = DomainError<EvidenceErrorCode>

export type EvidenceEvent =
  | { readonly type: 'evidenceAttached'; readonly evidence: Evidence }
  | { readonly type: 'evidenceWithdrawn'; readonly evidenceId: string; readonly reason: string }

interface Decision {
  readonly next: Evidence
  readonly events: readonly EvidenceEvent[]
}

export interface AttachContext extends CommandContext {
  readonly list: readonly EvidenceRequirement[]
  /** Everything already attached to the same item. */
  readonly present: readonly Evidence[]
}

/** Puts an uploaded file forward. The same bytes for the same entry once only. */
export const attachEvidence = (
  given: Omit<Evidence, 'id' | 'attachedBy' | 'attachedAt' | 'withdrawal'>,
  context: AttachContext,
): Result<Decision, EvidenceError> => {
  const { requirementKey: key, file } = given
  if (key !== undefined && !context.list.some((entry) => entry.key === key)) {
    return refuse('evidence.unknownRequirement', { at: 'requirementKey' })
  }
  if (file.size <= 0) return refuse('evidence.emptyFile', { at: 'file', params: { name: file.name } })
  const same = context.present.some(
    (other) => isAttached(other) && other.requirementKey === key && other.file.sha256 === file.sha256,
  )
  if (same) return refuse('evidence.sameFile', { at: 'file', params: { name: file.name } })
  const attachedBy = authorOf(context.actor)
  const evidence: Evidence = { ...given, id: context.newId(), attachedBy, attachedAt: context.now }
  return ok({ next: evidence, events: [{ type: 'evidenceAttached', evidence }] })
}

export interface WithdrawContext extends CommandContext {
  /** Whether a closed datum or a signed row cites it: then the datum is reopened first, in the open. */
  readonly cited: boolean
}

/** Takes a file back, by the unit that attached it; the bytes and the record of both acts stay. */
export const withdrawEvidence = (
  evidence: Evidence,
  reason: string,
  { actor, now, cited }: WithdrawContext,
): Result<Decision, EvidenceError> => {
  if (!isAttached(evidence)) return refuse('evidence.withdrawn')
  if (actor.unitId !== evidence.attachedBy.unitId) return refuse('evidence.notYours')
  if (cited) return refuse('evidence.cited')
  if (!reason) return refuse('evidence.reasonMissing', { at: 'reason' })
  const next: Evidence = { ...evidence, withdrawal: { by: authorOf(actor), at: now, reason } }
  return ok({ next, events: [{ type: 'evidenceWithdrawn', evidenceId: evidence.id, reason }] })
}
