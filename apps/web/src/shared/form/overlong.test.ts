import { describe, expect, it } from 'vitest'
import { overlong } from './overlong.ts'

describe('粘贴超长', () => {
  it('数出放不下的字数，选中的文字先让出位置', () => {
    expect(overlong({ maxLength: 5, value: '三个字' }, 0, '两字')).toBe(0)
    expect(overlong({ maxLength: 5, value: '三个字' }, 0, '四个字了')).toBe(2)
    expect(overlong({ maxLength: 5, value: '三个字' }, 3, '四个字了')).toBe(0)
  })

  it('不限长的都放得下', () => expect(overlong({ maxLength: -1, value: '' }, 0, '字'.repeat(9_999))).toBe(0))
})
