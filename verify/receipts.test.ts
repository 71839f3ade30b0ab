import { generateKeyPairSync } from 'node:crypto'
import { ed25519, verifierKeyText } from '@quanheng/log/note'
import { type Receipt, receiptText } from '@quanheng/log/receipt'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256, sm3 } from '../apps/server/src/platform/log/means.ts'
import { origin, ours, signed, theirs, type Verdict, both as verdictOfBoth } from './testing/verifiers.ts'

const mutations = process.env.QUANHENG_LONG ? 20_000 : 600

/** Milliseconds: Python multiplies points of the curve for every change, fourteen a second on a busy machine. */
const longest = 3_600_000

const leaves = Array.from({ length: 11 }, (_, at) =>
  JSON.stringify({ v: 1, origin, act: `a${at}`, time: '2025-01-10T02:00:00.000Z', action: 'datum.report' }),
)

const first = signed(sha256, origin, leaves)
const second = signed(sm3, `${origin}/sm3`, leaves)
const receipt: Receipt = {
  v: 1,
  kind: 'quanheng.receipt',
  body: '云岭市交通运输局',
  on: '2025-01-10',
  keys: [first.key, second.key],
  checkpoint: first.note,
  sm3Checkpoint: second.note,
  labels: { 'datum.report': '报送数据' },
  entries: [0, 4, 10].map((index) => ({
    index,
    leaf: leaves[index] as string,
    proof: first.proof(index),
    sm3Proof: second.proof(index),
  })),
}
const text = receiptText(receipt)

const both = (one: string, keys: readonly string[] = []): Verdict => verdictOfBoth({ text: one, keys })

const changed = (parts: Partial<Receipt>): string => receiptText({ ...receipt, ...parts })

const entryWith = (part: Partial<Receipt['entries'][number]>): string =>
  changed({ entries: receipt.entries.map((entry, at) => (at === 1 ? { ...entry, ...part } : entry)) })

describe('a receipt, by our verifier and by the Python one', () => {
  it('holds; whose key it is, is known only to a reader who brought it', () => {
    expect(both(text)).toMatchObject({ ok: true, trusted: false })
    expect(both(text, receipt.keys)).toMatchObject({ ok: true, trusted: true })
    expect(both(text).acts).toEqual(
      [0, 4, 10].map((index) => ({
        index,
        time: '2025-01-10T02:00:00.000Z',
        action: 'datum.report',
        label: '报送数据',
      })),
    )
  })

  it('of a rewritten log is not signed by the key that was noted down', () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).subarray(12)
    const keys = [origin, `${origin}/sm3`].map((name) =>
      verifierKeyText(sha256, { name, type: ed25519, publicKey: other }),
    )
    expect(both(text, keys)).toEqual({ ok: false, code: 'receipt.signature' })
  })

  it.each<[string, string, Verdict]>([
    ['is no JSON', text.slice(1), { ok: false, code: 'receipt.unreadable' }],
    ['has no entry', changed({ entries: [] }), { ok: false, code: 'receipt.unreadable' }],
    ['lost a checkpoint', changed({ checkpoint: '' }), { ok: false, code: 'receipt.checkpoint' }],
    [
      'claims a greater log',
      changed({ checkpoint: first.note.replace('\n11\n', '\n12\n') }),
      { ok: false, code: 'receipt.signature' },
    ],
    ['signs one tree twice', changed({ sm3Checkpoint: first.note }), { ok: false, code: 'receipt.heads' }],
    [
      'joins heads of two sizes',
      changed({ sm3Checkpoint: signed(sm3, `${origin}/sm3`, leaves.slice(0, 10)).note }),
      { ok: false, code: 'receipt.heads' },
    ],
    [
      'holds an act of another log',
      entryWith({ leaf: (leaves[4] as string).replace('例', '他') }),
      { ok: false, code: 'receipt.leaf', index: '4' },
    ],
    [
      'tells another time',
      entryWith({ leaf: (leaves[4] as string).replace('T02', 'T03') }),
      { ok: false, code: 'receipt.proof', index: '4' },
    ],
    ['tells another place', entryWith({ index: 5 }), { ok: false, code: 'receipt.proof', index: '5' }],
    ['tells a place beyond the log', entryWith({ index: 11 }), { ok: false, code: 'receipt.proof', index: '11' }],
    ['tells a place before it', entryWith({ index: -1 }), { ok: false, code: 'receipt.proof', index: '-1' }],
    ['has no path', entryWith({ proof: [] }), { ok: false, code: 'receipt.proof', index: '4' }],
    [
      'has a path too long',
      entryWith({ proof: [...first.proof(4), ...first.proof(4)] }),
      { ok: false, code: 'receipt.proof', index: '4' },
    ],
    [
      'has the path of the other tree',
      entryWith({ sm3Proof: first.proof(4) }),
      { ok: false, code: 'receipt.proof', index: '4' },
    ],
    ['holds half a character', entryWith({ leaf: '\ud800' }), { ok: false, code: 'receipt.leaf', index: '4' }],
  ])('that %s is refused with the same first fault', (_, broken, verdict) => {
    expect(both(broken, receipt.keys)).toEqual(verdict)
  })

  it(
    `changed anywhere is refused by both alike, or says what it said (${mutations} changes)`,
    () => {
      const change = fc.record({
        at: fc.nat({ max: text.length - 1 }),
        cut: fc.constantFrom(0, 0, 1, 1, 1, 2, 44),
        put: fc.constantFrom('', '0', '1', 'A', '=', '/', '"', '\\n', ',', '—', '＋', ' ', '9', 'a', '\n'),
      })
      const made = fc
        .sample(change, { numRuns: mutations, seed: process.env.QUANHENG_LONG ? Date.now() : 7 })
        .map(({ at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut))
      const verdicts = theirs(made.map((one) => ({ text: one, keys: receipt.keys })))
      const claims = (verdict: Verdict) => (verdict.acts ?? []).map((act) => ({ ...(act as object), label: '' }))
      const whole = claims(ours({ text, keys: receipt.keys }))
      let refused = 0
      for (const [at, one] of made.entries()) {
        const own = ours({ text: one, keys: receipt.keys })
        expect(verdicts[at], one).toEqual(own)
        if (own.ok) expect(whole, one).toEqual(expect.arrayContaining(claims(own)))
        else refused++
      }
      expect(refused).toBeGreaterThan(mutations / 2)
    },
    longest,
  )
})
