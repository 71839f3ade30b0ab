import { isWhole, parseExact, sign } from '../../kernel/exact.ts'
import type { FactValue, RuleInput } from '../../rule/facts.ts'
import { type Column, packColumn } from './column.ts'
import { ticksOf } from './ticks.ts'

/**
 * One input of a rule for all units, packed from their facts; what is missing, 不涉及 or not as the input wants it has no figure, and is
 * the method's to answer. A fact is 1 or 0, a list what is ticked (see `ticks`). Undefined where a column cannot hold them.
 */
export const packFacts = (input: RuleInput, facts: readonly (FactValue | undefined)[]): Column | undefined =>
  packColumn(facts.map((fact) => figureText(input, fact)))

/** The text of one fact's figure; undefined where it has none. */
export function figureText(input: RuleInput, fact: FactValue | undefined): string | undefined {
  if (fact === undefined || fact.kind !== input.kind) return undefined
  switch (fact.kind) {
    case 'quantity':
      return wellFormed(fact.value)
    case 'judgement':
      return wellFormed(fact.points)
    case 'count': {
      const n = parseExact(fact.n)
      return n.ok && isWhole(n.value) && sign(n.value) >= 0 ? fact.n : undefined
    }
    case 'fact':
      return fact.met ? '1' : '0'
    case 'checklist':
      return ticksOf(input, fact.ticked)?.toString()
    default:
      return undefined
  }
}

const wellFormed = (text: string): string | undefined => (parseExact(text).ok ? text : undefined)
