import { begin } from '@quanheng/contract/account'
import { createUnit } from '@quanheng/contract/organisation'
import { text } from '@quanheng/contract/shapes'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { faultsOf } from './faults.ts'

beforeAll(() => i18next.init({ lng: 'zh-CN', fallbackLng: false, keySeparator: false, nsSeparator: false }))

const faults = (shape: z.ZodType, value: unknown) => {
  const parsed = shape.safeParse(value)
  return parsed.success ? {} : faultsOf(parsed.error, value)
}

describe('what is wrong with a field, in words', () => {
  it('asks for what is empty, blank or absent', () => {
    const found = faults(begin.body, { code: '', unitName: '  ', login: 'a', name: '甲' })
    expect(found).toEqual({ code: '请填写', unitName: '请填写', password: '请填写' })
  })

  it('asks for an emptied date or choice instead of naming its form', () => {
    const shape = z.object({ on: z.iso.date(), kind: z.enum(['a']) })
    expect(faults(shape, { on: '', kind: '' })).toEqual({ on: '请填写', kind: '请填写' })
    expect(faults(shape, { on: '2025-1-5', kind: 'b' })).toEqual({
      on: '日期应写作 2025-01-05 的样式',
      kind: '请从给出的选项中选择',
    })
  })

  it('says the limit that was passed', () => {
    const unit = { name: '字'.repeat(101), shortName: '甲', aliases: [], sortCode: 100_000 }
    expect(faults(createUnit.body, unit)).toEqual({ name: '不得超过 100 个字', sortCode: '不得大于 99999' })
  })

  it('counts characters as officials do', () => {
    expect(faults(z.object({ note: text(2) }), { note: '𠮷𠮷' })).toEqual({})
    expect(faults(z.object({ note: text(2) }), { note: '𠮷𠮷𠮷' })).toEqual({ note: '不得超过 2 个字' })
  })

  it('names the place inside lists', () => {
    expect(faults(z.object({ rows: z.array(z.object({ value: z.number() })) }), { rows: [{ value: 'x' }] })).toEqual({
      'rows.0.value': '请填写数字',
    })
  })
})
