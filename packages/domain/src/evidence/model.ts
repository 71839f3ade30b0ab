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
  readonly label: SecrecyLabel
  readonly attachedBy: Author
  /** RFC 3339 */
  readonly attachedAt: string
  readonly withdrawal?: { readonly by: Author; readonly at: string; readonly reason: string }
}

export interface EvidenceFile {
  /** Hexadecimal; names the stored bytes. */
  readonly sha256: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly mediaType: string
}

export const isAttached = (evidence: Evidence): boolean => evidence.withdrawal === undefined

export const canonicalEvidence = (evidence: Evidence) => ({ v: 1, noun: 'evidence', ...evidence })
