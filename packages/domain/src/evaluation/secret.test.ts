import { constants, createHash, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  type BlindKey,
  blinded,
  fromHexNumber,
  fullHash,
  inverseOf,
  isSigned,
  powerOf,
  toHexNumber,
  unblinded,
} from './blind.ts'
import type { Channel } from './channel.ts'
import { readSlip, type SentSlip, slipText } from './secret.ts'

const hash = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const made = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const jwk = privateKey.export({ format: 'jwk' })
  const digits = (text = '') => Buffer.from(text, 'base64url').toString('hex')
  const key: BlindKey = { modulus: digits(jwk.n), exponent: digits(jwk.e) }
  const sign = (value: bigint): bigint =>
    fromHexNumber(
      privateDecrypt(
        { key: privateKey, padding: constants.RSA_NO_PADDING },
        Buffer.from(toHexNumber(value, key), 'hex'),
      ).toString('hex'),
    )
  return { key, sign }
}
const { key, sign } = made()
const random = () => fromHexNumber(randomBytes(120).toString('hex'))
const serial = () => randomBytes(16).toString('hex')
const place = { evaluationId: 'round', channelKey: 'peers' }

describe('盲签名', () => {
  it('签名方没有见过的文字，得到可验证的签名；换一个字就不成立', () => {
    const factor = random()
    const hidden = blinded(hash, '票', key, factor)
    const signature = unblinded(sign(hidden), key, factor)
    expect(isSigned(hash, '票', signature, key)).toBe(true)
    expect(isSigned(hash, '另一张票', signature, key)).toBe(false)
    expect(isSigned(hash, '票', signature + 1n, key)).toBe(false)
    expect(isSigned(hash, '票', 0n, key)).toBe(false)
    expect(isSigned(hash, '票', signature + fromHexNumber(key.modulus), key)).toBe(false)
    expect(isSigned(hash, '票', signature, made().key)).toBe(false)
    expect(hidden).not.toBe(fullHash(hash, '票', key))
  })

  it('每一次领票都能解释每一张票：签名方留下的一切与任何一种对应都同样相符', () => {
    const modulus = fromHexNumber(key.modulus)
    const people = Array.from({ length: 4 }, () => {
      const [text, factor] = [serial(), random()]
      const hidden = blinded(hash, text, key, factor)
      const signed = sign(hidden)
      return { text, hidden, signed, signature: unblinded(signed, key, factor) }
    })
    for (const session of people)
      for (const ballot of people) {
        // The one factor with which this session would have given this ballot: it exists for all pairs, and fits.
        const factor = (session.signed * inverseOf(ballot.signature, modulus)) % modulus
        expect(
          (fullHash(hash, ballot.text, key) * powerOf(factor, fromHexNumber(key.exponent), modulus)) % modulus,
        ).toBe(session.hidden)
      }
  })
})

const channel: Channel = {
  key: 'peers',
  name: '互评',
  kind: 'peers',
  way: 'secret',
  weight: '100',
  scale: { kind: 'marks', from: '0', to: '100' },
  unknown: { kind: 'leftOut' },
  spread: { atLeast: '90', percent: '50' },
  minimum: 5,
  mayChange: false,
  roster: { posts: ['unitHead'], unitIds: ['a'] },
}
const other = made()
const high = made()
const keys = new Map([
  ['a', key],
  ['b', other.key],
  ['high', high.key],
])
const signature = (signer: ReturnType<typeof made>, text: string): string =>
  toHexNumber(signer.sign(fullHash(hash, text, signer.key)), signer.key)
const slip = (mark: string, more: Partial<SentSlip> = {}): SentSlip => {
  const own = serial()
  const text = slipText(place, { kind: 'unit', unitId: 'a' }, own)
  return { unitId: 'a', mark, serial: own, signature: signature({ key, sign }, text), ...more }
}
const permit = () => {
  const own = serial()
  return { serial: own, signature: signature(high, slipText(place, { kind: 'high' }, own)) }
}
const codeOf = (sent: SentSlip, at = place) => {
  const read = readSlip(hash, channel, at, keys, sent)
  return read.ok ? 'accepted' : read.error.code
}

describe('无记名票', () => {
  it('签名只对一个单位、一轮、一个渠道成立', () => {
    expect(codeOf(slip('80'))).toBe('accepted')
    expect(codeOf(slip('80', { unitId: 'b' }))).toBe('evaluation.slipInvalid')
    expect(codeOf(slip('80', { serial: serial() }))).toBe('evaluation.slipInvalid')
    expect(codeOf(slip('80', { signature: '' }))).toBe('evaluation.slipInvalid')
    expect(codeOf(slip('80'), { ...place, channelKey: 'leaders' })).toBe('evaluation.slipInvalid')
    expect(codeOf(slip('101'))).toBe('evaluation.markWrong')
  })

  it('高分要用一张高分票，别的签名顶替不了', () => {
    expect(codeOf(slip('90'))).toBe('evaluation.permitMissing')
    expect(codeOf(slip('90', { high: permit() }))).toBe('accepted')
    expect(codeOf(slip('90', { high: { ...permit(), serial: serial() } }))).toBe('evaluation.permitMissing')
    const { serial: unitSerial, signature: unitSignature } = slip('80')
    expect(codeOf(slip('90', { high: { serial: unitSerial, signature: unitSignature } }))).toBe(
      'evaluation.permitMissing',
    )
  })
})
