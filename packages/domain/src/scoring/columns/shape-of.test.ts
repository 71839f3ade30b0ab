import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Exact, exact } from '../../kernel/exact.ts'
import { evaluate } from '../../rule/evaluate.ts'
import type { FactValue } from '../../rule/facts.ts'
import { inputsOf } from '../../rule/inputs.ts'
import type { Rule } from '../../rule/model.ts'
import { answers, anyRule } from '../../rule/rules.fixture.ts'
import { pointsAt } from './points-at.ts'
import { shapeOf } from './shape-of.ts'

/** Figures that stand on thresholds often: few digits, and a target that makes round rates. */
const figure = fc.oneof(
  fc.integer({ min: -3, max: 320 }).map(String),
  fc.integer({ min: -300, max: 30_000 }).map((n) => String(n / 100)),
)
const target = fc.constantFrom('100', '50', '3', '0', '-5', '80.5')

/** Every input of the rule with a figure; for targets one of a few. */
const facts = (rule: Rule) =>
  fc.tuple(
    ...inputsOf(rule).map((input) =>
      (input.role === 'target' ? target : figure).map((value) => ({ name: input.name, kind: input.kind, value })),
    ),
  )

const factOf = (kind: string, value: string): FactValue =>
  kind === 'count' ? { kind: 'count', n: value } : { kind: 'quantity', value }

const drawn = fc
  .tuple(anyRule, answers, fc.constantFrom('10', '0.5', '33.3'))
  .map(([rule, given, fullMark]) => ({ stored: { rule, answers: given }, fullMark }))
  .filter(({ stored, fullMark }) => shapeOf(stored, fullMark) !== undefined)

describe('a shape is its rule', () => {
  test('where it gives points the method gives the same, for every rule, answer and figure', () =>
    fc.assert(
      fc.property(
        drawn.chain((one) => fc.tuple(fc.constant(one), fc.array(facts(one.stored.rule), { maxLength: 12 }))),
        ([{ stored, fullMark }, tries]) => {
          const shape = shapeOf(stored, fullMark)
          for (const inputs of tries) {
            const known = new Map<string, Exact>(inputs.map(({ name, value }) => [name, exact(value)]))
            const points = shape && pointsAt(shape, known)
            if (points === undefined) continue
            const outcome = evaluate(stored, {
              fullMark,
              inputs: Object.fromEntries(inputs.map(({ name, kind, value }) => [name, factOf(kind, value)])),
            })
            expect(outcome).toMatchObject({ status: 'scored', fullMark })
            expect(outcome.status === 'scored' && exact(outcome.points)).toEqual(points)
          }
        },
      ),
      { numRuns: 1000 },
    ))

  test('an answered rule of one number is settled nearly everywhere', () => {
    const settled = { basis: { kind: 'default' } } as const
    const stored = {
      rule: { kind: 'ratio', measure: { kind: 'rate', actual: '完成值', target: '目标值' } },
      answers: [
        { question: 'ceiling', choice: 'fullMark', ...settled },
        { question: 'actualNegative', choice: 'none', ...settled },
      ],
    } as const
    const shape = shapeOf(stored, '10')
    const at = (actual: string, aim: string) =>
      shape &&
      pointsAt(
        shape,
        new Map([
          ['完成值', exact(actual)],
          ['目标值', exact(aim)],
        ]),
      )
    expect(['-1', '0', '33', '100', '101'].map((a) => at(a, '100'))).toEqual(['0', '0', '3.3', '10', '10'].map(exact))
    expect(at('1', '0')).toBeUndefined()
  })
})
