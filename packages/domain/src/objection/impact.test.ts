import { aPlan, planIds } from '@quanheng/testkit/a-plan'
import { describe, expect, it } from 'vitest'
import type { PlanContent } from '../plan/model.ts'
import { aRunContent } from '../result/run.fixture.ts'
import type { RunContent } from '../result/run-content.ts'
import { impactOf, type Published } from './impact.ts'
import type { ObjectedScore } from './model.ts'

const { lead, transport, town } = planIds
const unitIds = [lead, transport, town]

const [firms] = aRunContent().leaves
if (firms === undefined) throw new Error('a leaf')

const leafOf = (key: string, lineKey: string | null, fullMark: string, points: readonly string[]) => ({
  ...firms,
  key,
  lineKey,
  fullMark,
  unitIds,
  points,
  fullMarks: unitIds.map(() => fullMark),
})

const runOf = (leaves: RunContent['leaves']): RunContent => ({ ...aRunContent(), leaves })

/** Two parts of 6 and 4 marks of one line of the year: 10, 8.8 and 7.9. */
const published: Published = {
  content: aPlan(),
  run: runOf([
    leafOf('growth', 'services', '6', ['6', '4.8', '5.4']),
    leafOf('newFirms', 'services', '4', ['4', '4', '2.5']),
  ]),
}

const { indicators } = aPlan()
const [services] = indicators
if (services === undefined) throw new Error('an indicator')
const { line: _quoted, ...ownLine } = services
const yearOf = (settings: Partial<PlanContent['settings']> = {}): Published => ({
  content: {
    ...aPlan({ kind: 'appraisalPlan', indicators: [ownLine] }),
    settings: { ...aPlan().settings, ...settings },
  },
  run: { ...runOf([leafOf('services', null, '10', ['10', '8.8', '7.9'])]), purpose: 'totals' },
})

const score: ObjectedScore = {
  planId: 'p',
  itemId: 'i',
  leafKey: 'newFirms',
  leafName: '服务业企业培规入统',
  unitId: town,
  officeUnitId: 'office',
  scorer: { unitId: lead },
  resultId: 'r',
  runDigest: 'd',
  points: '2.5',
  fullMark: '4',
  yearPlanId: 'y',
  year: 2024,
}

describe('影响范围', () => {
  it('carries the points of the item into the line of the year and the total; ranks stay where nobody is passed', () => {
    expect(impactOf(score, '3', published, yearOf())).toEqual({
      points: { from: '2.5', to: '3' },
      line: { key: 'services', from: '7.9', to: '8.4' },
      ranked: true,
      units: [{ unitId: town, total: { from: '7.90', to: '8.40' }, rank: { from: 3, to: 3 }, grade: {} }],
    })
  })

  it('names every unit that is passed, the one that objected first', () => {
    const { units } = impactOf(score, '4', published, yearOf())
    expect(units.map(({ unitId, rank }) => [unitId, rank.from, rank.to])).toEqual([
      [town, 3, 2],
      [transport, 2, 3],
    ])
    expect(units[1]?.total).toEqual({ from: '8.80', to: '8.80' })
  })

  it('names a unit whose grade alone moves, because a place went to another', () => {
    const grades = {
      by: 'quotas',
      quotas: [{ name: '优秀', percent: '50' }],
      rest: '良好',
      places: 'ceil',
      atLeastOne: true,
    } as const
    const { units } = impactOf(score, '4', published, yearOf({ grades: { value: grades, basis: { kind: 'default' } } }))
    expect(units.map(({ unitId, grade }) => [unitId, grade.from, grade.to])).toEqual([
      [town, '良好', '优秀'],
      [transport, '优秀', '良好'],
    ])
  })

  it('goes down as it goes up: a lower score is shown as one', () => {
    const { units, line } = impactOf({ ...score, unitId: lead, points: '4' }, '0', published, yearOf())
    expect(line).toMatchObject({ from: '10', to: '6' })
    expect(units.map(({ unitId, rank }) => [unitId, rank.from, rank.to])).toEqual([
      [lead, 1, 3],
      [town, 3, 2],
      [transport, 2, 1],
    ])
  })

  it('says that nothing is ranked where no year stands above the plan', () => {
    expect(impactOf(score, '3', published, undefined)).toEqual({
      points: { from: '2.5', to: '3' },
      units: [],
      ranked: false,
    })
  })
})
