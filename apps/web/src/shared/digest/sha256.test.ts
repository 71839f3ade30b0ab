import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256, sha256Bytes } from './sha256.ts'

it('gives the published vectors, and what Node gives at every length around a block', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  for (let length = 0; length < 200; length++) {
    const text = '承诺𠮷a'.repeat(40).slice(0, length)
    if (!text.isWellFormed()) continue
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
  }
})

it('gives the same of bytes, as bytes', () => {
  for (const bytes of [new Uint8Array(), new Uint8Array([0, 255, 128]), new Uint8Array(200).fill(7)])
    expect(Buffer.from(sha256Bytes(bytes)).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
})
