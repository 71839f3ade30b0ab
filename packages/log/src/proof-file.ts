import { base64, fromBase64 } from './base64.ts'

/** A proof that one entry is in the log, to be kept by whoever it concerns (C2SP tlog-proof). */
export interface ProofFile {
  readonly index: number
  readonly proof: readonly Uint8Array[]
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string
}

const header = 'c2sp.org/tlog-proof@v1'

/** No tree that numbers can count is deeper. */
const deepest = 63

/** Text of a `.tlog-proof` file. */
export const proofFileText = ({ index, proof, checkpoint }: ProofFile): string =>
  `${[header, `index ${index}`, ...proof.map(base64)].join('\n')}\n\n${checkpoint}`

/**
 * Reads one back; undefined where its form is broken. It proves nothing yet: the leaf is hashed from the bytes that the
 * reader holds, the path climbed to the checkpoint's root, and the checkpoint's signature verified.
 */
export const parseProofFile = (text: string): ProofFile | undefined => {
  const split = text.indexOf('\n\n')
  if (split < 0) return undefined
  const [first, indexLine = '', ...encoded] = text
    .slice(0, split)
    .split('\n')
    .filter((line, at) => at !== 1 || !line.startsWith('extra '))
  const digits = /^index (0|[1-9][0-9]{0,15})$/.exec(indexLine)?.[1]
  const index = Number(digits)
  if (first !== header || digits === undefined || !Number.isSafeInteger(index)) return undefined
  if (encoded.length > deepest) return undefined
  const proof = encoded.map(fromBase64)
  if (!proof.every((digest) => digest?.length === 32)) return undefined
  return { index, proof: proof as Uint8Array[], checkpoint: text.slice(split + 2) }
}
