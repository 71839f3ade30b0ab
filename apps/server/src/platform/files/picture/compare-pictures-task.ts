import type { Fingerprint } from '@quanheng/domain/evidence/picture/fingerprint'
import { agreementOf, leastAgreement } from '@quanheng/domain/evidence/picture/match'

export interface CompareOrder {
  readonly picture: Fingerprint
  readonly candidates: readonly (Fingerprint & { readonly sha256: string })[]
}

export interface Alike {
  readonly sha256: string
  readonly agreement: number
}

/** Runs in a worker: looking closer takes some milliseconds a candidate. */
export default ({ picture, candidates }: CompareOrder): readonly Alike[] =>
  candidates.flatMap((candidate) => {
    const agreement = agreementOf(picture, candidate)
    return agreement === null || agreement < leastAgreement ? [] : [{ sha256: candidate.sha256, agreement }]
  })
