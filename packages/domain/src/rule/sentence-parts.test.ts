import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf } from './sentence-parts.ts'

const marked = (text: string) =>
  partsOf(text).flatMap(({ role, fault, text: words }) => (role || fault ? [[role ?? fault, words]] : []))

describe('a sentence taken apart by what its words do', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      '按完成率得分，最高得满分。',
      [
        ['measure', '按完成率得分'],
        ['limit', '最高得满分'],
      ],
    ],
    [
      '每少1家扣0.5分，扣完为止。',
      [
        ['condition', '每少1家'],
        ['deduct', '扣0.5分'],
        ['limit', '扣完为止'],
      ],
    ],
    [
      '满意度９５％以上得８分；80%以下不得分。',
      [
        ['condition', '满意度９５％以上'],
        ['award', '得８分'],
        ['condition', '80%以下'],
        ['award', '不得分'],
      ],
    ],
    [
      '每增加1个百分点加0.5分，目标值为零的，得满分。',
      [
        ['condition', '每增加1个百分点'],
        ['add', '加0.5分'],
        ['reading', '目标值为零的，得满分'],
      ],
    ],
  ])('%s', (text, roles) => {
    expect(marked(text)).toEqual(roles)
  })

  it('words that nobody understands keep their place and their reason', () => {
    expect(marked('按完成率得分，总之要好。')).toEqual([
      ['measure', '按完成率得分'],
      ['rule.unreadable', '总之要好'],
    ])
  })

  it('is the text again when put together, whatever is typed', () => {
    const words = fc.constantFrom(
      '按完成率得分',
      '每少1家',
      '扣0.5分',
      '，',
      '。',
      '；',
      '(1)',
      '满意度95%以上得8分',
      '𠮷',
      ' ',
      '哈',
      '０',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        const text = list.join('')
        expect(
          partsOf(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
