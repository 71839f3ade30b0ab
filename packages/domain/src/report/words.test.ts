import { describe, expect, it } from 'vitest'
import { checkWords, type ReportWords, resolveProse } from './words.ts'

const words: ReportWords = {
  title: '评分报告',
  overview: ['涉及{count.units}个单位。'],
  completion: [],
  scores: [],
  notes: [],
  letter: {
    title: '关于报送评分结果的报告',
    addressees: ['市绩效办'],
    body: ['共{count.leaves}项。'],
    contact: { name: '', phone: '' },
    copies: [],
  },
}
const lookup = (path: string) => ({ 'count.units': '24', 'count.leaves': '5' })[path]

describe('words of a score report', () => {
  it('prints figures from the run and words as written', () => {
    expect(resolveProse('涉及{count.units}个单位、{count.leaves}项。', lookup)).toEqual([
      '涉及',
      { path: 'count.units', text: '24' },
      '个单位、',
      { path: 'count.leaves', text: '5' },
      '项。',
    ])
    expect(resolveProse('', lookup)).toEqual([])
  })
  it('takes words that name figures of the run', () =>
    expect(checkWords(words, lookup)).toEqual({ ok: true, value: words }))
  it('refuses a figure that the run does not hold, and names it', () =>
    expect(checkWords({ ...words, notes: ['共{count.unit}个'] }, lookup)).toEqual({
      ok: false,
      error: { code: 'scoreReport.unknownFigure', at: 'notes', params: { path: 'count.unit' } },
    }))
  it.each([
    [{ ...words, title: ' ' }, 'title'],
    [{ ...words, letter: { ...words.letter, title: '' } }, 'letter.title'],
    [{ ...words, letter: { ...words.letter, addressees: [] } }, 'letter.addressees'],
    [{ ...words, letter: { ...words.letter, body: [''] } }, 'letter.body'],
  ])('refuses a paper without what it needs', (incomplete, at) =>
    expect(checkWords(incomplete, lookup)).toMatchObject({ error: { code: 'scoreReport.textMissing', at } }),
  )
})
