import { expect, it } from 'vitest'
import { articlesCited, citationText, namesIn } from './citation.ts'

const names = ['绩效考评办法', '云政发〔2023〕1号']
const articles = ['第一条', '第十条', '四', '四（二）', '附件1 第一条']

it('写入正文的引用读得回来：文件、条款', () => {
  const said = `依据${citationText('绩效考评办法', '云政发〔2023〕1号', '第十条')}，现通知如下。`
  expect(said).toBe('依据《绩效考评办法》（云政发〔2023〕1号）第十条，现通知如下。')
  expect(articlesCited(said, names, articles)).toEqual(['第十条'])
  expect(namesIn(said)).toEqual(expect.arrayContaining(names))
  const bare = citationText('考评须知', '考评须知', '附件1 第一条')
  expect(bare).toBe('《考评须知》附件1 第一条')
  expect(articlesCited(bare, ['考评须知'], articles)).toEqual(['附件1 第一条'])
})

it.each([
  ['按云政发〔2023〕1号四（二）办理', ['四（二）']],
  ['《绩效考评办法》印发以来', ['']],
  ['《绩效考评办法》第一条、《绩效考评办法》第十条', ['第一条', '第十条']],
  ['《绩效考评办法》第九条', ['']],
  ['没有引用', []],
])('%s', (text, cited) => {
  expect(articlesCited(text, names, articles)).toEqual(cited)
})

it('文号前面连着的字不妨碍查到文件', () => {
  expect(namesIn('请依据市府云政发〔2023〕1号办理')).toContain('云政发〔2023〕1号')
  expect(namesIn('2023年共1号机组')).toEqual([])
})
