import { describe, expect, it } from 'vitest'
import { textDiff } from './text-diff.ts'

const marks = { same: ' ', out: '-', in: '+' }
const said = (before: string, after: string): string =>
  textDiff(before, after)
    .map(({ kind, text }) => `${marks[kind]}${text}`)
    .join('|')
const of = (kinds: readonly string[], before: string, after: string): string =>
  textDiff(before, after)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('')

describe('两稿之间的改动', () => {
  it('没有改动的一段，改动逐字标出', () => {
    expect(said('甲', '甲')).toBe(' 甲')
    expect(said('', '')).toBe('')
    expect(said('', '甲')).toBe('+甲')
    expect(said('甲', '')).toBe('-甲')
    expect(said('加分上限为5分。', '加分上限为4分。')).toBe(' 加分上限为|-5|+4| 分。')
  })

  it('增删整行的，其他行不受影响；四字节的字不拆开', () => {
    expect(said('一\n二\n三\n', '一\n三\n')).toBe(' 一\n|-二\n| 三\n')
    expect(said('一\n三\n', '一\n二\n三\n')).toBe(' 一\n|+二\n| 三\n')
    expect(said('𠮷林', '𠮸林')).toBe('-𠮷|+𠮸| 林')
  })

  it('保留与删去合为原稿，保留与增加合为现稿，一字不差', () => {
    const texts = ['甲乙丙\n丁戊\n', '甲丙\n丁戊己', '', '全不相同', '丁戊\n甲乙丙\n', '甲乙丙\n丁戊\n甲乙丙\n丁戊\n']
    for (const before of texts) {
      for (const after of texts) {
        expect(of(['same', 'out'], before, after)).toBe(before)
        expect(of(['same', 'in'], before, after)).toBe(after)
      }
    }
  })

  it('过长的改动整段标出，仍不丢字', () => {
    const [before, after] = ['甲'.repeat(3_000), '乙'.repeat(3_000)]
    expect(textDiff(before, after)).toEqual([
      { kind: 'out', text: before },
      { kind: 'in', text: after },
    ])
  })
})
