import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Hash } from '@quanheng/domain/kernel/digest'
import { append, emptyFrontier, rootOf } from '@quanheng/log/append'
import { checkpointText } from '@quanheng/log/checkpoint'
import { leafHash } from '@quanheng/log/hashing'
import { ed25519, keyId, noteText, verifierKeyText } from '@quanheng/log/note'
import { inclusionProof } from '@quanheng/log/proof'
import { type Receipt, receiptProof, receiptText, verifyReceipt } from '@quanheng/log/receipt'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256, sm3, spkiHead, verifyMeans } from '../apps/server/src/platform/log/means.ts'

const program = fileURLToPath(new URL('verify.py', import.meta.url))
const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((place) => existsSync(place)) ?? 'python3'
const mutations = process.env.QUANHENG_LONG ? 20_000 : 600

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(spkiHead.length)
const origin = 'quanheng/例'

const leaves = Array.from({ length: 11 }, (_, at) =>
  JSON.stringify({ v: 1, origin, act: `a${at}`, time: '2025-01-10T02:00:00.000Z', action: 'datum.report' }),
)

const signed = (hash: Hash, name: string, size: number) => {
  const hashes = leaves.slice(0, size).map((leaf) => leafHash(hash, Buffer.from(leaf)))
  const { frontier, nodes } = append(hash, emptyFrontier, hashes)
  const text = checkpointText({ origin: name, size, root: rootOf(hash, frontier) })
  const key = { name, type: ed25519, publicKey: raw }
  const note = noteText({
    text,
    signatures: [{ name, keyId: keyId(sha256, key), bytes: sign(null, Buffer.from(text), privateKey) }],
  })
  const read = ({ level, index }: { level: number; index: number }) =>
    nodes.find((node) => node.level === level && node.index === index)?.hash
  return {
    note,
    key: verifierKeyText(sha256, key),
    proof: (at: number) => receiptProof(inclusionProof(hash, at, size, read)),
  }
}

const first = signed(sha256, origin, 11)
const second = signed(sm3, `${origin}/sm3`, 11)
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

interface Verdict {
  readonly ok: boolean
  readonly code?: string
  readonly index?: string
  readonly acts?: readonly unknown[]
  readonly trusted?: boolean
}

const ours = (one: string, keys: readonly string[]): Verdict => {
  const found = verifyReceipt(one, { ...verifyMeans, keys })
  if (!found.ok) return { ok: false, code: found.error.code, ...found.error.params }
  return { ok: true, trusted: found.value.trusted, acts: found.value.acts }
}

const theirs = (asked: readonly { readonly text: string; readonly keys: readonly string[] }[]): readonly Verdict[] => {
  const input = asked.map((one) => JSON.stringify(one)).join('\n')
  const run = spawnSync(python, [program, '--batch'], { input, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (run.status !== 0) throw new Error(run.stderr)
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => {
      const { ok, code, index, acts, trusted } = JSON.parse(line) as Verdict
      return ok ? { ok, trusted, acts } : { ok, code, ...(index === undefined ? {} : { index }) }
    }) as readonly Verdict[]
}

const both = (one: string, keys: readonly string[] = []): Verdict => {
  const [other] = theirs([{ text: one, keys }])
  const own = ours(one, keys)
  expect(other).toEqual(own)
  return own
}

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
      changed({ sm3Checkpoint: signed(sm3, `${origin}/sm3`, 10).note }),
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

  it(`changed anywhere is refused by both alike, or says what it said (${mutations} changes)`, () => {
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
    const whole = claims(ours(text, receipt.keys))
    let refused = 0
    for (const [at, one] of made.entries()) {
      const own = ours(one, receipt.keys)
      expect(verdicts[at], one).toEqual(own)
      if (own.ok) expect(whole, one).toEqual(expect.arrayContaining(claims(own)))
      else refused++
    }
    expect(refused).toBeGreaterThan(mutations / 2)
  }, 600_000)
})
