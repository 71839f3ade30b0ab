import { base64, fromBase64 } from './base64.ts'

/** What a log commits to: the first `size` leaves of `origin` have this root. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

/** No line break, space, plus or control character, so that C2SP tools read it as a key name and as a line. */
const originForm = /^[^\s+\p{Cc}\p{Cs}]+$/u

/**
 * Body of a checkpoint as C2SP tlog-checkpoint has it: origin, size and root in Base64, a line each, without extension
 * lines. It is what a signer signs, a witness compares and a printed report carries.
 * @throws TypeError when the origin cannot stand on one line or the size is no count
 */
export const checkpointText = ({ origin, size, root }: Checkpoint): string => {
  if (!originForm.test(origin)) throw new TypeError('checkpointText: the origin has a space, a plus or a line break')
  if (!Number.isSafeInteger(size) || size < 0) throw new TypeError(`checkpointText: ${size} is no tree size`)
  return `${origin}\n${size}\n${base64(root)}\n`
}

/** Reads a body back; undefined unless `checkpointText` would write these very characters. */
export const parseCheckpoint = (text: string): Checkpoint | undefined => {
  const [origin = '', digits = '', encoded = '', ...rest] = text.split('\n')
  const root = fromBase64(encoded)
  const size = /^(?:0|[1-9][0-9]{0,15})$/.test(digits) ? Number(digits) : -1
  if (!originForm.test(origin) || !Number.isSafeInteger(size) || size < 0) return undefined
  if (root === undefined || root.length === 0 || rest.length !== 1 || rest[0] !== '') return undefined
  return { origin, size, root }
}
