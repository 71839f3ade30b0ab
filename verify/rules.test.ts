import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { evaluate } from '@quanheng/domain/rule/evaluate'
import type { Facts, FactValue, RuleInput } from '@quanheng/domain/rule/facts'
import { inputsOf } from '@quanheng/domain/rule/inputs'
import type { Rule } from '@quanheng/domain/rule/model'
import { answers, anyRule } from '@quanheng/domain/rule/rules.fixture'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('rules.py', import.meta.url))
const items = process.env.QUANHENG_LONG ? 1_000_000 : 10_000
const batch = 10_000

const figure = fc.oneof(
  fc.integer({ min: -20, max: 320 }).map(String),
  fc.integer({ min: -500, max: 30_000 }).map((n) => String(n / 100)),
)

const some = (input: RuleInput): fc.Arbitrary<FactValue> => {
  switch (input.kind) {
    case 'quantity':
      return figure.map((value) => ({ kind: 'quantity', value }))
    case 'count':
      return fc.nat({ max: 30 }).map((n) => ({ kind: 'count', n: String(n) }))
    case 'fact':
      return fc.boolean().map((met) => ({ kind: 'fact', met }))
    case 'judgement':
      return fc.integer({ min: 0, max: 100 }).map((n) => ({ kind: 'judgement', points: String(n / 4) }))
    case 'group':
      return fc.array(figure, { minLength: 1, maxLength: 6 }).map((values) => ({ kind: 'group', values }))
    default: {
      const keys = (input.entries ?? []).map(({ key }) => key)
      const ticked = input.single ? fc.constantFrom(...keys).map((key) => [key]) : fc.subarray(keys)
      return ticked.map((own) => ({ kind: 'checklist', ticked: own }))
    }
  }
}

/** Mostly a figure; now and then none, or 不涉及. */
const fact = (input: RuleInput): fc.Arbitrary<FactValue> =>
  fc.oneof(
    { weight: 60, arbitrary: some(input) },
    { weight: 1, arbitrary: fc.constantFrom<FactValue>({ kind: 'missing' }, { kind: 'notConcerned' }) },
  )

const factsOf = (rule: Rule): fc.Arbitrary<Facts> =>
  fc
    .tuple(
      fc.constantFrom('10', '100', '0.5', '33.3'),
      ...inputsOf(rule).map((input) => fact(input).map((value) => [input.name, value] as const)),
    )
    .map(([fullMark, ...inputs]) => ({ fullMark, inputs: Object.fromEntries(inputs) }))

const item = fc
  .tuple(anyRule, answers)
  .chain(([rule, given]) => factsOf(rule).map((facts) => ({ rule, answers: given, ...facts })))

const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((place) => existsSync(place))

test.skipIf(python === undefined)(
  `${items} items of all methods: the same strings by fractions in Python`,
  () => {
    const seed = Number(process.env.QUANHENG_SEED ?? 1)
    for (let done = Number(process.env.QUANHENG_DONE ?? 0); done < items; done += batch) {
      if (items > batch)
        process.stdout.write(
          `${done} of ${items} agree; to go on from here: QUANHENG_SEED=${seed} QUANHENG_DONE=${done}\n`,
        )
      const drawn = fc.sample(item, { numRuns: batch, seed: seed + done })
      const { stdout, stderr, status } = spawnSync(python ?? 'python3', [program], {
        input: drawn.map((one) => JSON.stringify(one)).join('\n'),
        encoding: 'utf8',
        maxBuffer: 1 << 30,
        env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
      })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      const theirs = stdout.trimEnd().split('\n')
      expect(theirs.length).toBe(drawn.length)
      const scored = drawn.filter((one, i) => {
        const ours = evaluate(one, one)
        const told =
          ours.status === 'scored'
            ? { status: ours.status, points: ours.points, fullMark: ours.fullMark }
            : { status: ours.status }
        expect({ one, told }).toEqual({ one, told: JSON.parse(theirs[i] ?? '{}') })
        return ours.status === 'scored'
      })
      expect(scored.length).toBeGreaterThan(batch / 3)
    }
  },
  6 * 60 * 60_000,
)
