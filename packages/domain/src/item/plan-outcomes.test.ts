import { aPlan } from '@quanheng/testkit/a-plan'
import { aRule } from '@quanheng/testkit/a-rule'
import { expect, test } from 'vitest'
import type { PlanContent } from '../plan/model.ts'
import type { FactValue } from '../rule/facts.ts'
import { type FigureOf, planOutcomes } from './plan-outcomes.ts'

const figures =
  (all: Readonly<Record<string, string>>): FigureOf =>
  (key, unitId): FactValue | undefined => {
    const value = all[`${key} ${unitId}`]
    return value === '不涉及' ? { kind: 'notConcerned' } : value === undefined ? undefined : { kind: 'quantity', value }
  }

const pointsOf = (content: PlanContent, figureOf: FigureOf, leafKey: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    planOutcomes(content, figureOf, (unitId) => `名:${unitId}`)
      .filter((item) => item.leafKey === leafKey)
      .map(({ unitId, outcome }) => [
        unitId,
        outcome.status === 'scored'
          ? outcome.points
          : outcome.status === 'missing'
            ? outcome.needs.join()
            : outcome.status,
      ]),
  )

/** The growth leaf scored by its ratio to the best of the group. */
const toBest = (): PlanContent => {
  const plan = aPlan()
  return {
    ...plan,
    indicators: plan.indicators.map((node) =>
      node.key === 'growth' && node.scoring
        ? {
            ...node,
            scoring: {
              ...node.scoring,
              rule: aRule('增速最高的得满分，其余按与最高值的比例得分。', [
                'groupZero',
                'actualNegative',
                'notConcerned',
              ]),
              bindings: [{ input: '增速', from: 'element', elementKey: 'growthRate' }],
            },
          }
        : node,
    ),
  }
}

test('targets come from the table of tasks, figures from the data elements; what is not there is missing', () => {
  const known = figures({ 'growthRate lead': '6.5', 'growthRate town': '3.25' })
  expect(pointsOf(aPlan(), known, 'growth')).toEqual({ lead: '6', town: '3', transport: '完成值' })
})

test('a figure of the group is gathered from the units that carry the leaf; who owes one is named, who is 不涉及 is not compared', () => {
  const all = { 'growthRate lead': '8', 'growthRate transport': '4', 'growthRate town': '2' }
  expect(pointsOf(toBest(), figures(all), 'growth')).toEqual({ lead: '6', transport: '3', town: '1.5' })
  expect(pointsOf(toBest(), figures({ ...all, 'growthRate lead': '不涉及' }), 'growth')).toMatchObject({
    transport: '6',
    town: '3',
  })
  const { 'growthRate town': _, ...owing } = all
  expect(pointsOf(toBest(), figures(owing), 'growth')).toMatchObject({ lead: '名:town·增速' })
})
