import { digestOf, type Hash } from '../kernel/digest.ts'

/** All that a run is a function of; the same three give the same outcomes, byte for byte. */
export interface RunInputs {
  readonly planDigest: string
  /** Digest of the packed facts, stamped with the datum versions that they hold. */
  readonly factsDigest: string
  readonly engineVersion: string
}

/** The form whose digest names a run. */
const canonicalRun = ({ planDigest, factsDigest, engineVersion }: RunInputs) => ({
  v: 1,
  noun: 'run',
  planDigest,
  factsDigest,
  engineVersion,
})

export const runDigest = (inputs: RunInputs, hash: Hash): string => digestOf(hash, canonicalRun(inputs))
