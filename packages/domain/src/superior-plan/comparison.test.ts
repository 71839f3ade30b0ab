import { describe, expect, it } from 'vitest'
import { comparedIndicators, comparedLeads } from './comparison.ts'
import type { IndicatorShare, IssuedBreakdown, SuperiorPlan } from './model.ts'

const by = { personId: 'p', post: 'officeStaff', unitId: 'office' } as const
const share = (indicatorKey: string, unitId: string, sectionId?: string): IndicatorShare => ({
  key: `${indicatorKey}${unitId}`,
  indicatorKey,
  role: 'lead',
  unitId,
  ...(sectionId !== undefined && { sectionId }),
  target: '',
  marks: '',
  post: 'handler',
  ownerName: '',
  due: '',
  basis: '',
})
const indicator = (key: string, fullMark: string) => ({
  key,
  name: key,
  fullMark,
  target: '',
  measureUnit: '',
  task: '',
  sentence: '',
  sharing: 'split' as const,
  due: '',
})
const document = { title: '', number: '', issuer: '', files: [] }
const plan = (self: Readonly<Record<string, string>>, real: Readonly<Record<string, string>>): SuperiorPlan => {
  const scores = (all: Readonly<Record<string, string>>) =>
    Object.entries(all).map(([indicatorKey, score]) => ({ indicatorKey, score, words: '' }))
  const issued: IssuedBreakdown = {
    document,
    indicators: [indicator('roads', '10'), indicator('water', '5'), indicator('trees', '5')],
    shares: [share('roads', 'transport'), share('water', 'transport'), share('trees', 'forest', 'planting')],
    number: 1,
    reason: '',
    on: '2025-02-01',
    by,
  }
  return {
    id: 'plan',
    unitId: 'office',
    year: 2025,
    state: 'judged',
    content: issued,
    standing: {
      versions: [issued],
      selfScores: scores(self),
      verdict: { on: '2026-02-01', number: '', scanDigest: 'd', scores: scores(real), by },
    },
    steps: [{ command: 'begin', by, at: '', words: '' }],
  }
}

describe('自评与上级评定对照', () => {
  it('逐个指标列出自评高出多少，按牵头单位、科室汇总，最乐观的在前', () => {
    const rows = comparedIndicators(
      plan({ roads: '10', water: '4.5', trees: '4' }, { roads: '8.5', water: '5', trees: '4' }),
    )
    expect(rows.map(({ key, difference }) => [key, difference])).toEqual([
      ['roads', '1.5'],
      ['water', '-0.5'],
      ['trees', '0'],
    ])
    expect(comparedLeads(rows)).toEqual([
      { unitId: 'transport', count: 2, self: '14.5', real: '13.5', difference: '1', optimism: '20/3' },
      { unitId: 'forest', sectionId: 'planting', count: 1, self: '4', real: '4', difference: '0', optimism: '0' },
    ])
  })

  it('缺一方得分的不比，不当作零', () => {
    const rows = comparedIndicators(plan({ roads: '10' }, { water: '5' }))
    expect(rows.map(({ difference }) => difference)).toEqual(['', '', ''])
    expect(comparedLeads(rows)).toEqual([])
  })
})
