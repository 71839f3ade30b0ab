import { createHash, createPublicKey, verify as verifyBytes } from 'node:crypto'
import type { Hash } from '@quanheng/domain/kernel/digest'
import { checkCode, readCheckCode } from '@quanheng/domain/signature/check-code'
import type { VerifySignature } from '@quanheng/log/note'
import { sm2Point } from '@quanheng/log/sm2'
import { verifySm2 } from './sm2.ts'

/** FIPS 180-4. */
export const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest()

/** GB/T 32905-2016. */
export const sm3: Hash = (bytes) => createHash('sm3').update(bytes).digest()

/** DER of a SubjectPublicKeyInfo before the 32 bytes of an Ed25519 key (RFC 8410 §4). */
export const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

/** RFC 8032; false for anything that is no key or no signature. */
const verifyEd25519: VerifySignature = (publicKey, message, signature) =>
  publicKey.length === 32 &&
  signature.length === 64 &&
  verifyBytes(
    null,
    message,
    createPublicKey({ key: Buffer.concat([spkiHead, publicKey]), format: 'der', type: 'spki' }),
    signature,
  )

/** By the kind of the key: Ed25519, or SM2 where the key says so. */
export const verifySignature: VerifySignature = (publicKey, message, signature) => {
  const point = sm2Point(publicKey)
  return point === undefined ? verifyEd25519(publicKey, message, signature) : verifySm2(point, message, signature)
}

const readCode = (typed: string): string | undefined => {
  const read = readCheckCode(typed)
  return read.ok ? read.value : undefined
}

/** What verifiers are handed: the cryptography of the platform's OpenSSL, and the codes of papers. */
export const verifyMeans = { sha256, sm3, verify: verifySignature, checkCode, readCode }
