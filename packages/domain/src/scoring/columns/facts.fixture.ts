import fc from 'fast-check'
import type { FactValue, RuleInput } from '../../rule/facts.ts'
import { type ReportedInput, reportedInputs } from '../../rule/inputs.ts'
import type { Rule } from '../../rule/model.ts'

/** Figures that stand on thresholds often: few digits, and a target that makes round rates. */
const figure = fc.oneof(
  fc.integer({ min: -3, max: 320 }).map(String),
  fc.integer({ min: -300, max: 30_000 }).map((n) => String(n / 100)),
)
const target = fc.constantFrom('100', '50', '3', '0', '-5', '80.5')

const ticks = ({ entries = [], single }: RuleInput): fc.Arbitrary<FactValue> => {
  const keys = entries.map(({ key }) => key)
  return (single ? fc.constantFrom(...keys).map((key) => [key]) : fc.subarray(keys)).map((ticked) => ({
    kind: 'checklist',
    ticked,
  }))
}

const factOf = (input: ReportedInput): fc.Arbitrary<FactValue> => {
  switch (input.kind) {
    case 'count':
      return fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 320 })).map((n) => ({ kind: 'count', n: String(n) }))
    case 'fact':
      return fc.boolean().map((met) => ({ kind: 'fact', met }))
    case 'checklist':
      return ticks(input)
    case 'judgement':
      return figure.map((points) => ({ kind: 'judgement', points }))
    case 'quantity':
      return (input.role === 'target' ? target : figure).map((value) => ({ kind: 'quantity', value }))
  }
}

/** What one unit reports, by input. */
export type UnitFacts = ReadonlyMap<string, FactValue>

/** A fact for every input that the rule asks of a unit. */
export const unitFacts = (rule: Rule): fc.Arbitrary<UnitFacts> => {
  const inputs = reportedInputs(rule)
  return fc
    .tuple(...inputs.map(factOf))
    .map((facts) => new Map(inputs.map(({ name }, i) => [name, facts[i] as FactValue])))
}
