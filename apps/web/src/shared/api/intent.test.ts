import { describe, expect, it } from 'vitest'
import { Intent } from './intent.ts'

const sheet = { body: { reason: 'a' } }

describe('one key for one intent', () => {
  it('gives no second key while the first is on its way', () => {
    const intent = new Intent()
    expect(intent.begin(sheet)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(intent.begin(sheet)).toBeUndefined()
  })

  it('keeps the key when nobody knows whether it happened and the same is sent again', () => {
    const intent = new Intent()
    const first = intent.begin(sheet)
    intent.keep()
    expect(intent.begin({ body: { reason: 'a' } })).toBe(first)
  })

  it('takes a new key when the input changed after an unknown outcome', () => {
    const intent = new Intent()
    const first = intent.begin(sheet)
    intent.keep()
    expect(intent.begin({ body: { reason: 'b' } })).not.toBe(first)
  })

  it('takes a new key after an answer, even for the same input', () => {
    const intent = new Intent()
    const first = intent.begin(sheet)
    intent.settle()
    expect(intent.begin(sheet)).not.toBe(first)
  })
})
