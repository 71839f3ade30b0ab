import type { Hash } from '@quanheng/domain/kernel/digest'

const prefixed = (prefix: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 1))
  bytes[0] = prefix
  let at = 1
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Root of the tree without leaves: the hash of nothing. */
export const emptyRoot = (hash: Hash): Uint8Array => hash(new Uint8Array(0))

/** The prefix keeps a leaf from ever passing for an inner node (RFC 6962 §2.1). */
export const leafHash = (hash: Hash, leaf: Uint8Array): Uint8Array => hash(prefixed(0x00, leaf))

/** Both sides must be digests of one length: otherwise other pairs would give the same bytes. */
export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array =>
  hash(prefixed(0x01, left, right))
