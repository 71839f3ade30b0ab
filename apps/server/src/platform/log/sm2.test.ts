import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeSm2Pair, readSm2Pair, sm2PublicPem, verifySm2 } from './sm2.ts'

const pair = makeSm2Pair()
const message = Buffer.from('quanheng/test\n5\n3f9a02bc\n')
const order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n

const integer = (value: bigint): Buffer => {
  const digits = value.toString(16)
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex')
  const signed = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes
  return Buffer.concat([Buffer.of(2, signed.length), signed])
}
const sequence = (...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.of(0x30, body.length), body])
}
const numbersOf = (der: Buffer): readonly [bigint, bigint] => {
  const first = der.subarray(4, 4 + (der[3] as number))
  const second = der.subarray(4 + first.length + 2)
  return [BigInt(`0x${first.toString('hex')}`), BigInt(`0x${second.toString('hex')}`)]
}

describe('an SM2 signature', () => {
  it('holds for its text and its key, and for no other', () => {
    const signature = pair.sign(message)
    expect(verifySm2(pair.point, message, signature)).toBe(true)
    expect(verifySm2(makeSm2Pair().point, message, signature)).toBe(false)
    expect(verifySm2(pair.point, Buffer.from('quanheng/test\n6\n3f9a02bc\n'), signature)).toBe(false)
  })

  it('is refused where r or s is nothing, the order or more', () => {
    const [r, s] = numbersOf(pair.sign(message))
    for (const [a, b] of [
      [0n, s],
      [r, 0n],
      [order, s],
      [r, order],
      [r + order, s],
      [r, s + order],
      [0n, 0n],
    ] as const) {
      expect(verifySm2(pair.point, message, sequence(integer(a), integer(b)))).toBe(false)
    }
  })

  it('has no second form: neither the mirrored s nor another encoding of the same numbers', () => {
    const signature = pair.sign(message)
    const [r, s] = numbersOf(signature)
    expect(sequence(integer(r), integer(s)).equals(signature)).toBe(true)
    const padded = Buffer.concat([Buffer.of(2, integer(s).length - 1, 0), integer(s).subarray(2)])
    const others = [
      sequence(integer(r), integer(order - s)),
      sequence(integer(order - r), integer(s)),
      sequence(integer(s), integer(r)),
      sequence(integer(r), padded),
      Buffer.concat([signature, Buffer.of(0)]),
      Buffer.concat([Buffer.of(0x30, 0x81), signature.subarray(1)]),
      Buffer.from([r, s].map((one) => one.toString(16).padStart(64, '0')).join(''), 'hex'),
    ]
    for (const other of others) expect(verifySm2(pair.point, message, other)).toBe(false)
  })

  it('is gone with any changed byte, and nothing that is handed over makes the check fail', () => {
    const signature = pair.sign(message)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: signature.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(signature)
        changed[at] = (changed[at] as number) ^ by
        return !verifySm2(pair.point, message, changed)
      }),
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => !verifySm2(pair.point, message, bytes)))
    fc.assert(fc.property(fc.uint8Array({ maxLength: 70 }), (point) => !verifySm2(point, message, signature)))
  })

  it('comes back from its file; one of other bytes, or of two keys, is none', () => {
    const read = readSm2Pair(pair.pem)
    expect(read.point.equals(pair.point)).toBe(true)
    const other = makeSm2Pair().pem
    const body = (pem: string) => Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')
    const mixed = Buffer.concat([body(pair.pem).subarray(0, 73), body(other).subarray(73)]).toString('base64')
    for (const text of ['', 'key', mixed]) expect(() => readSm2Pair(text)).toThrow(TypeError)
  })
})

const openssl = (...args: string[]) => spawnSync('openssl', args, { encoding: 'utf8' })
const missing = openssl('version').status !== 0

describe.skipIf(missing)(`with OpenSSL’s command line${missing ? ' (not installed here)' : ''}`, () => {
  const as = ['-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678']

  it('each takes what the other signed, and refuses it of another text', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'quanheng-sm2-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const at = (name: string) => join(folder, name)
    await writeFile(at('key.pem'), pair.pem, { mode: 0o600 })
    await writeFile(at('public.pem'), sm2PublicPem(pair.point))
    await writeFile(at('text'), message)
    await writeFile(at('other'), 'other')
    await writeFile(at('ours'), pair.sign(message))
    const check = (text: string, signature: string) =>
      openssl(
        'pkeyutl',
        '-verify',
        ...as,
        '-pubin',
        '-inkey',
        at('public.pem'),
        '-in',
        at(text),
        '-sigfile',
        at(signature),
      )
    expect(check('text', 'ours').stdout).toContain('Verified Successfully')
    expect(check('other', 'ours').status).not.toBe(0)
    const signed = openssl('pkeyutl', '-sign', ...as, '-inkey', at('key.pem'), '-in', at('text'), '-out', at('theirs'))
    expect(signed.stderr).toBe('')
    const theirs = await readFile(at('theirs'))
    expect(verifySm2(pair.point, message, theirs)).toBe(true)
    expect(verifySm2(pair.point, Buffer.from('other'), theirs)).toBe(false)
  })
})
