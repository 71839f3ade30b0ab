import type { Author } from '../kernel/command-context.ts'

export const secrecyLabels = ['public', 'internal', 'sensitive'] as const
/** 公开 · 内部资料 · 敏感. Nothing classified may be on the platform at all. */
export type SecrecyLabel = (typeof secrecyLabels)[number]

/** 佐证材料: one file put forward for an entry of the evidence list (台账目录清单). Its bytes never change; it may be withdrawn. */
export interface Evidence {
  readonly id: string
  readonly planId: string
  readonly leafKey: string
  /** The appraised unit that it is about. */
  readonly unitId: string
  /** Entry of the evidence list; absent for a paper beyond the list. */
  readonly requirementKey?: string
  readonly file: EvidenceFile
  /** As it was put forward; `labelOf` says what holds now. */
  readonly label: SecrecyLabel
  /** 调整标识, one after the other; absent while nobody did. */
  readonly relabels?: readonly [Relabel, ...Relabel[]]
  readonly attachedBy: Author
  /** RFC 3339 */
  readonly attachedAt: string
  readonly withdrawal?: { readonly by: Author; readonly at: string; readonly reason: string }
}

export interface Relabel {
  readonly label: SecrecyLabel
  readonly by: Author
  /** RFC 3339 */
  readonly at: string
  readonly reason: string
}

export interface EvidenceFile {
  /** Hexadecimal; names the stored bytes. */
  readonly sha256: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly mediaType: string
}

/** The label that holds: the last one given. */
export const labelOf = ({ label, relabels }: Pick<Evidence, 'label' | 'relabels'>): SecrecyLabel =>
  relabels?.at(-1)?.label ?? label

/** 1 as put forward; each new label and the withdrawal count one. */
export const evidenceVersion = ({ relabels, withdrawal }: Pick<Evidence, 'relabels' | 'withdrawal'>): number =>
  1 + (relabels?.length ?? 0) + (withdrawal === undefined ? 0 : 1)

export const isAttached = (evidence: Evidence): boolean => evidence.withdrawal === undefined

export const canonicalEvidence = (evidence: Evidence) => ({ v: 1, noun: 'evidence', ...evidence })
