import { describe, expect, it } from 'vitest'
import { lockedUntil } from './lockout.ts'
import { checkPassword } from './password.ts'

const minute = 60_000
const codeOf = (password: string, words: string[] = [], profile: 'dengbao' | 'asvs' = 'dengbao') => {
  const result = checkPassword(password, words, (candidate) => candidate === 'password1234', profile)
  return result.ok ? 'ok' : result.error.code
}

describe('密码规则', () => {
  it.each([
    ['Abcdef-12345', 'ok'],
    ['Abcdef-1234', 'account.passwordTooShort'],
    ['abcdefghijkl', 'account.passwordTooSimple'],
    ['PASSWORD1234', 'account.passwordCommon'],
    ['春眠不觉晓Chunmian42处处', 'ok'],
    [`${'春'.repeat(126)}a1`, 'ok'],
    [`${'春'.repeat(127)}a1`, 'account.passwordTooLong'],
    [' Abcdef-1234', 'ok'],
  ])('%s → %s', (password, code) => expect(codeOf(password)).toBe(code))

  it('不含登录名与单位名', () => {
    expect(codeOf('Zhangsan-2025!', ['zhangsan'])).toBe('account.passwordHasName')
    expect(codeOf('Lin-2025-abcdef', ['Li'])).toBe('ok')
  })

  it('asvs 档不要求字符种类', () => expect(codeOf('abcdefghijkl', [], 'asvs')).toBe('ok'))
})

describe('锁定', () => {
  const fails = (...minutes: number[]) => minutes.map((at) => at * minute)
  it('四次不锁', () => expect(lockedUntil(fails(0, 1, 2, 3), 4 * minute)).toBeNull())
  it('十五分钟内五次，锁至第五次后十五分钟', () => {
    expect(lockedUntil(fails(0, 1, 2, 3, 15), 16 * minute)).toBe(30 * minute)
    expect(lockedUntil(fails(0, 1, 2, 3, 15), 30 * minute)).toBeNull()
  })
  it('超出窗口不锁', () => expect(lockedUntil(fails(0, 4, 8, 12, 15.1), 16 * minute)).toBeNull())
})
