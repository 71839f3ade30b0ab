import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import type { Row, Sheet } from '../sheet.ts'
import { bodyOf, needsReason, reasonOf, wordsOf } from './row-words.ts'

beforeAll(() => i18next.init({ lng: 'zh-CN', fallbackLng: false, keySeparator: false, nsSeparator: false }))

const clause = { kind: 'clause', article: '附件1' } as const
const sheet = { clause } as Sheet
const row = (more: Partial<Row>): Row =>
  ({
    version: 3,
    lost: '1.5',
    dataSource: '',
    basis: null,
    deductions: [],
    figures: [{ role: 'actual', source: '市统计局' }],
    ...more,
  }) as Row

it('begins with what is known: source of the figures, own clause, the whole loss; never with a reason', () => {
  expect(wordsOf(sheet, row({}))).toEqual({
    dataSource: '市统计局',
    document: '',
    article: '附件1',
    deductions: [{ points: '1.5', reason: '', article: '附件1' }],
  })
})

it('one reason follows the loss when the figures moved; several stay as they were written', () => {
  const one = { points: '1', reason: '少2家', basis: clause }
  expect(wordsOf(sheet, row({ deductions: [one] })).deductions[0]?.points).toBe('1.5')
  const two = wordsOf(sheet, row({ deductions: [one, { ...one, points: '0.25' }] }))
  expect(two.deductions.map(({ points }) => points)).toEqual(['1', '0.25'])
})

it('asks for no reason where nothing is lost, or nothing can be computed', () => {
  expect(wordsOf(sheet, row({ lost: '0' })).deductions).toEqual([])
  expect(wordsOf(sheet, row({ lost: null })).deductions).toEqual([])
})

it('sends an empty clause as none, so that the server says what is missing', () => {
  const words = wordsOf(sheet, row({}))
  const body = bodyOf(row({}), {
    ...words,
    article: ' ',
    deductions: [{ points: '1.5', reason: '少3家', article: '' }],
  })
  expect(body).toMatchObject({ version: 3, basis: null, deductions: [{ basis: { kind: 'default' } }] })
})

it('one sentence for many carries the figures of each, and leaves in braces what a unit has not', () => {
  const figures = [
    { role: 'actual', kind: 'quantity', value: '5' },
    { role: 'target', kind: 'quantity', value: '8' },
  ] as Row['figures']
  const sentence = ' 新增{实际完成}家，任务{目标值}家，扣{扣分}分，{备注} '
  expect(reasonOf(row({ figures }), sentence)).toBe('新增5家，任务8家，扣1.5分，{备注}')
  expect(reasonOf(row({ figures: [], lost: '2' }), '{实际完成}：扣{扣分}分')).toBe('{实际完成}：扣2分')
})

it('a reason is needed where points are lost and nobody has said why', () => {
  expect(needsReason(row({}))).toBe(true)
  expect(needsReason(row({ lost: '0' }))).toBe(false)
  expect(needsReason(row({ deductions: [{ points: '1.5', reason: '少3家', basis: clause }] }))).toBe(false)
})
