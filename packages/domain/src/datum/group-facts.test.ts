import { aPlan, planIds } from '@quanheng/testkit/a-plan'
import { aRule } from '@quanheng/testkit/a-rule'
import { describe, expect, it } from 'vitest'
import type { PlanContent } from '../plan/model.ts'
import { evaluate } from '../rule/evaluate.ts'
import { inputsOf } from '../rule/inputs.ts'
import type { QuestionCode } from '../rule/questions.ts'
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

describe('本组完成率：目标值为零或为负的单位不欠数，按规则的口径处理', () => {
  const sentence = '完成率比本组平均值每低1个百分点扣0.1分，扣完为止。'
  const answers = (choices: Partial<Record<QuestionCode, string>>) =>
    Object.entries(choices).map(([question, choice]) => ({ question, choice, basis: { kind: 'default' as const } }))
  /** Three units with these targets; `lead`'s is the odd one. */
  const plan = (target: string | undefined, choices: Partial<Record<QuestionCode, string>>): PlanContent => {
    const { tasks, ...more } = withRule(sentence)
    return {
      ...more,
      indicators: more.indicators.map((node) =>
        node.key === 'newFirms' && node.scoring?.rule
          ? { ...node, scoring: { ...node.scoring, rule: { ...node.scoring.rule, answers: answers(choices) } } }
          : node,
      ),
      tasks: tasks.map((task) => {
        if (task.leafKey !== 'newFirms') return task
        if (task.unitId !== lead) return { ...task, target: { kind: 'set', value: '10' } }
        return target === undefined
          ? { ...task, target: { kind: 'pending', owner: '省统计局', remindOn: '2024-06-30' } }
          : { ...task, target: { kind: 'set', value: target } }
      }),
    }
  }
  const all = { [lead]: closed(quantity('-3')), [transport]: closed(quantity('10')), [town]: closed(quantity('8')) }
  const settled = { partial: 'dropped', targetZero: 'excluded', targetNegative: 'compare', notConcerned: 'excluded' }

  it.each([
    ['高于零：三家都比，平均 50%', '10', settled, '4'],
    ['等于零，不计入适用满分：两家相比，平均 90%', '0', settled, '3'],
    ['等于零，得满分：没有完成率，不参加比较', '0', { ...settled, targetZero: 'full' }, '3'],
    ['等于零，不得分：没有完成率，不参加比较', '0', { ...settled, targetZero: 'none' }, '3'],
    ['低于零、达到：按 100% 比，平均 280/3%', '-4', settled, '2.7'],
    ['低于零、未达到：按零比，平均 60%', '-2', settled, '4'],
    ['低于零，仍按除法：75%，平均 85%', '-4', { ...settled, targetNegative: 'arithmetic' }, '3.5'],
    ['低于零，不计入适用满分：不参加比较', '-4', { ...settled, targetNegative: 'excluded' }, '3'],
  ])('%s', (_, target, choices, points) => {
    expect(outcome(plan(target, choices), town, all)).toMatchObject({ status: 'scored', points })
  })

  it('该单位自己按口径直接得出，不报错', () => {
    expect(outcome(plan('0', settled), lead, all)).toMatchObject({ status: 'scored', fullMark: '0' })
    expect(outcome(plan('0', { ...settled, targetZero: 'full' }), lead, all)).toMatchObject({ points: '4' })
    const alone = { ...plan('0', settled), unitGroups: [{ key: 'a', name: '一组', unitIds: [lead] }] }
    expect(outcome(alone, lead, all)).toMatchObject({ status: 'scored', fullMark: '0' })
  })

  it('口径没有回答的，各种读法都列出；读法一致的照样算', () => {
    const { targetNegative: _, ...open } = settled
    expect(outcome(plan('-4', open), town, all)).toMatchObject({ status: 'ambiguous' })
    const { targetZero: _zero, ...silent } = settled
    expect(outcome(plan('0', silent), town, all)).toMatchObject({ status: 'scored', points: '3' })
  })

  it('目标待下达的、数没有报的，仍是缺数，并点名', () => {
    expect(outcome(plan(undefined, settled), town, all)).toMatchObject({
      status: 'missing',
      needs: [`${lead}局·完成率`],
    })
    const { [lead]: _, ...others } = all
    expect(outcome(plan('0', settled), town, others)).toMatchObject({ status: 'missing', needs: [`${lead}局·完成率`] })
  })

  it('分块计分的，各块的本组完成率取本块的完成值与目标值', () => {
    const { rule } = aRule(sentence)
    const marks = { kind: 'points', points: '2' } as const
    const inputs = inputsOf({
      kind: 'parts',
      parts: [
        { name: '甲块', marks, rule },
        { name: '乙块', marks, rule },
      ],
    })
    for (const { rate } of inputs.filter(({ kind }) => kind === 'group'))
      expect(inputs.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.values(rate ?? {})))
    expect(inputs.filter(({ rate }) => rate)).toHaveLength(2)
  })
})
