import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Hash } from '@quanheng/domain/kernel/digest'
import { drawAlgorithm, populationDigest, riskDrawAlgorithm } from '@quanheng/domain/verification/draw'
import { checkDrawRecord, type DrawRecord, drawFaults } from '@quanheng/domain/verification/draw-record'
import { pick, seedOf } from '@quanheng/domain/verification/pick'
import { withChances } from '@quanheng/domain/verification/risk-draw'
import { boundTo, commitmentDigest, committedSeed } from '@quanheng/domain/verification/seed-agreement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('draw.py', import.meta.url))
const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((place) => existsSync(place)) ?? 'python3'
const runs = process.env.QUANHENG_LONG ? 20_000 : 600

const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest()

interface Verdict {
  readonly ok: boolean
  readonly code?: string
  readonly place?: string
  readonly unit?: string
}

/** Verdicts of the program that shares no line with ours. */
const pythonOn = (texts: readonly string[]): readonly Verdict[] => {
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('')
  const { stdout, stderr } = spawnSync(python, [program, '--batch'], { input, encoding: 'utf8', maxBuffer: 1 << 28 })
  expect(stderr).toBe('')
  const lines = stdout.trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Verdict)
}

const ours = (text: string): Verdict => {
  const checked = checkDrawRecord(text, sha256)
  return checked.ok ? { ok: true } : { ok: false, code: checked.error.code, ...checked.error.params }
}

const verdictOf = ({ ok, code, place, unit }: Verdict) => [ok, code, place, unit]

const word = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !text.includes('|'))
const strataOf = fc.uniqueArray(
  fc.record({
    key: word,
    units: fc.uniqueArray(fc.record({ code: word, unitId: word, name: word, risk: fc.integer({ min: 1, max: 12 }) }), {
      selector: ({ code }) => code,
      maxLength: 12,
    }),
  }),
  { selector: ({ key }) => key, minLength: 1, maxLength: 4 },
)

const record: fc.Arbitrary<DrawRecord> = fc
  .record({
    strata: strataOf,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    seedParts: fc.array(fc.record({ by: word, value: word }), { maxLength: 4 }),
    plan: word,
    byRisk: fc.boolean(),
    agreed: fc.boolean(),
    attested: fc.option(
      fc.record(
        { at: word, digest: word, proof: fc.constantFrom('password' as const, 'secondFactor' as const) },
        { requiredKeys: ['at', 'digest'] },
      ),
      { nil: null },
    ),
  })
  .map(({ strata, share, seedParts, plan, byRisk, agreed, attested }) => {
    const total = strata.reduce((sum, { units }) => sum + units.length, 0)
    const size = Math.round(share * total)
    const filed = agreed && seedParts.length > 1
    const seed = filed ? committedSeed(seedParts, sha256) : seedOf(seedParts)
    const commitments = seedParts.slice(0, -1).map(({ by, value }) => {
      const bound = boundTo('0b5f7c1e-3c0e-4f56-9a5d-6f1f7f0c8a11', by)
      return { by, bound, digest: commitmentDigest(bound, value, sha256), at: '2025-01-08T02:00:00.000Z' }
    })
    const listed = strata.map(({ key, units }) => ({
      key,
      units: units.map(({ code, unitId, risk }) => ({ code, unitId, ...(byRisk && { risk }) })),
    }))
    const bare = byRisk ? withChances(listed, size, sha256) : listed
    return {
      v: 1,
      kind: 'quanheng.draw',
      // An empty list carries no risk, and is no draw by risk.
      algorithm: byRisk && total > 0 ? riskDrawAlgorithm : drawAlgorithm,
      plan,
      indicator: '优化营商环境',
      strata: bare.map(({ key, units }, at) => ({
        key,
        units: units.map((unit, index) => ({ ...unit, name: strata[at]?.units[index]?.name ?? '' })),
      })),
      populationDigest: populationDigest(bare, sha256),
      size,
      seedParts,
      seed,
      ...(filed && { commitments }),
      picked: pick({ strata: bare, size }, seed, sha256).map(({ stratum, code }) => ({ stratum, code })),
      at: '2025-01-10T02:00:00.000Z',
      drawnBy: '甲',
      witness: '乙',
      attested,
      cancelled: null,
    }
  })

/** Golden: written once and never made anew, so that a change of how lots are drawn shows here. */
const vectors: readonly DrawRecord[] = JSON.parse(readFileSync(new URL('draw-vectors.json', import.meta.url), 'utf8'))

describe('抽样记录', () => {
  it('the published examples draw the same units for ever, by both verifiers', () => {
    const texts = vectors.map((one) => JSON.stringify(one))
    expect(texts.map(ours)).toEqual(texts.map(() => ({ ok: true })))
    expect(pythonOn(texts).map(verdictOf)).toEqual(texts.map((text) => verdictOf(ours(text))))
    expect(vectors.map(({ plan, picked }) => [plan, picked.map(({ code }) => code).join(' ')])).toEqual([
      ['一份名单，当场报数', '017 004 009 003 013'],
      ['两组各抽，种子含汉字', '009 016 018 024 003 006'],
      ['全部抽中', '002 001 003'],
      ['按风险加权', '002 006 007 010'],
      ['事先约定的种子', '011 012 022'],
    ])
    const moved = vectors.map((one) => JSON.stringify({ ...one, picked: one.picked.toReversed() }))
    expect(moved.map((text) => ours(text).code)).toEqual(texts.map(() => 'draw.picks'))
  })

  it('holds as the product wrote it, by both verifiers', () => {
    const texts = fc
      .sample(record, { numRuns: Math.min(runs, 2_000), seed: Number(process.env.QUANHENG_SEED) || 1 })
      .map((one) => JSON.stringify(one))
    for (const text of texts) expect(ours(text)).toEqual({ ok: true })
    expect(pythonOn(texts).every(({ ok }) => ok)).toBe(true)
  })

  it('names each fault', () => {
    const [example] = fc.sample(
      record.filter(
        ({ size, strata, algorithm }) =>
          algorithm === drawAlgorithm &&
          size > 1 &&
          strata.length === 2 &&
          size < strata.flatMap(({ units }) => units).length,
      ),
      { numRuns: 1, seed: 7 },
    )
    if (!example) throw new Error('no example')
    const [byRisk] = fc.sample(
      record.filter(({ size, algorithm }) => algorithm === riskDrawAlgorithm && size > 0),
      { numRuns: 1, seed: 7 },
    )
    if (!byRisk) throw new Error('no example by risk')
    const [agreed] = fc.sample(
      record.filter(({ commitments, size }) => commitments?.length === 2 && size > 0),
      { numRuns: 1, seed: 7 },
    )
    if (!agreed) throw new Error('no example of an agreed seed')
    const otherReveal = agreed.seedParts.map((part, at) => (at === 1 ? { ...part, value: `${part.value}7` } : part))
    const { commitments: _, ...unbound } = agreed
    const luckier = byRisk.strata.map(({ key, units }) => ({
      key,
      units: units.map((unit) => ({ ...unit, chance: '9/10' })),
    }))
    const listed = luckier.map(({ key, units }) => ({ key, units: units.map(({ name: _, ...unit }) => unit) }))
    const [first, ...rest] = example.picked
    const [stratum] = example.strata
    const changed: readonly (readonly [unknown, string])[] = [
      ['{', 'draw.unreadable'],
      [{ ...example, size: '2' }, 'draw.unreadable'],
      [{ ...example, algorithm: 'dice' }, 'draw.algorithm'],
      [{ ...example, strata: [stratum, stratum] }, 'draw.list'],
      [{ ...example, strata: example.strata.map((one) => ({ ...one, units: one.units.slice(1) })) }, 'draw.list'],
      [{ ...example, algorithm: riskDrawAlgorithm }, 'draw.unreadable'],
      [{ ...byRisk, strata: luckier }, 'draw.list'],
      [{ ...byRisk, strata: luckier, populationDigest: populationDigest(listed, sha256) }, 'draw.chance'],
      [{ ...byRisk, algorithm: drawAlgorithm }, 'draw.list'],
      [{ ...byRisk, picked: [] }, 'draw.picks'],
      [{ ...agreed, seedParts: otherReveal }, 'draw.commitment'],
      [{ ...agreed, seedParts: agreed.seedParts.slice(0, -1) }, 'draw.commitment'],
      [unbound, 'draw.seed'],
      [{ ...example, seed: `${example.seed}1` }, 'draw.seed'],
      [{ ...example, seed: '1', seedParts: [{ by: '甲', value: '1' }] }, 'draw.picks'],
      [{ ...example, picked: rest }, 'draw.picks'],
      [{ ...example, picked: [...example.picked, first] }, 'draw.picks'],
      [{ ...example, size: example.size - 1 }, 'draw.picks'],
      [{ ...example, size: -1 }, 'draw.picks'],
    ]
    const texts = changed.map(([value]) => (typeof value === 'string' ? value : JSON.stringify(value)))
    expect(texts.map((text) => ours(text).code)).toEqual(changed.map(([, code]) => code))
    expect(pythonOn(texts).map(verdictOf)).toEqual(texts.map((text) => verdictOf(ours(text))))
    expect(new Set(changed.map(([, code]) => code))).toEqual(new Set(drawFaults))
  })

  it('is judged alike by both wherever a record is changed', () => {
    const mutated = fc
      .tuple(record, fc.nat(), fc.constantFrom('', '1', '"', ',', 'é', '𠮷', '\\ud800', ' ', '}', 'null', '5.0'))
      .map(([one, at, put]) => {
        const text = JSON.stringify(one)
        const place = at % text.length
        // A file holds no half of a pair.
        return (text.slice(0, place) + put + text.slice(place + 1)).toWellFormed()
      })
    const texts = fc.sample(mutated, { numRuns: runs, seed: Number(process.env.QUANHENG_SEED) || 1 })
    expect(pythonOn(texts).map(verdictOf)).toEqual(texts.map((text) => verdictOf(ours(text))))
  })
})
