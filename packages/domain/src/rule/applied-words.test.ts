import { expect, it } from 'vitest'
import { appliedWords } from './applied-words.ts'
import { caseFacts } from './cases.ts'
import { evaluate } from './evaluate.ts'
import { openQuestions } from './lint.ts'
import { readRule } from './parse.ts'

const marked = (text: string, fullMark: string, given: Readonly<Record<string, string>>) => {
  const read = readRule(text)
  if (!read.ok) throw new Error(text)
  const answers = openQuestions(read.value, fullMark).map(({ code, usual }) => ({
    question: code,
    choice: usual,
    basis: { kind: 'default' as const },
  }))
  const rule = { ...read.value, answers: [...read.value.answers, ...answers] }
  const outcome = evaluate(rule, caseFacts(rule, fullMark, given))
  if (outcome.status !== 'scored') throw new Error(outcome.status)
  return appliedWords(text, outcome.trace.losses).map(({ start, end }) => [...text].slice(start, end).join(''))
}

const tiers = '满意度95%以上得8分；90%—95%得6分；80%—90%得4分；80%以下不得分。'

it.each([
  [tiers, '8', { 满意度: '92' }, ['90%—95%得6分']],
  [tiers, '8', { 满意度: '79' }, ['80%以下不得分']],
  [tiers, '8', { 满意度: '96' }, []],
  ['每少1家扣0.5分，扣完为止。', '6', { 完成值: '7', 目标值: '9' }, ['每少1家扣0.5分，扣完为止']],
  ['按完成率得分，最高得满分。', '10', { 完成值: '90', 目标值: '100' }, ['按完成率得分，最高得满分']],
  [
    '（1）制定年度合作计划，得2分；（2）开展互访对接，得2分；（3）合作项目落地见效，得2分。',
    '6',
    { 完成事项: '1、3' },
    ['（2）开展互访对接，得2分'],
  ],
] as const)('%s', (text, fullMark, given, words) => {
  expect(marked(text, fullMark, given)).toEqual(words)
})

it('marks nothing that says something else', () => {
  expect(appliedWords('按完成率得分。', [{ clause: '逾期的不得分' }])).toEqual([])
  expect(appliedWords('按完成率得分。', [{ clause: '' }])).toEqual([])
  expect(appliedWords('', [{ clause: '逾期的不得分' }])).toEqual([])
})
