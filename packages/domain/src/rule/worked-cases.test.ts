import { describe, expect, test } from 'vitest'
import { checkCase } from './cases.ts'
import { catalogueTables } from './catalogue-cases.fixture.ts'
import { evaluate } from './evaluate.ts'
import { inputsOf } from './inputs.ts'
import { ruleKinds } from './methods.ts'
import { parse } from './parse.ts'
import { caseTables } from './worked-cases.fixture.ts'

const tables = [...caseTables, ...catalogueTables]

describe.each(tables)('$text', ({ text, fullMark, answers = {}, cases, mustFail }) => {
  const parsed = parse(text)
  const stored = {
    rule: parsed.rule ?? { kind: 'judged' as const, from: '0', to: '0' },
    answers: [
      ...parsed.answers,
      ...Object.entries(answers).map(([question, choice]) => ({
        question,
        choice,
        basis: { kind: 'default' as const },
      })),
    ],
  }
  test('is understood to the last word', () => expect(parsed.notUnderstood).toEqual([]))
  test.each(cases)('$clause: $given → $score', (worked) => {
    expect(checkCase(stored, fullMark, worked).got).toBe(worked.score)
  })
  test(`does not hold: ${mustFail.clause} → ${mustFail.score}`, () => {
    expect(checkCase(stored, fullMark, mustFail).holds).toBe(false)
  })
})

test('every method has a table', () => {
  expect(new Set(tables.map(({ text }) => parse(text).rule?.kind))).toEqual(new Set(ruleKinds))
})

test('a question that changes nothing here is not asked: 每低1% of 100% is one point either way', () => {
  const { rule, answers } = parse('完成率每低1%扣1分，扣完为止')
  if (rule === undefined) throw new Error('not understood')
  const inputs = {
    完成值: { kind: 'quantity', value: '97' },
    目标值: { kind: 'quantity', value: '100' },
  } as const
  expect(evaluate({ rule, answers }, { fullMark: '10', inputs })).toMatchObject({ status: 'scored', points: '7' })
})

test('a threshold judges the exact figure unless the plan declares the rounded one', () => {
  const { rule, answers } = parse('完成率达到90%的得满分，否则不得分')
  if (rule === undefined) throw new Error('not understood')
  const inputs = { 完成值: { kind: 'quantity', value: '89.996' }, 目标值: { kind: 'quantity', value: '100' } } as const
  const facts = { fullMark: '10', inputs }
  expect(evaluate({ rule, answers }, facts)).toMatchObject({ points: '0' })
  expect(evaluate({ rule, answers }, { ...facts, thresholds: { mode: 'halfUp', places: 2 } })).toMatchObject({
    points: '10',
    trace: { children: [{ children: [{ value: '90', rounding: { from: '89.996', places: 2 } }] }] },
  })
})

test.each(['每少0个扣1分', '每发现0例扣1分', '每0家得1分'])(
  'a step of nothing is an error, not an exception: %s',
  (text) => {
    const { rule, answers } = parse(text)
    if (rule === undefined) throw new Error('not understood')
    const value = { quantity: { kind: 'quantity', value: '3' }, count: { kind: 'count', n: '3' } } as const
    const inputs = Object.fromEntries(
      inputsOf(rule).map(({ name, kind, role }) => [
        name,
        role === 'target'
          ? { kind: 'quantity' as const, value: '10' }
          : kind === 'count'
            ? value.count
            : value.quantity,
      ]),
    )
    expect(evaluate({ rule, answers }, { fullMark: '10', inputs })).toMatchObject({
      status: 'error',
      code: 'rule.stepSize',
    })
  },
)

test('an ambiguous outcome lists every reading with what it assumes and gives, the usual one first', () => {
  const { rule, answers } = parse('每少1个扣0.5分')
  if (rule === undefined) throw new Error('not understood')
  const inputs = { 完成值: { kind: 'quantity', value: '8.5' }, 目标值: { kind: 'quantity', value: '10' } } as const
  expect(evaluate({ rule, answers }, { fullMark: '10', inputs })).toEqual({
    status: 'ambiguous',
    readings: [
      { answers: [{ question: 'partial', choice: 'dropped' }], points: '9.5', fullMark: '10' },
      { answers: [{ question: 'partial', choice: 'proRata' }], points: '9.25', fullMark: '10' },
      { answers: [{ question: 'partial', choice: 'whole' }], points: '9', fullMark: '10' },
    ],
  })
})
