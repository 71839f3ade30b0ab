import { expect, it } from 'vitest'
import { marked } from './marked.ts'

const say = (text: string, ...words: string[]) =>
  marked(text, words)
    .map(({ run, found }) => (found ? `[${run}]` : run))
    .join('')

it('标出每一处，全角半角、大小写不论', () => {
  expect(say('加分上限为５分，扣分不限。', '5分', '加分')).toBe('[加分]上限为[５分]，扣分不限。')
  expect(say('按ABC评分', 'abc')).toBe('按[ABC]评分')
})

it('相叠的只标一处；没有的不标', () => {
  expect(say('考评办法', '考评', '评办')).toBe('[考评]办法')
  expect(say('考评办法', '督查')).toBe('考评办法')
})

it('长条文从第一处前后截取', () => {
  const text = `${'甲'.repeat(100)}上限${'乙'.repeat(300)}`
  expect(say(text, '上限')).toBe(`…${'甲'.repeat(40)}[上限]${'乙'.repeat(158)}…`)
})
