import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Hash } from '@quanheng/domain/kernel/digest'
import { drawAlgorithm, populationDigest } from '@quanheng/domain/verification/draw'
import { checkDrawRecord, type DrawRecord, drawFaults } from '@quanheng/domain/verification/draw-record'
import { pick, seedOf } from '@quanheng/domain/verification/pick'
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

const verdictOf = ({ ok, code, place }: Verdict) => [ok, code, place]

const word = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !text.includes('|'))
const strataOf = fc.uniqueArray(
  fc.record({
    key: word,
    units: fc.uniqueArray(fc.record({ code: word, unitId: word, name: word }), {
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
  })
  .map(({ strata, share, seedParts, plan }) => {
    const total = strata.reduce((sum, { units }) => sum + units.length, 0)
    const size = Math.round(share * total)
    const seed = seedOf(seedParts)
    const bare = strata.map(({ key, units }) => ({ key, units: units.map(({ code, unitId }) => ({ code, unitId })) }))
    return {
      v: 1,
      kind: 'quanheng.draw',
      algorithm: drawAlgorithm,
      plan,
      indicator: '优化营商环境',
      strata,
      populationDigest: populationDigest(bare, sha256),
      size,
      seedParts,
      seed,
      picked: pick({ strata: bare, size }, seed, sha256).map(({ stratum, code }) => ({ stratum, code })),
      at: '2025-01-10T02:00:00.000Z',
      drawnBy: '甲',
      witness: '乙',
      cancelled: null,
    }
  })

describe('抽样记录', () => {
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
        ({ size, strata }) => size > 1 && strata.length === 2 && size < strata.flatMap(({ units }) => units).length,
      ),
      { numRuns: 1, seed: 7 },
    )
    if (!example) throw new Error('no example')
    const [first, ...rest] = example.picked
    const [stratum] = example.strata
    const changed: readonly (readonly [unknown, string])[] = [
      ['{', 'draw.unreadable'],
      [{ ...example, size: '2' }, 'draw.unreadable'],
      [{ ...example, algorithm: 'dice' }, 'draw.algorithm'],
      [{ ...example, strata: [stratum, stratum] }, 'draw.list'],
      [{ ...example, strata: example.strata.map((one) => ({ ...one, units: one.units.slice(1) })) }, 'draw.list'],
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
