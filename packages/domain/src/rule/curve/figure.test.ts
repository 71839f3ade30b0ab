import { expect, test } from 'vitest'
import type { Facts, FactValue } from '../facts.ts'
import { inputsOf } from '../inputs.ts'
import { readRule } from '../parse.ts'
import { curveOf } from './curve.ts'
import { measuredPlace } from './figure.ts'

const ruleOf = (sentence: string) => {
  const read = readRule(sentence)
  if (!read.ok) throw new Error(sentence)
  return read.value
}
const facts = (inputs: Readonly<Record<string, FactValue>>): Facts => ({ fullMark: '10', inputs })
const quantity = (value: string): FactValue => ({ kind: 'quantity', value })

const figures: Readonly<Record<string, string>> = { actual: '46.5', target: '50' }

test.each([
  '完成率达到100%得10分，90%以上得8分，90%以下不得分。',
  '污水处理率达到50%得10分，40%以上得8分，40%以下不得分。',
  '每发生1起扣0.5分，扣完为止。',
])('%s: where the drawing has the unit itself', (sentence) => {
  const rule = ruleOf(sentence)
  const given = facts(
    Object.fromEntries(
      inputsOf(rule.rule).map(({ name, kind, role }): [string, FactValue] => [
        name,
        kind === 'count' ? { kind, n: '3' } : quantity(figures[role] ?? '46.5'),
      ]),
    ),
  )
  const curve = curveOf(rule, given)
  expect(curve).not.toBeNull()
  expect(measuredPlace(rule, given)).toBe(curve?.own.x)
})

test('a missing figure and a target of zero have no place', () => {
  const rule = ruleOf('完成率达到100%得10分，90%以上得8分，90%以下不得分。')
  const [actual = '', target = ''] = inputsOf(rule.rule).map(({ name }) => name)
  expect(measuredPlace(rule, facts({ [actual]: { kind: 'missing' }, [target]: quantity('50') }))).toBeUndefined()
  expect(measuredPlace(rule, facts({ [actual]: quantity('46'), [target]: quantity('0') }))).toBeUndefined()
})
