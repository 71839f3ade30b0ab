import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromHex, hex } from '@quanheng/domain/kernel/digest'
import { checkCode, readCheckCode } from '@quanheng/domain/signature/check-code'
import type { VerifySignature } from '@quanheng/log/note'
import type { ReportMeans } from '@quanheng/log/report-proof'
import { readSm2Signature, sm2Point } from '@quanheng/log/sm2'
import { sm2, sm3 } from 'sm-crypto-v2'

/** False where a library throws: what is no key and no signature proves nothing. */
const unless = (verify: () => boolean): boolean => {
  try {
    return verify()
  } catch {
    return false
  }
}

/** By the kind of the key: Ed25519 (RFC 8032), or SM2 (GB/T 32918.2) where the key says so. */
const verify: VerifySignature = (publicKey, message, signature) => {
  const point = sm2Point(publicKey)
  if (point === undefined) return unless(() => ed25519.verify(signature, message, publicKey, { zip215: false }))
  const raw = readSm2Signature(signature)
  return raw !== undefined && unless(() => sm2.doVerifySignature(message, raw, hex(point), { hash: true }))
}

/** What the verifiers are handed where there is neither Node nor a network. */
export const means: Omit<ReportMeans, 'keys' | 'seal'> = {
  sha256,
  sm3: (bytes) => fromHex(sm3(bytes)),
  verify,
  checkCode,
  readCode: (typed) => {
    const read = readCheckCode(typed)
    return read.ok ? read.value : undefined
  },
}
