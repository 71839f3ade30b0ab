import i18next from 'i18next'
import { beforeAll, expect, it, vi } from 'vitest'
import { RefusedError } from '../../../shared/api/refused.ts'
import { inWords, placeWords } from './place-words.ts'

vi.stubGlobal('localStorage', { getItem: () => null })
beforeAll(() => i18next.init({ lng: 'zh-CN', fallbackLng: false, keySeparator: false, nsSeparator: false }))

it.each([
  ['parts.indicators.3.name', '指标体系 第4行 名称'],
  ['parts.indicators.0.scoring.card.unit', '指标体系 第1行 指标卡片'],
  ['parts.tasks.11.target.value', '考核对象及任务分配表 第12行 目标值'],
  ['parts.responsibilities.1.phone', '责任分工 第2行 联系电话'],
  ['parts.document.addressees.0', '公文信息 主送单位'],
  ['parts.title', '标题'],
  ['version', 'version'],
])('“%s”说成“%s”', (path, words) => {
  expect(placeWords(path)).toBe(words)
})

it('退回的话里不留字段名', () => {
  const refusal = new RefusedError(400, {
    code: 'platform.badInput',
    message: '填报内容有误：“parts.steps.0.name”太长，最多100个字符。',
    details: [{ at: 'body.parts.steps.0.name', message: '“parts.steps.0.name”太长，最多100个字符' }],
  })
  const said = inWords(refusal)
  expect(said.message).toBe('有 1 处不合要求，改好后再保存；已填写的内容没有丢失。')
  expect(said.details.map((detail) => detail.message)).toEqual(['“进度安排 第1行 名称”太长，最多100个字符'])
})
