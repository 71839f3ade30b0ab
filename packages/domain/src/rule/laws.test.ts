import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact, printExact, sub, sum } from '../kernel/exact.ts'
import { evaluate } from './evaluate.ts'
import type { FactValue, RuleInput } from './facts.ts'
import { inputsOf } from './inputs.ts'
import { explains, lostPoints, roundScored } from './lost-points.ts'
import { parse } from './parse.ts'
import { answers, anyRule } from './rules.fixture.ts'
import { say, saySentence } from './say.ts'

const value = fc
  .tuple(fc.integer({ min: -300, max: 2000 }), fc.constantFrom(1n, 2n, 3n, 10n))
  .map(([n, d]) => printExact({ n: BigInt(n), d: 1n }) + (d === 1n ? '' : `/${d}`))

const factFor = (input: RuleInput): fc.Arbitrary<FactValue> => {
  const count = fc.integer({ min: 0, max: 60 }).map((n): FactValue => ({ kind: 'count', n: String(n) }))
  const ticked = fc
    .subarray(
      (input.entries ?? []).map(({ key }) => key),
      input.single ? { minLength: 1, maxLength: 1 } : {},
    )
    .map((keys): FactValue => ({ kind: 'checklist', ticked: keys }))
  switch (input.kind) {
    case 'count':
      return count
    case 'checklist':
      return ticked
    case 'fact':
      return fc.boolean().map((met) => ({ kind: 'fact', met }))
    case 'judgement':
      return value.map((points) => ({ kind: 'judgement', points }))
    case 'group':
      return fc.array(value, { minLength: 1, maxLength: 6 }).map((values) => ({ kind: 'group', values }))
    case 'quantity':
      return value.map((v) => ({ kind: 'quantity', value: v }))
  }
}

const ruleAndFacts = anyRule.chain((rule) => {
  const inputs = inputsOf(rule)
  return fc.record({
    rule: fc.constant(rule),
    answers,
    fullMark: fc.constantFrom('0.5', '10', '40'),
    inputs: fc
      .tuple(...inputs.map(factFor))
      .map((facts) => Object.fromEntries(inputs.map(({ name }, i) => [name, facts[i] as FactValue]))),
  })
})

describe('the sentence and the rule are one', () => {
  test('parse(say(r)) = r, on the pair of rule and answers', () => {
    fc.assert(
      fc.property(anyRule, answers, (rule, given) => {
        const { sentence, notes } = say({ rule, answers: given })
        expect(parse(sentence, notes)).toEqual({ rule, answers: given, notUnderstood: [] })
      }),
      { numRuns: 600 },
    )
  })

  test('say is stable: a canonical sentence is its own canonical sentence', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const sentence = saySentence(rule)
        const again = parse(sentence).rule
        expect(again && saySentence(again)).toBe(sentence)
      }),
      { numRuns: 300 },
    )
  })

  test('full-width forms, blanks and half-width stops change nothing', () => {
    const wide = (s: string) => s.replace(/[0-9%.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(anyRule, (rule) => {
        const sentence = saySentence(rule)
        expect(parse(wide(sentence)).rule).toEqual(rule)
        expect(parse([...sentence].join(' ')).rule).toEqual(rule)
        expect(parse(sentence.replaceAll('，', ',').replaceAll('；', ';')).rule).toEqual(rule)
      }),
      { numRuns: 200 },
    )
  })
})

describe('nothing is dropped', () => {
  const numbersIn = (text: string) => (text.match(/\d+(?:\.\d+)?/g) ?? []).map((n) => printExact(exact(n)))
  const scrap = fc.constantFrom(
    '酌情',
    '每',
    '扣3.7分',
    '，',
    '。',
    '不',
    '77%',
    '得',
    '（含）',
    '、',
    '以上',
    '且不得低于66个',
    '情节严重的加倍',
    '5',
    '至',
  )

  test('every number of a mangled sentence is in the rule or in the report', () => {
    fc.assert(
      fc.property(anyRule, fc.array(fc.tuple(scrap, fc.nat()), { minLength: 1, maxLength: 4 }), (rule, scraps) => {
        let text = saySentence(rule)
        for (const [words, place] of scraps) {
          const points = [...text]
          points.splice(place % (points.length + 1), 0, words)
          text = points.join('')
        }
        const { rule: read, notUnderstood } = parse(text)
        // 第1名, 每低1名: numbers that the method itself says; 得0分 is said as 不得分.
        const said = read ? saySentence(read) : ''
        const own = [...numbersIn(said), ...(said.includes('不得分') ? ['0'] : [])]
        const held = numbersIn(JSON.stringify(read ?? {})).concat(
          own,
          notUnderstood.flatMap((n) => numbersIn(n.text)),
        )
        for (const number of numbersIn(text)) expect(held, text).toContain(number)
      }),
      { numRuns: 1500 },
    )
  })

  test('a report points at exactly the words it quotes, in code points', () => {
    fc.assert(
      fc.property(
        anyRule,
        fc.constantFrom('情节严重的𠮷酌情处理', '另行研究', '每x扣'),
        fc.boolean(),
        (rule, words, first) => {
          const sentence = saySentence(rule)
          const text = first ? `${words}，${sentence}` : `${sentence}${words}`
          const start = first ? 0 : [...sentence].length
          expect(parse(text).notUnderstood).toContainEqual({
            code: 'rule.unreadable',
            start,
            end: start + [...words].length,
            text: words,
          })
        },
      ),
      { numRuns: 200 },
    )
  })

  test('any text is answered in bounded time, without an exception', () => {
    const words = fc.constantFrom(
      ...'每低于完成率达到得满分扣1,，。0.%（）含不足的按比例个分'.split(''),
      '完成率',
      '目标值',
      '\u{20bb7}',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 300 }), (text) => {
        expect(parse(text.join('')).notUnderstood.every(({ start, end }) => start <= end)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the score and its reasons', () => {
  test('lost points add up to full marks minus score, rounded or not', () => {
    fc.assert(
      fc.property(ruleAndFacts, ({ rule, answers: given, fullMark, inputs }) => {
        const outcome = evaluate({ rule, answers: given }, { fullMark, inputs })
        if (outcome.status !== 'scored') return
        for (const scored of [outcome, roundScored(outcome, { mode: 'halfUp', places: 1 })]) {
          const lost = sum(lostPoints(scored).map(({ points }) => exact(points)))
          expect(printExact(lost)).toBe(printExact(sub(exact(scored.fullMark), exact(scored.points))))
          expect(explains(scored)).toBe(true)
        }
      }),
      { numRuns: 800 },
    )
  })

  test('a missing input is missing and named, whatever else is known', () => {
    fc.assert(
      fc.property(ruleAndFacts, ({ rule, answers: given, fullMark, inputs }) => {
        for (const name of Object.keys(inputs)) {
          const without = { ...inputs, [name]: { kind: 'missing' as const } }
          expect(evaluate({ rule, answers: given }, { fullMark, inputs: without })).toEqual({
            status: 'missing',
            needs: [name],
          })
        }
      }),
      { numRuns: 200 },
    )
  })

  test('an ambiguous outcome is settled by answering: each reading is what its answers give', () => {
    fc.assert(
      fc.property(ruleAndFacts, ({ rule, fullMark, inputs }) => {
        const outcome = evaluate({ rule, answers: [] }, { fullMark, inputs })
        if (outcome.status !== 'ambiguous') return
        expect(new Set(outcome.readings.map((r) => `${r.points} of ${r.fullMark}`)).size).toBeGreaterThan(1)
        for (const reading of outcome.readings) {
          const settled = reading.answers.map((a) => ({ ...a, basis: { kind: 'default' as const } }))
          expect(evaluate({ rule, answers: settled }, { fullMark, inputs })).toMatchObject({
            status: 'scored',
            points: reading.points,
            fullMark: reading.fullMark,
          })
        }
      }),
      { numRuns: 500 },
    )
  })
})
