import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogueIds } from '../catalogue.ts'
import { evaluate } from '../evaluate.ts'
import type { Facts } from '../facts.ts'
import { ruleKinds } from '../methods.ts'
import type { StoredRule } from '../model.ts'
import { kindsIn } from './kinds-in.fixture.ts'
import { signedOutcome } from './signed-outcome.fixture.ts'

/**
 * Stored rules with what they scored on the day they were recorded. What a stored rule computes never changes: a test that fails here
 * says that a plan already signed would now score otherwise. Lines are added (`scripts/record-rules.mjs`), none is ever edited or removed.
 */
interface Recorded {
  readonly stored: StoredRule
  readonly facts: Facts
  readonly outcome: unknown
}

const file = new URL('./stored-rules.jsonl', import.meta.url)
const recorded: readonly Recorded[] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

describe('what a stored rule scored it scores for good', () => {
  test.each(
    recorded.map(({ stored, facts, outcome }, line) => [line + 1, stored.text, stored, facts, outcome] as const),
  )('line %i: %s', (_, __, stored, facts, outcome) => {
    expect(JSON.parse(JSON.stringify(signedOutcome(evaluate(stored, facts))))).toEqual(outcome)
  })
})

test('every kind of rule and every method of the catalogue is recorded', () => {
  expect(new Set(recorded.flatMap(({ stored }) => kindsIn(stored.rule)))).toEqual(new Set(ruleKinds))
  expect(new Set(recorded.flatMap(({ stored }) => catalogueIds(stored.rule))).size).toBeGreaterThanOrEqual(28)
})
