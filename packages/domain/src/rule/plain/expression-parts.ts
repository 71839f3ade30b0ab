import { parseExact, printExact, sum, zero } from '../../kernel/exact.ts'
import type { FactValue, RuleInput } from '../facts.ts'
import type { PlainFacts } from './plain-facts.ts'

/** 部门互评×30％＋领导评价×20％ with a figure of each in reading order; 满意票数 and 有效票数 of votes by their levels. */
export function expressionParts(
  inputs: readonly RuleInput[],
  { parts, votes }: PlainFacts,
): Readonly<Record<string, FactValue>> | undefined {
  if (votes) {
    const all = printExact(sum(Object.values(votes).map((n) => exactOf(n) ?? zero)))
    const own = (name: string) => (/^(?:总|有效)?(?:票数|票)$/u.test(name) ? all : votes[name.replace(/票数?$/u, '')])
    return Object.assign({}, ...inputs.map(({ name }) => quantity(name, own(name))))
  }
  if (parts?.length !== inputs.length || inputs.length < 2 || inputs.some(({ kind }) => kind !== 'quantity'))
    return undefined
  return Object.assign(
    {},
    ...inputs.map(({ name }, i) => {
      const part = parts[i]
      return quantity(name, typeof part === 'object' ? (part.actual ?? part.rate) : part)
    }),
  )
}

const quantity = (name: string, value: string | undefined): Readonly<Record<string, FactValue>> =>
  value === undefined ? {} : { [name]: { kind: 'quantity', value } }

const exactOf = (text: string) => {
  const read = parseExact(text)
  return read.ok ? read.value : undefined
}
