import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { type Hash, hex, utf8 } from '@quanheng/domain/kernel/digest'

/** One version of one thing that an act made: digests of the noun's canonical form. */
export interface Change {
  readonly noun: string
  readonly id: string
  /** The version that the act made, from 1. */
  readonly version: number
  /** Hexadecimal digest of the version before; null when the act created the thing. */
  readonly before: string | null
  readonly after: string
}

/**
 * What the log keeps of an act, for good. It holds no personal data and no free text: those stand in it only as
 * commitments, so that a row can be redacted and the export still verifies. Its fields can never change; a new one needs
 * a new `v`.
 */
export interface Leaf {
  readonly v: 1
  /** The log it belongs to, so that a leaf cannot be shown as another instance's. */
  readonly origin: string
  readonly act: string
  /** Instant of the act, ISO 8601 in UTC. */
  readonly time: string
  /** Id of the post acted under; the person stands behind a commitment. */
  readonly post: string
  /** Route id of the command, `<noun>.<verb>`. */
  readonly action: string
  readonly changes: readonly Change[]
  /** Field of the act → hexadecimal `commitment` to its value. */
  readonly commitments: Readonly<Record<string, string>>
}

/** 128 bits: with shorter salts a name or a phone number could be guessed from its commitment. */
export const saltLength = 16

/**
 * The stored bytes of a leaf: canonical JSON in UTF-8, of the named fields only, so that nothing else an object happens
 * to carry can slip into the log.
 * @throws TypeError on values that have no canonical form
 */
export const leafBytes = (leaf: Leaf): Uint8Array => {
  const { v, origin, act, time, post, action, commitments } = leaf
  const changes = leaf.changes.map(({ noun, id, version, before, after }) => ({ noun, id, version, before, after }))
  return utf8(canonicalJson({ v, origin, act, time, post, action, changes, commitments }))
}

/**
 * Binds to a value without showing it: hexadecimal hash of salt‖UTF-8(value). Without the salt, which is kept with the
 * act, the value cannot be guessed; with it, anyone can check it.
 * @throws TypeError unless the salt has `saltLength` bytes; a fixed length keeps salt and value apart
 */
export const commitment = (hash: Hash, salt: Uint8Array, value: string): string => {
  if (salt.length !== saltLength) throw new TypeError(`commitment: a salt has ${saltLength} bytes, not ${salt.length}`)
  return hex(hash(Uint8Array.from([...salt, ...utf8(value)])))
}
