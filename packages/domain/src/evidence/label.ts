import type { PostKind } from '../ability/posts.ts'
import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { type Evidence, isAttached, labelOf, type SecrecyLabel, secrecyLabels } from './model.ts'
import { addsEvidence, type EvidenceSide } from './standing.ts'

export type LabelErrorCode =
  | 'evidence.withdrawn'
  | 'evidence.sameLabel'
  | 'evidence.labelLowered'
  | 'evidence.labelReasonMissing'
  | 'evidence.sensitive'

export type LabelEvent = {
  readonly type: 'evidenceRelabelled'
  readonly evidenceId: string
  readonly from: SecrecyLabel
  readonly to: SecrecyLabel
}

interface Standing {
  readonly side: EvidenceSide
  readonly post: { readonly kind: PostKind; readonly unitId: string }
}

/** 敏感 opens to those who work on the item or answer for it: the office's staff and the group's members read that it is there. */
const answersForAll: readonly PostKind[] = ['officeDirector', 'steeringHead', 'observer']
const onlyFiles: readonly PostKind[] = ['clerk']

/** Whether the bytes open (docs/adr/0058). Whoever put a file forward always opens it. */
export const opensFile = (
  { side, post }: Standing,
  evidence: Pick<Evidence, 'label' | 'relabels' | 'attachedBy'>,
): boolean => {
  if (labelOf(evidence) !== 'sensitive' || post.unitId === evidence.attachedBy.unitId) return true
  if (side === 'scoring') return !onlyFiles.includes(post.kind)
  return answersForAll.includes(post.kind)
}

const rank = (label: SecrecyLabel): number => secrecyLabels.indexOf(label)

/** Who answers for the body that put the file forward. */
const heads: readonly PostKind[] = ['unitHead', 'sectionHead', 'principal', 'leaderInCharge', 'officeDirector']

/** Labels that this post may give now: a stricter one on every side that works with the file, a laxer one the head of the body it came from. */
export const labelsFor = (standing: Standing, evidence: Evidence): readonly SecrecyLabel[] => {
  if (!isAttached(evidence)) return []
  const now = labelOf(evidence)
  const { side, post } = standing
  const lowers = heads.includes(post.kind) && post.unitId === evidence.attachedBy.unitId
  const raises = addsEvidence(side) && opensFile(standing, evidence)
  return secrecyLabels.filter((label) => label !== now && (rank(label) > rank(now) ? raises || lowers : lowers))
}

/** 调整标识: with a reason; the file, its digest and what rests on it stay. */
export const relabelEvidence = (
  evidence: Evidence,
  { label, reason }: { readonly label: SecrecyLabel; readonly reason: string },
  { side, ...context }: CommandContext & { readonly side: EvidenceSide },
): Result<{ readonly next: Evidence; readonly events: readonly LabelEvent[] }, DomainError<LabelErrorCode>> => {
  if (!isAttached(evidence)) return refuse('evidence.withdrawn')
  const from = labelOf(evidence)
  if (label === from) return refuse('evidence.sameLabel', { at: 'body.label' })
  const { actor } = context
  const may = labelsFor({ side, post: { kind: actor.post, unitId: actor.unitId } }, evidence)
  if (!may.includes(label)) return refuse('evidence.labelLowered', { at: 'body.label' })
  if (reason === '') return refuse('evidence.labelReasonMissing', { at: 'body.reason' })
  const relabel = { label, by: authorOf(actor), at: context.now, reason }
  const [first, ...rest] = evidence.relabels ?? []
  return ok({
    next: { ...evidence, relabels: first === undefined ? [relabel] : [first, ...rest, relabel] },
    events: [{ type: 'evidenceRelabelled', evidenceId: evidence.id, from, to: label }],
  })
}

/** A file used again keeps at least the label that it has where it stands. */
export const keepsLabel = (given: SecrecyLabel, from: Pick<Evidence, 'label' | 'relabels'>): boolean =>
  rank(given) >= rank(labelOf(from))
