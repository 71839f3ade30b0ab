import { expect, it } from 'vitest'
import { bodyBlocks } from './papers.ts'

const kinds = (text: string) => bodyBlocks(text).map((block) => [block.kind, 'text' in block ? block.text : ''])

it('依次编号的小标题交由公文排版编号，其余各行是段落', () => {
  expect(kinds('各单位：\n一、备齐材料\n请备齐。\n\n二、明确责任\n二、明确责任')).toEqual([
    ['paragraph', '各单位：'],
    ['heading', '备齐材料'],
    ['paragraph', '请备齐。'],
    ['heading', '明确责任'],
    ['paragraph', '二、明确责任'],
  ])
})

it('不按次序的编号、整句和过长的行原样作段落，数字不会被改动', () => {
  expect(kinds('二、先写的第二条')).toEqual([['paragraph', '二、先写的第二条']])
  expect(kinds('一、请各单位于月底前报送。')).toEqual([['paragraph', '一、请各单位于月底前报送。']])
  const long = `一、${'很'.repeat(40)}`
  expect(kinds(long)).toEqual([['paragraph', long]])
})
