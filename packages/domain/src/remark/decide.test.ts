import { expect, it } from 'vitest'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { notificationsOf } from '../notification/notifications-of.ts'
import { commandBy, ofSection } from '../sheet/sheet.fixture.ts'
import { answerRemark, fileRemark } from './decide.ts'
import { canonicalRemark, type Remark, remarkAnswers } from './model.ts'

const watcher = commandBy(ofSection('observer', { personId: 'watcher' }))
const director = commandBy(ofSection('officeDirector', { personId: 'director' }))
const subject = { noun: 'sheet', id: 's' } as const

const filed = (): Remark => {
  const made = fileRemark({ planId: 'p', subject, words: '扣分理由未写明条款' }, watcher)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.next
}
const code = (result: ReturnType<typeof answerRemark>) => (result.ok ? result.value.next.state : result.error.code)

it('is filed with its words and waits for an answer', () => {
  expect(filed()).toMatchObject({ state: 'open', by: { personId: 'watcher', post: 'observer' } })
  const empty = fileRemark({ planId: 'p', subject, words: '' }, watcher)
  expect(!empty.ok && empty.error).toEqual({ code: 'remark.wordsMissing', at: 'words' })
})

it.each(remarkAnswers)('%s is answered once, by name, with words, by another person', (kind) => {
  const answered = answerRemark(filed(), { kind, words: '已核对' }, director)
  expect(answered).toMatchObject({
    value: { next: { answer: { kind, words: '已核对', by: { personId: 'director' } } } },
  })
  expect(code(answerRemark(filed(), { kind, words: '' }, director))).toBe('remark.wordsMissing')
  expect(code(answerRemark(filed(), { kind, words: '已核对' }, watcher))).toBe('remark.samePerson')
  if (!answered.ok) throw new Error('not answered')
  expect(code(answerRemark(answered.value.next, { kind, words: '再答' }, director))).toBe('remark.alreadyAnswered')
  expect(() => canonicalJson(canonicalRemark(answered.value.next))).not.toThrow()
})

it('tells those who answer for the plan that it was filed, and its observer how it was answered', () => {
  expect(notificationsOf('remark', { before: null, after: filed() })).toMatchObject([
    { code: 'notification.remarkFiled', params: { reason: '扣分理由未写明条款' }, to: [{ place: 'owner' }] },
  ])
  const answered = answerRemark(filed(), { kind: 'accepted', words: '已补写条款' }, director)
  if (!answered.ok) throw new Error(answered.error.code)
  expect(notificationsOf('remark', { before: filed(), after: answered.value.next })).toEqual([
    {
      code: 'notification.remarkAnswered',
      params: { reason: '已补写条款', answer: 'accepted' },
      to: [{ personIds: ['watcher'] }],
    },
  ])
})
