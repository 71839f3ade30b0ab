import { expect, test } from 'vitest'
import { inputsOf } from './inputs.ts'
import { parse } from './parse.ts'

/** Words that the language knows, of figures that do not meet: one of them would be asked for and given by nobody, or held against the wrong one. */
test.each([
  ['每延迟1个工作日扣0.5分，延迟超过10天不得分', '延迟超过10天不得分'],
  ['每超1户扣1分，超过5户的不得分', '超过5户的不得分'],
  ['达到95%得10分，未达到的按比例计分', '达到95%得10分'],
  ['办结率=办结件数/受理件数×100%。每发生1起投诉扣1分', '办结率=办结件数/受理件数×100%'],
  ['办结率=办结件数/受理件数×100%。办结率达到目标值得满分，否则不得分', '办结率=办结件数/受理件数×100%'],
  [
    '办结率=办结件数/全市办结件数×100%。办结率达到98%以上得满分，每低1个百分点扣0.5分',
    '办结率=办结件数/全市办结件数×100%',
  ],
  // Another thing than the one whose rate is named, and a price that is no name of a fault.
  ['答复率100%得2分，每有1件投诉未查处扣0.5分，低于90%的不得分', '低于90%的不得分'],
  ['每低1个百分点各扣0.1分', '每低1个百分点各扣0.1分'],
  ['除不可抗力外，成效显著，每少1个扣1分', '除不可抗力外'],
])('%s: %s is reported', (text, words) => expect(parse(text).notUnderstood.map((one) => one.text)).toContain(words))

test('a stretch of another figure keeps its name, and people are no share of a rate', () => {
  const figures = (text: string) => {
    const { rule, notUnderstood } = parse(text)
    return { names: rule === undefined ? [] : inputsOf(rule).map(({ name }) => name), notUnderstood }
  }
  expect(figures('完成率100%得3分，每低1个百分点扣1分，征集比例低于80%，每低1个百分点扣0.1分')).toEqual({
    names: ['完成值', '目标值', '征集比例'],
    notUnderstood: [],
  })
  expect(parse('完成率90%得3分，每少1人扣1分，每低1个百分点扣0.1分').rule?.kind).not.toBe('slopes')
})
