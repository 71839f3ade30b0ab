import { describe, expect, it } from 'vitest'
import { fill, placeholdersOf } from './fill.ts'
import { label } from './labels.ts'
import { message } from './messages.ts'

describe('fill', () => {
  it.each([
    ['{a}早于{b}', { a: '1月18日', b: '1月20日' }, '1月18日早于1月20日'],
    ['修改[：{who}于{when}]。', { who: '甲', when: '今日' }, '修改：甲于今日。'],
    ['修改[：{who}于{when}]。', { who: '甲' }, '修改。'],
    ['修改[：{who}于{when}]。', {}, '修改。'],
    ['{a}', {}, '—'],
    ['{toString}', {}, '—'],
    ['{a}', { a: '{b}', b: 'x' }, '{b}'],
  ])('%s with %j gives %s', (template, params, text) => {
    expect(fill(template, params as Record<string, string>)).toBe(text)
  })

  it('names each placeholder once', () => {
    expect(placeholdersOf('{a}[{b:post}]{a}')).toEqual(['a', 'b:post'])
  })
})

describe('message', () => {
  it('speaks both languages', () => {
    expect(message('zh-CN', 'platform.routeNotFound')).toContain('左侧菜单')
    expect(message('en', 'platform.routeNotFound')).toContain('menu')
  })

  it('puts words for members of closed vocabularies', () => {
    expect(message('zh-CN', 'plan.notYours', { posts: 'handler sectionHead' })).toContain('（经办人、科室负责人）')
    expect(message('en', 'plan.notYours', { posts: 'handler sectionHead' })).toContain('(Handler, Head of section)')
    expect(message('zh-CN', 'check.settingDefault', { setting: 'rounding' })).toContain('“小数修约”')
    expect(message('zh-CN', 'check.settingDefault', { setting: 'toString' })).toContain('“toString”')
  })

  it.each(['platform.fromTheFuture', 'toString', '__proto__', ''])('names an unknown code: %s', (code) => {
    expect(message('zh-CN', code)).toContain(`（${code}）`)
  })
})

describe('label', () => {
  it('gives the word of a post', () => {
    expect(label('zh-CN', 'post', 'handler')).toBe('经办人')
    expect(label('en', 'post', 'handler')).toBe('Handler')
  })
})
