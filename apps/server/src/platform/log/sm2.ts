import { readSm2Signature, sm2Order } from '@quanheng/log/sm2'
import { sm2 } from 'sm-crypto-v2'

// Signatures are under the identity 1234567812345678 (GM/T 0009-2012 §10, the default where none is agreed), which the library takes by itself.

/** PKCS #8 and SubjectPublicKeyInfo around 32 bytes of a scalar and 65 of a point, with the curve's own identifier (1.2.156.10197.1.301). */
const pkcs8Head = Buffer.from('308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420', 'hex')
const pkcs8Middle = Buffer.from('a144034200', 'hex')
const spkiHead = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex')
const wholeSize = pkcs8Head.length + 32 + pkcs8Middle.length + 65

/** A key pair; the private part leaves neither this file nor the one it is kept in. */
export interface Sm2Pair {
  /** 04 ‖ x ‖ y. */
  readonly point: Buffer
  /** PKCS #8 in PEM, as OpenSSL reads it. */
  readonly pem: string
  /** DER, each call another: the nonce is drawn anew. */
  readonly sign: (message: Uint8Array) => Buffer
}

const pemOf = (kind: string, der: Buffer): string => {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN ${kind}-----\n${lines.join('\n')}\n-----END ${kind}-----\n`
}

/** The public key as OpenSSL reads it. */
export const sm2PublicPem = (point: Uint8Array): string =>
  pemOf('PUBLIC KEY', Buffer.concat([spkiHead, Buffer.from(point)]))

const positive = (bytes: Buffer): Buffer => {
  const first = bytes.findIndex((byte) => byte !== 0)
  const short = bytes.subarray(first)
  const value = (short[0] as number) >= 0x80 ? Buffer.concat([Buffer.of(0), short]) : short
  return Buffer.concat([Buffer.of(0x02, value.length), value])
}

const derOf = (raw: Buffer): Buffer => {
  const body = Buffer.concat([positive(raw.subarray(0, 32)), positive(raw.subarray(32))])
  return Buffer.concat([Buffer.of(0x30, body.length), body])
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** GB/T 32918.2 §7; false for anything that is no point or no signature. */
export const verifySm2 = (point: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean => {
  const raw = readSm2Signature(signature)
  if (raw === undefined) return false
  try {
    return sm2.doVerifySignature(message, raw, hexOf(point), { hash: true })
  } catch {
    return false
  }
}

const pairOf = (scalar: string): Sm2Pair => {
  const publicKey = sm2.getPublicKeyFromPrivateKey(scalar)
  const point = Buffer.from(publicKey, 'hex')
  const der = Buffer.concat([pkcs8Head, Buffer.from(scalar, 'hex'), pkcs8Middle, point])
  return {
    point,
    pem: pemOf('PRIVATE KEY', der),
    sign: (message) => {
      const raw = sm2.doSignature(message, scalar, { hash: true, publicKey })
      return derOf(Buffer.from(raw, 'hex'))
    },
  }
}

export const makeSm2Pair = (): Sm2Pair => pairOf(sm2.generateKeyPairHex().privateKey)

/** @throws TypeError where the text is no SM2 key, or its two parts do not belong together */
export const readSm2Pair = (pem: string): Sm2Pair => {
  const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')
  const scalar = der.subarray(pkcs8Head.length, pkcs8Head.length + 32).toString('hex')
  const formed = der.length === wholeSize && der.subarray(0, pkcs8Head.length).equals(pkcs8Head)
  const number = formed ? BigInt(`0x${scalar}`) : 0n
  const pair = number > 0n && number < sm2Order - 1n ? pairOf(scalar) : undefined
  if (pair === undefined || !der.subarray(-65).equals(pair.point)) throw new TypeError('no SM2 key in PKCS #8')
  return pair
}
