import type { LeafScoring } from '@quanheng/domain/plan/model'
import { openQuestions } from '@quanheng/domain/rule/lint'
import { describe, expect, it } from 'vitest'
import { emptyScoring } from '../indicators/tree.ts'
import { asTyped, judged } from './typed-rule.ts'

const sentence = '按完成率计分，最高得满分。'
const answered = (scoring: LeafScoring): LeafScoring => {
  if (!scoring.rule) throw new Error('the sentence was not understood')
  const answers = openQuestions(scoring.rule).map(({ code, usual }) => ({
    question: code,
    choice: usual,
    basis: { kind: 'default' as const },
  }))
  return { ...scoring, rule: { ...scoring.rule, answers } }
}

describe('评分标准边写边识别', () => {
  it('全部识别才成为规则；有一处不识别就只留原文', () => {
    expect(asTyped(emptyScoring, sentence)).toMatchObject({ rule: { v: 1, text: sentence, rule: { kind: 'ratio' } } })
    const half = asTyped(emptyScoring, `${sentence}总之要好。`)
    expect(half.rule).toBeUndefined()
    expect(half.sentence).toBe(`${sentence}总之要好。`)
  })

  it('原文改写后，仍然问得着的口径不必重新确认', () => {
    const before = answered(asTyped(emptyScoring, sentence))
    const after = asTyped(before, '按完成率得分，最高得满分。')
    expect(after.rule?.answers).toEqual(before.rule?.answers)
    expect(openQuestions(after.rule ?? { rule: { kind: 'judged', from: '0', to: '1' }, answers: [] })).toEqual([])
  })

  it('改到一半认不出来，改完后确认过的口径还在', () => {
    const before = answered(asTyped(emptyScoring, sentence))
    const half = asTyped(before, '按完成率得分，最')
    expect(half.rule).toBeUndefined()
    const after = asTyped(half, '按完成率得分，最高得满分。', before.rule?.answers)
    expect(after.rule?.answers).toEqual(before.rule?.answers)
  })

  it('换了一种方法，不再用到的数据对应随之去掉', () => {
    const bound: LeafScoring = {
      ...asTyped(emptyScoring, sentence),
      bindings: [{ input: '完成值', from: 'element', elementKey: 'a' }],
    }
    expect(asTyped(bound, '按完成率得分，最高得满分。').bindings).toEqual(bound.bindings)
    expect(judged(bound, sentence)).toMatchObject({ bindings: [], rule: { rule: { kind: 'judged' }, text: sentence } })
  })
})
