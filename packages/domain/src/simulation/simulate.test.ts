import { aPlan, planIds } from '@quanheng/testkit/a-plan'
import { describe, expect, it } from 'vitest'
import type { CountedEntry } from '../credit/counted.ts'
import type { PlanContent } from '../plan/model.ts'
import { all, node, scoring, task } from '../plan/plan-edit.fixture.ts'
import type { RunLeaf } from '../result/run-content.ts'
import { readRule } from '../rule/parse.ts'
import { says } from '../scoring/year.fixture.ts'
import { maySimulate } from './access.ts'
import { computedOutcomes, draftOutcomes } from './outcomes.ts'
import { simulate } from './simulate.ts'

const { lead, transport, town } = planIds
const actuals: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  growth: { [lead]: '6.5', [transport]: '5.2', [town]: '5.85' },
  newFirms: { [lead]: '8', [transport]: '8', [town]: '5' },
}
const factsUnder = (content: PlanContent) => (leafKey: string, unitId: string) => {
  const value = actuals[leafKey]?.[unitId]
  const target = content.tasks.find((row) => row.leafKey === leafKey && row.unitId === unitId)?.target
  if (value === undefined || target?.kind !== 'set') return undefined
  return {
    fullMark: content.indicators.find(({ key }) => key === leafKey)?.fullMark ?? '',
    inputs: {
      完成值: { kind: 'quantity', value } as const,
      目标值: { kind: 'quantity', value: target.value } as const,
    },
  }
}
const scoredBy = (content: PlanContent) => ({
  content,
  outcomes: draftOutcomes(content, { leaves: [] }, factsUnder(content)),
})
const compared = (edit: (content: PlanContent) => PlanContent) => {
  const result = simulate(scoredBy(aPlan()), scoredBy(edit(aPlan())))
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const sentence = (text: string) => {
  const read = readRule(text)
  if (!read.ok) throw new Error(text)
  return read.value
}

describe('模拟测算', () => {
  it('the same plan moves nobody', () => {
    const { units } = compared((content) => content)
    expect(units.map(({ direction }) => direction)).toEqual(['stays', 'stays', 'stays'])
    expect(units.every(({ nodeKeys, change }) => nodeKeys.length === 0 && change === '0')).toBe(true)
  })

  it('says who falls and who rises, by how much and on what', () => {
    const { units } = compared(
      scoring('newFirms', (own) => ({ ...own, rule: sentence('完成率达到100%得满分，否则不得分。') })),
    )
    expect(units[0]).toMatchObject({
      unitId: town,
      change: '-2.5',
      total: { from: '7.90', to: '5.40' },
      direction: 'falls',
    })
    expect(units[0]?.nodeKeys).toContain('newFirms')
    const raised = compared(task('growth', transport, (row) => ({ ...row, target: { kind: 'set', value: '5.2' } })))
    expect(raised.units.find(({ unitId }) => unitId === transport)).toMatchObject({ direction: 'rises', change: '1.2' })
  })

  it('names what is saturated and what separates nobody', () => {
    const { leaves } = compared(
      scoring('newFirms', (own) => ({ ...own, rule: sentence('每少1家扣0.1分，最多扣0.1分。') })),
    )
    expect(leaves.find(({ leafKey }) => leafKey === 'newFirms')).toMatchObject({
      from: { scored: 3, full: 2, alike: false },
      to: { scored: 3, full: 2, alike: false },
    })
    const easy = compared(
      all(
        ...[lead, transport, town].map((unitId) =>
          task('newFirms', unitId, (row) => ({ ...row, target: { kind: 'set', value: '1' } })),
        ),
      ),
    )
    expect(easy.leaves.find(({ leafKey }) => leafKey === 'newFirms')?.to).toMatchObject({
      full: 3,
      none: 0,
      mean: '1',
      alike: true,
    })
  })

  it('a figure that the year does not have is missing, and so is the total; nothing is guessed', () => {
    const draft = node('growth', { key: 'newLeaf' })(aPlan())
    const asked = {
      ...draft,
      tasks: draft.tasks.map((row) => (row.leafKey === 'growth' ? { ...row, leafKey: 'newLeaf' } : row)),
    }
    const { units, leaves } = compared(() => asked)
    expect(units.every(({ direction, total }) => direction === 'unknown' && total.to === undefined)).toBe(true)
    expect(leaves.map(({ leafKey, from, to }) => [leafKey, from?.scored, to?.waiting])).toEqual([
      ['newLeaf', undefined, 3],
      ['newFirms', 3, 0],
      ['growth', 3, undefined],
    ])
  })

  it('加减分、否决照年度审定的计；草案没有设的类别和情形不计，逐件列出', () => {
    const settings = {
      ...aPlan().settings,
      credits: says({
        bonusCap: '',
        deductionCap: '',
        proof: '正式文件',
        classes: [{ key: 'honour', name: '表彰', effect: 'bonus' as const, cap: '' }],
      }),
    }
    const entry = (entryId: string, classKey: string): CountedEntry => ({
      entryId,
      unitId: town,
      matter: entryId,
      decision: { body: '领导小组', on: '2025-01-20', number: '' },
      credit: { key: entryId, unitId: town, effect: 'bonus', classKey, points: '2' },
    })
    const veto: CountedEntry = { ...entry('事故', ''), veto: { gateKey: 'accident', unitId: town } }
    const before = { ...scoredBy(aPlan({ settings })), counted: [entry('获奖', 'honour')] }
    const bare = scoredBy(aPlan())
    const both = simulate(before, { ...before, counted: [entry('获奖', 'honour'), entry('旧类', 'gone'), veto] })
    const without = simulate(before, { ...bare, counted: before.counted })
    const totals = (made: typeof both) => made.ok && made.value.units.find(({ unitId }) => unitId === town)?.total
    const left = (made: typeof both) => made.ok && made.value.leftOut.map(({ entryId }) => entryId)
    expect([totals(both), left(both)]).toEqual([{ from: '9.90', to: '9.90' }, ['旧类', '事故']])
    expect([totals(without), left(without)]).toEqual([{ from: '9.90', to: '7.90' }, ['获奖']])
  })

  it('a draft without marks is named, not computed', () => {
    const result = simulate(scoredBy(aPlan()), scoredBy(node('growth', { fullMark: '' })(aPlan())))
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'simulation.draftUnready', at: 'indicators[growth].fullMark', params: { count: '1' } },
    })
  })

  it('what a lead unit reported keeps its share of the marks', () => {
    const leaf = { key: 'roads', fullMark: '5', unitIds: [town], points: ['4'], fullMarks: ['5'] } as unknown as RunLeaf
    const draft = aPlan({
      kind: 'appraisalPlan',
      indicators: [{ key: 'roads', name: '道路', fullMark: '10', leadUnitId: transport, basis: { kind: 'default' } }],
      tasks: [lead, town].map((unitId) => ({ leafKey: 'roads', unitId, task: '' })),
    })
    expect(draftOutcomes(draft, { leaves: [leaf] }, () => undefined)).toEqual([
      { leafKey: 'roads', unitId: lead, outcome: { status: 'missing', needs: ['道路'] } },
      { leafKey: 'roads', unitId: town, outcome: { status: 'scored', points: '8', fullMark: '10' } },
    ])
    expect(computedOutcomes({ leaves: [leaf] })).toEqual([
      { leafKey: 'roads', unitId: town, outcome: { status: 'scored', points: '4', fullMark: '5' } },
    ])
  })
})

describe('谁能测算', () => {
  it.each([
    [2026, 2025, 'issued', false, true],
    [2026, 2025, 'approved', false, true],
    [2026, 2025, 'aggregated', false, false],
    [2025, 2025, 'issued', false, false],
    [2025, 2025, 'aggregated', true, true],
    [2025, 2025, 'voided', true, false],
    [2026, 2025, 'voided', false, false],
  ] as const)('方案 %i 年，数据 %i 年，%s，绩效办主任 %s：%s', (draftYear, year, state, director, may) => {
    expect(maySimulate({ draftYear, year, state }, director)).toBe(may)
  })
})
