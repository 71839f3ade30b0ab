import { describe, expect, test } from 'vitest'
import { lint, openQuestions } from './lint.ts'
import type { Rule, StoredRule } from './model.ts'
import { parse } from './parse.ts'
import { saySentence } from './say.ts'

const stored = (text: string): StoredRule => {
  const { rule, answers } = parse(text)
  if (rule === undefined) throw new Error(`not understood: ${text}`)
  return { v: 1, text, rule, answers }
}
const codes = (rule: StoredRule, fullMark?: string) =>
  lint(rule, fullMark)
    .filter(({ code }) => code !== 'rule.open')
    .map(({ code, at }) => `${code} ${at}`.trim())

describe('what a sentence leaves open', () => {
  const asked = (text: string, fullMark?: string) => openQuestions(stored(text), fullMark).map(({ code }) => code)
  test.each([
    ['按完成率得分', ['ceiling', 'actualNegative', 'targetZero', 'targetNegative', 'notConcerned']],
    ['按完成率得分，最高得满分', ['actualNegative', 'targetZero', 'targetNegative', 'notConcerned']],
    ['完成得满分，未完成不得分', ['notConcerned']],
    ['污水处理率80%以上得满分，否则不得分', ['edges', 'notConcerned']],
    [
      '按完成率得分，最高得满分，60%以下的不得分',
      ['actualNegative', 'edges', 'targetZero', 'targetNegative', 'notConcerned'],
    ],
    ['污水处理率90%以上得10分，80%—90%得8分，其余不得分', ['sharedEdges', 'notConcerned']],
    ['每少1个扣0.5分', ['partial', 'deductionLimit', 'notConcerned']],
    ['完成率每低1%扣1分，扣完为止', ['targetZero', 'targetNegative', 'partial', 'percentMeaning', 'notConcerned']],
    ['每发现1例扣2分', ['deductionLimit', 'notConcerned']],
    ['每5家得1分', ['ceiling', 'partial', 'notConcerned']],
    ['由评分人在0分至10分之间评定', ['notConcerned']],
    ['目标值为零的，得满分。按完成率得分，不封顶', ['actualNegative', 'targetNegative', 'notConcerned']],
  ])('%s', (text, expected) => expect(asked(text)).toEqual(expected))

  test('a checklist asks for a ceiling only when its entries exceed full marks', () => {
    expect(asked('制定方案的得6分；召开会议的得6分', '10')).toEqual(['ceiling', 'notConcerned'])
    expect(asked('制定方案的得6分；召开会议的得4分', '10')).toEqual(['notConcerned'])
  })

  test('each comes with its choices, the usual one first, and what that rests on', () => {
    expect(openQuestions(stored('污水处理率80%以上得满分，否则不得分'))[0]).toMatchObject({
      code: 'edges',
      choices: ['included', 'excluded'],
      usual: 'included',
      basis: { kind: 'clause', article: '第一千二百五十九条' },
    })
  })
})

describe('tiers', () => {
  test.each([
    ['完成率90%以上得10分，80%—95%得8分，其余不得分', ['rule.tiersOverlap bands[1]']],
    ['完成率达到90%得10分，达到80%得8分', ['rule.tiersGap bands']],
    ['完成率达到90%得10分，80%（含）—89%（含）得8分，不足80%不得分', ['rule.tiersGap bands']],
    ['完成率达到90%得10分，达到80%、不足80%的得8分，其余不得分', ['rule.tierUnreachable bands[1]']],
    ['完成率达到90%得10分，达到80%得8分，不足80%不得分', []],
    ['完成率90%以上得10分，80%—90%得8分，80%以下不得分', []],
  ])('%s', (text, expected) => expect(codes(stored(text), '10')).toEqual(expected))
})

describe('marks', () => {
  test.each([
    ['完成率达到90%得9分，其余不得分', '10', ['rule.fullMarkUnreachable bands']],
    ['完成率达到90%得12分，其余不得分', '10', ['rule.aboveFullMark bands']],
    ['按完成率得分，最高得满分的120%', '10', ['rule.aboveFullMark ceiling']],
    ['每完成1个得2分，最高得8分', '10', ['rule.fullMarkUnreachable ceiling']],
    ['制定方案的得1分；召开会议的得1分', '3', ['rule.entriesSum entries']],
    ['由评分人在0分至12分之间评定', '10', ['rule.aboveFullMark to']],
    ['由评分人在11分至满分之间评定', '10', ['rule.rangeEmpty']],
  ])('%s of %s', (text, fullMark, expected) => expect(codes(stored(text), fullMark)).toEqual(expected))
})

describe('rule and text', () => {
  const rule: Rule = { kind: 'ratio', measure: { kind: 'rate', actual: '完成值', target: '目标值' } }
  test('a text that says something else stops the issue', () =>
    expect(codes({ v: 1, text: '完成得满分，未完成不得分', rule, answers: [] })).toEqual(['rule.textDiffers text']))
  test('a text that is not understood stops it, with its place', () =>
    expect(lint({ v: 1, text: '按完成率得分，另行研究', rule, answers: [] })[0]).toMatchObject({
      code: 'rule.textNotUnderstood',
      severity: 'mustResolve',
      span: { start: 7, end: 11 },
    }))
  test('人工评定 may stand for any text', () =>
    expect(codes({ v: 1, text: '另行研究', rule: { kind: 'judged', from: '0', to: 'fullMark' }, answers: [] })).toEqual(
      [],
    ))
  test('a rule that no sentence says is malformed', () =>
    expect(
      codes({
        v: 1,
        text: saySentence(rule),
        rule: { ...rule, measure: { kind: 'input', name: '完成率' } },
        answers: [],
      }),
    ).toEqual(['rule.malformed rule', 'rule.textDiffers text']))
  test('an answer to nothing is found', () =>
    expect(
      codes({
        v: 1,
        text: '按完成率得分',
        rule,
        answers: [{ question: 'ceiling', choice: 'x', basis: { kind: 'default' } }],
      }),
    ).toEqual(['rule.answerUnknown answers[0]']))
})

test('a step size of zero and a bonus without a word on what lies below stop the issue', () => {
  expect(codes(stored('每少0个扣1分，扣完为止'))).toEqual(['rule.stepSize steps[0].by'])
  expect(codes(stored('完成值达到目标值得满分，每高1个加1分，加分不封顶'))).toEqual(['rule.sideUnsaid steps'])
})

test.each([
  ['登记不全的扣1-3分', 'rule.range', '扣1-3分'],
  ['每获得1次省领导批示加2分', 'rule.praise', '领导批示'],
  ['每有1篇信息被省级媒体报道加1分', 'rule.praise', '媒体报道'],
])('%s: %s', (text, code, word) => {
  const rule = { kind: 'judged' as const, from: '0', to: 'fullMark' as const }
  const found = lint({ v: 1, text, rule, answers: [] }).find((one) => one.code === code)
  expect(found).toMatchObject({ severity: 'mustResolve', params: { word } })
})

test('vague words are shown at their place', () => {
  expect(
    lint(stored('𠮷县重大项目开工率达到90%得满分，否则不得分')).find(({ code }) => code === 'rule.vague'),
  ).toMatchObject({
    severity: 'notice',
    params: { word: '重大' },
    span: { start: 2, end: 4 },
  })
})
