import { createHash } from 'node:crypto'
import { hex } from '@quanheng/domain/kernel/digest'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../fixtures/sample-tree.ts'
import { leafHash } from './hashing.ts'
import { commitment, type Leaf, leafBytes, saltLength } from './leaf.ts'

const salt = Uint8Array.from({ length: saltLength }, (_, at) => at)

const leaf: Leaf = {
  v: 1,
  origin: 'quanheng.example/2024',
  act: '0b7c1c9e-0000-4000-8000-000000000001',
  time: '2025-01-10T09:30:00.000Z',
  post: '0b7c1c9e-0000-4000-8000-000000000002',
  action: 'plan.issue',
  changes: [{ noun: 'plan', id: 'p1', version: 2, before: 'aa', after: 'bb' }],
  commitments: { reason: commitment(sha256, salt, '方案变更'), person: commitment(sha256, salt, '某某') },
}

/** Fixed for good: a change of these characters would break every log that is in use. */
const stored =
  '{"act":"0b7c1c9e-0000-4000-8000-000000000001","action":"plan.issue",' +
  '"changes":[{"after":"bb","before":"aa","id":"p1","noun":"plan","version":2}],' +
  `"commitments":{"person":"${leaf.commitments.person}","reason":"${leaf.commitments.reason}"},` +
  '"origin":"quanheng.example/2024","post":"0b7c1c9e-0000-4000-8000-000000000002",' +
  '"time":"2025-01-10T09:30:00.000Z","v":1}'

describe('leafBytes', () => {
  it('writes the fields in canonical order, in UTF-8', () => {
    expect(Buffer.from(leafBytes(leaf)).toString()).toBe(stored)
    expect(hex(leafHash(sha256, leafBytes(leaf)))).toBe(createHash('sha256').update(`\0${stored}`).digest('hex'))
  })

  it('leaves out whatever else the objects carry', () => {
    const changes = leaf.changes.map((change) => ({ ...change, phone: '0000-5550123' }))
    const carrier = { ...leaf, name: '某某', changes }
    expect(leafBytes(carrier)).toEqual(leafBytes(leaf))
  })

  it('writes null for a thing that did not exist before', () => {
    const created = { ...leaf, changes: [{ noun: 'plan', id: 'p1', version: 1, before: null, after: 'bb' }] }
    expect(Buffer.from(leafBytes(created)).toString()).toContain('"before":null')
  })
})

describe('commitment', () => {
  it('is the hash of salt and value', () => {
    expect(commitment(sha256, salt, '某某')).toBe(createHash('sha256').update(salt).update('某某').digest('hex'))
  })

  it('tells nothing of equal values under other salts', () => {
    const [first, second] = [commitment(sha256, salt, '某某'), commitment(sha256, salt.toReversed(), '某某')]
    expect(first).not.toBe(second)
  })

  it.each([0, 15, 17])('refuses a salt of %d bytes', (length) => {
    expect(() => commitment(sha256, new Uint8Array(length), '某某')).toThrow(TypeError)
  })
})
