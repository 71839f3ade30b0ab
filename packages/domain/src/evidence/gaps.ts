import type { EvidenceRequirement } from '../plan/model.ts'
import { type Evidence, isAttached } from './model.ts'

/** The evidence list of one item against what is attached: `present` of `listed`, and what is missing by name. */
export interface EvidenceGaps {
  readonly listed: number
  readonly present: number
  /** Names of required entries without a file; optional ones are not missed. */
  readonly missing: readonly string[]
}

export const evidenceGaps = (list: readonly EvidenceRequirement[], evidence: readonly Evidence[]): EvidenceGaps => {
  const attached = new Set(evidence.filter(isAttached).map((file) => file.requirementKey))
  return {
    listed: list.length,
    present: list.filter(({ key }) => attached.has(key)).length,
    missing: list.filter(({ key, required }) => required && !attached.has(key)).map(({ name }) => name),
  }
}
