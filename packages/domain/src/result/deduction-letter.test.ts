import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, printExact, sub, sum } from '../kernel/exact.ts'
import { deductionLetter, type LetterRow } from './deduction-letter.ts'

const basis = { kind: 'clause', article: '附件1' } as const
const row = (more: Partial<LetterRow>): LetterRow => ({
  leafKey: 'firms',
  name: '企业培规入统',
  fullMark: '10',
  points: '8.50',
  deductions: [{ points: '1.5', reason: '少3家', basis }],
  ...more,
})

describe('扣分告知书', () => {
  it('names what was lost, leaves out what was not, and sums over all', () => {
    const letter = deductionLetter([row({}), row({ leafKey: 'b', points: '10.00', deductions: [] })])
    expect(letter).toMatchObject({ fullMark: '20', points: '18.5', lost: '1.5' })
    expect(letter.lines).toEqual([
      expect.objectContaining({ lost: '1.5', reasons: [{ kind: 'reason', points: '1.5', reason: '少3家', basis }] }),
    ])
  })

  it('says what rounding left over, and what nobody gave a reason for', () => {
    const [third] = deductionLetter([
      row({ points: '8.33', deductions: [{ points: '5/3', reason: '未完成', basis }] }),
    ]).lines
    expect(third?.reasons.map(({ kind, points }) => [kind, points])).toEqual([['reason', '1.67']])
    const [split] = deductionLetter([
      row({
        points: '9.00',
        deductions: ['1/3', '1/3', '1/3'].map((points, i) => ({ points, reason: `第${i}项`, basis })),
      }),
    ]).lines
    expect(split?.reasons.at(-1)).toEqual({ kind: 'rounding', points: '0.01' })
    const [bare] = deductionLetter([row({ deductions: [] })]).lines
    expect(bare?.reasons).toEqual([{ kind: 'unsaid', points: '1.5' }])
  })

  it('adds up to full marks minus score, whatever the figures', () => {
    const cents = fc.integer({ min: -500, max: 2000 }).map((n) => printExact({ n: BigInt(n), d: 100n }))
    const amount = fc
      .tuple(fc.bigInt(-50n, 200n), fc.bigInt(1n, 12n))
      .map(([n, d]) => printExact(sub({ n, d }, { n: 0n, d: 1n })))
    const rows = fc.array(
      fc.record({
        points: cents,
        deductions: fc.array(
          amount.map((points) => ({ points, reason: '理由', basis })),
          { maxLength: 4 },
        ),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(rows, (list) => {
        const letter = deductionLetter(list.map((one, at) => row({ ...one, leafKey: String(at) })))
        for (const { fullMark, points, lost, reasons } of letter.lines) {
          expect(printExact(sum(reasons.map((one) => exact(one.points))))).toBe(lost)
          expect(printExact(sub(exact(fullMark), exact(points)))).toBe(lost)
        }
        expect(printExact(sum(letter.lines.map(({ lost }) => exact(lost))))).toBe(letter.lost)
      }),
    )
  })
})
