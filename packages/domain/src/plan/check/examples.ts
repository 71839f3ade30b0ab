import { checkCase, type WorkedCase } from '../../rule/cases.ts'
import { coverageOf } from '../../rule/coverage.ts'
import type { StoredRule } from '../../rule/model.ts'
import { type Finding, finding } from '../findings.ts'
import type { IndicatorNode } from '../model.ts'

/** Every example holds; where there are some, the thresholds that they leave out are named. */
export function checkExamples(
  leaf: IndicatorNode,
  rule: StoredRule,
  examples: readonly WorkedCase[],
): readonly Finding[] {
  const at = `indicators[${leaf.key}].scoring.examples`
  const { name, fullMark } = leaf
  const failing = examples.flatMap((example, i) => {
    const { holds, got } = checkCase(rule, fullMark, example)
    return holds
      ? []
      : [
          finding('check.exampleFails', `${at}[${i}]`, {
            name,
            given: givenWords(example),
            expected: example.score,
            got,
          }),
        ]
  })
  if (examples.length === 0 || failing.length > 0) return failing
  const { proposals } = coverageOf(rule, fullMark, examples)
  const [first] = proposals
  return first
    ? [
        finding('check.exampleUncovered', at, {
          name,
          count: String(proposals.length),
          given: givenWords(first),
          got: first.score,
        }),
      ]
    : []
}

const givenWords = ({ given }: WorkedCase): string =>
  Object.entries(given)
    .map(([input, words]) => `${input}${words}`)
    .join('、')
