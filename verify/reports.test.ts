import { createHash } from 'node:crypto'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { checkCode } from '@quanheng/domain/signature/check-code'
import type { ReportProof } from '@quanheng/log/report-proof'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256, sm3 } from '../apps/server/src/platform/log/means.ts'
import { both, origin, ours, signed, theirs, type Verdict } from './testing/verifiers.ts'

const mutations = process.env.QUANHENG_LONG ? 20_000 : 400

/** Milliseconds: Python multiplies points of the curve for every change, fourteen a second on a busy machine. */
const longest = 3_600_000

const hexOf = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')

const paper = canonicalJson({
  v: 1,
  noun: 'paper',
  runDigest: hexOf('run'),
  report: {
    title: '2025年度指标考核评分报告',
    body: [{ kind: 'paragraph', text: ['共', { path: 'n', text: '3' }, '项。'] }],
  },
  letter: { title: '关于报送评分结果的函', body: [] },
})
const code = checkCode(hexOf(paper))
const salt = '00112233445566778899aabbccddeeff'
const approvalOf = (paperDigest: string, id = 'a-1') =>
  canonicalJson({
    v: 1,
    noun: 'approval',
    id,
    subject: { kind: 'leadReport', id: 'r', digest: '', paperDigest },
    records: [],
  })
const approval = approvalOf(hexOf(paper))
const digest = hexOf(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(approval)]))

const leafOf = (at: number, changes: unknown) =>
  canonicalJson({ v: 1, origin, act: `a${at}`, time: '2025-01-10T02:00:00.000Z', action: 'approval.start', changes })
const change = { noun: 'approval', id: 'a-1', version: 1, before: null, after: digest }
const leaves = Array.from({ length: 7 }, (_, at) => leafOf(at, at === 3 ? [change] : []))
const first = signed(sha256, origin, leaves)
const second = signed(sm3, `${origin}/sm3`, leaves)
const keys = [first.key, second.key]

const entryAt = (index: number) => ({
  index,
  leaf: leaves[index] as string,
  proof: first.proof(index),
  sm3Proof: second.proof(index),
})

const proof: ReportProof = {
  v: 1,
  kind: 'quanheng.report',
  keys,
  checkpoint: first.note,
  sm3Checkpoint: second.note,
  paper,
  approval,
  salt,
  entry: entryAt(3),
}
const textOf = (parts: Partial<Record<keyof ReportProof, unknown>> = {}): string =>
  JSON.stringify({ ...proof, ...parts })
const verdict = (parts: Partial<Record<keyof ReportProof, unknown>>, printed?: string): Verdict =>
  both({ text: textOf(parts), keys, ...(printed !== undefined && { printed }) })

describe('a report’s proof, by our verifier and by the Python one', () => {
  it('holds, and says the code that the print must show', () => {
    expect(verdict({})).toEqual({ ok: true, trusted: true, paperCode: code, compared: false })
    expect(both({ text: textOf(), keys: [] })).toMatchObject({ ok: true, trusted: false })
  })

  it.each([
    ['as printed', code],
    ['in lower case with spaces', code.toLowerCase().replaceAll('-', ' ')],
    ['in full width', [...code].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('')],
    ['with O for 0 and l for 1', code.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])('takes the code %s', (_, printed) => {
    expect(verdict({}, printed)).toMatchObject({ ok: true, compared: true })
  })

  it.each<[string, Partial<Record<keyof ReportProof, unknown>>, string | undefined, Verdict]>([
    ['lost its salt', { salt: undefined }, undefined, { ok: false, code: 'receipt.unreadable' }],
    [
      'has a salt that takes bytes of the text',
      { salt: `${salt}7b` },
      undefined,
      { ok: false, code: 'receipt.unreadable' },
    ],
    ['has an entry that is none', { entry: [] }, undefined, { ok: false, code: 'receipt.unreadable' }],
    ['lost a checkpoint', { checkpoint: '' }, undefined, { ok: false, code: 'receipt.checkpoint' }],
    [
      'claims a greater log',
      { checkpoint: first.note.replace('\n7\n', '\n8\n') },
      undefined,
      { ok: false, code: 'receipt.signature' },
    ],
    ['signs one tree twice', { sm3Checkpoint: first.note }, undefined, { ok: false, code: 'receipt.heads' }],
    [
      'holds an act of another log',
      { entry: { ...entryAt(3), leaf: (leaves[3] as string).replace('例', '他') } },
      undefined,
      { ok: false, code: 'receipt.leaf', index: '3' },
    ],
    [
      'holds an act that was not logged',
      { entry: { ...entryAt(3), leaf: leafOf(3, [{ ...change, id: 'a-2' }]) } },
      undefined,
      { ok: false, code: 'receipt.proof', index: '3' },
    ],
    ['shows another act', { entry: entryAt(4) }, undefined, { ok: false, code: 'report.approval', index: '4' }],
    [
      'shows an approval that the act does not know',
      { approval: approvalOf(hexOf(paper), 'a-2') },
      undefined,
      { ok: false, code: 'report.approval', index: '3' },
    ],
    ['shows no approval', { approval: '[]' }, undefined, { ok: false, code: 'report.approval', index: '3' }],
    ['shows half a character', { approval: '"\ud800"' }, undefined, { ok: false, code: 'report.approval', index: '3' }],
    [
      'has a figure changed and the approval with it',
      { paper: paper.replace('"3"', '"4"'), approval: approvalOf(hexOf(paper.replace('"3"', '"4"'))) },
      undefined,
      { ok: false, code: 'report.approval', index: '3' },
    ],
    ['has a figure changed', { paper: paper.replace('"3"', '"4"') }, code, { ok: false, code: 'report.paper' }],
    ['is no paper', { paper: '3' }, code, { ok: false, code: 'report.paper' }],
    ['is not of this print', {}, '0000-0000-0000-0000', { ok: false, code: 'report.code', paperCode: code }],
    ['meets a code that is none', {}, '校验码', { ok: false, code: 'report.code', paperCode: code }],
    ['meets an empty code', {}, '', { ok: false, code: 'report.code', paperCode: code }],
  ])('that %s is refused with the same first fault', (_, parts, printed, named) => {
    expect(verdict(parts, printed)).toEqual(named)
  })

  it(
    `changed anywhere is refused by both alike, or is of the same paper (${mutations} changes)`,
    () => {
      const text = textOf()
      const change = fc.record({
        at: fc.nat({ max: text.length - 1 }),
        cut: fc.constantFrom(0, 1, 1, 1, 2, 44),
        put: fc.constantFrom('', '0', '1', 'A', '=', '/', '"', '\\n', ',', '—', '＋', ' ', '9', 'a', '\n', '{', '}'),
      })
      const made = fc
        .sample(change, { numRuns: mutations, seed: process.env.QUANHENG_LONG ? Date.now() : 7 })
        .map(({ at, cut, put }) => ({ text: text.slice(0, at) + put + text.slice(at + cut), keys, printed: code }))
      const verdicts = theirs(made)
      for (const [at, one] of made.entries()) {
        const own = ours(one)
        expect(verdicts[at], one.text).toEqual(own)
        if (own.ok) expect(own.paperCode).toBe(code)
      }
    },
    longest,
  )
})
