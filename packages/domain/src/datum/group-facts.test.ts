import { aPlan, planIds } from '@quanheng/testkit/a-plan'
import { aRule } from '@quanheng/testkit/a-rule'
import { describe, expect, it } from 'vitest'
import type { PlanContent } from '../plan/model.ts'
import { evaluate } from '../rule/evaluate.ts'
import { aDatum } from './datum.fixture.ts'
import { factsFrom, inputSources } from './facts.ts'
import { groupOn, readsGroup } from './group-facts.ts'
import type { Datum, DatumValue } from './model.ts'

const { lead, transport, town } = planIds

const withRule = (sentence: string, more: Partial<PlanContent> = {}): PlanContent => {
  const plan = aPlan(more)
  const rule = aRule(sentence, [
    'groupZero',
    'actualNegative',
    'targetZero',
    'targetNegative',
    'notConcerned',
    'partial',
  ])
  const indicators = plan.indicators.map((node) =>
    node.key === 'newFirms' && node.scoring ? { ...node, scoring: { ...node.scoring, rule } } : node,
  )
  return { ...plan, indicators }
}
const best = '完成值最高的得满分，其余按与最高值的比例得分'

const closed = (value: DatumValue, state: Datum['state'] = 'closed'): Datum => ({
  ...aDatum({ state, ...(state === 'closed' && { final: 1 }) }),
  elementKey: 'newFirmCount',
  versions: [
    {
      number: 1,
      stage: 'reported',
      release: 'final',
      value,
      asOf: '2024-12-31',
      receivedOn: '2025-01-05',
      author: { personId: 'p', post: 'unitReporter', unitId: 'u' },
      at: 'now',
      evidenceIds: [],
    },
  ],
})
const quantity = (value: string): DatumValue => ({ kind: 'quantity', value })

const outcome = (plan: PlanContent, unitId: string, data: Readonly<Record<string, Datum>>) => {
  const dataOf = (id: string) => new Map(data[id] ? [['newFirmCount', data[id]]] : [])
  const sources = inputSources(plan, 'newFirms', unitId, dataOf, (id) => `${id}局`)
  const rule = plan.indicators.find(({ key }) => key === 'newFirms')?.scoring?.rule
  if (!rule) throw new Error('no rule')
  return evaluate(rule, factsFrom(plan, 'newFirms', sources))
}

describe('本组数据由同组各单位的同一项数据汇集', () => {
  const all = { [lead]: closed(quantity('5')), [transport]: closed(quantity('10')), [town]: closed(quantity('8')) }

  it('知道哪条规则看本组', () => {
    expect(readsGroup(withRule(best), 'newFirms')).toBe(true)
    expect(readsGroup(aPlan(), 'newFirms')).toBe(false)
  })

  it('最高者得满分，其余按比例', () => {
    expect(outcome(withRule(best), transport, all)).toMatchObject({ status: 'scored', points: '4' })
    expect(outcome(withRule(best), town, all)).toMatchObject({ status: 'scored', points: '3.2' })
  })

  it('只比同组：别组的数再高也不影响；不在任何组的彼此相比', () => {
    const unitGroups = [
      { key: 'a', name: '一组', unitIds: [lead, town] },
      { key: 'b', name: '二组', unitIds: [transport] },
    ]
    expect(outcome(withRule(best, { unitGroups }), town, all)).toMatchObject({ points: '4' })
    const loose = withRule(best, { unitGroups: [{ key: 'b', name: '二组', unitIds: [transport] }] })
    expect(groupOn(loose, 'newFirms', town)).toEqual([lead, town])
  })

  it.each([
    ['没有报', undefined],
    ['报了未确认', closed(quantity('9'), 'reported')],
    ['确认了未关闭', closed(quantity('9'), 'confirmed')],
  ])('同组有一家%s，都不算分，并点名还差谁', (_, open) => {
    const { [lead]: _lead, ...others } = all
    const data = open === undefined ? others : { ...others, [lead]: open }
    expect(outcome(withRule(best), transport, data)).toMatchObject({ status: 'missing', needs: [`${lead}局·完成值`] })
  })

  it('不涉及的单位不参加比较', () => {
    const data = { ...all, [transport]: closed({ kind: 'notConcerned' }) }
    expect(outcome(withRule(best), town, data)).toMatchObject({ status: 'scored', points: '4' })
  })
})
