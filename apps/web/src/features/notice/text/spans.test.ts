import { describe, expect, it } from 'vitest'
import type { Field } from '../notice.ts'
import { linesOf } from './spans.ts'

const field = (id: string, start: number, end: number): Field => ({
  id,
  name: 'indicator',
  value: '',
  confidence: 90,
  start,
  end,
})

describe('原文分段', () => {
  it('按字计位，罕见字算一个；最短的字段在上', () => {
    const [line] = linesOf('𠮷局（20分）', [field('row', 0, 7), field('mark', 3, 5)], [])
    expect(line?.pieces.map(({ text, field: one, first }) => [text, one?.id, first])).toEqual([
      ['𠮷局（', 'row', true],
      ['20', 'mark', true],
      ['分）', 'row', false],
    ])
  })
  it('跨行的字段在每一行都有；意见只标出，不挡字段', () => {
    const lines = linesOf('甲乙\n丙丁\n', [field('both', 1, 4)], [{ start: 3, end: 5 }])
    expect(
      lines.map(({ pieces }) => pieces.map(({ text, field: one, found }) => [text, one?.id ?? null, found])),
    ).toEqual([
      [
        ['甲', null, false],
        ['乙', 'both', false],
      ],
      [
        ['丙', 'both', true],
        ['丁', null, true],
      ],
      [],
    ])
  })
})
