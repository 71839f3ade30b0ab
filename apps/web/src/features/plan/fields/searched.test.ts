import { expect, it } from 'vitest'
import { listedFor } from './searched.ts'

const option = (label: string) => ({ value: `id:${label}`, label })
const [finance, transport, tax, byAlias] = ['市财政局', '市交通局', '市税务局', '市金融工作办'].map(option) as [
  ReturnType<typeof option>,
  ReturnType<typeof option>,
  ReturnType<typeof option>,
  ReturnType<typeof option>,
]
const all = { q: '', rows: [finance, transport, tax] }

it('答复未到，上一次列出的、符合所输文字的原样留着，还能点', () => {
  expect(listedFor(all, '财政', undefined)).toEqual([finance])
  expect(listedFor(all, ' 局 ', undefined)).toEqual(all.rows)
  expect(listedFor(all, '𠮷', undefined)).toEqual([])
  // Typed on before any answer came: what was filtered out for a moment is there again.
  expect(listedFor(all, '财', undefined)).toEqual([finance])
})

it('答复到了，留着的一个不动，新找到的排在后面，不重复；再显示一次也不动', () => {
  const first = listedFor(all, '局', [byAlias, finance, tax])
  expect(first).toEqual([finance, tax, byAlias])
  expect(listedFor({ q: '局', rows: first }, '局', [byAlias, finance, tax])).toEqual(first)
  expect(listedFor(all, '𠮷', [])).toEqual([])
  expect(listedFor({ q: '', rows: [] }, '金', [byAlias])).toEqual([byAlias])
})

it('没有输入时按答复的次序', () => {
  expect(listedFor({ q: '局', rows: [tax, finance] }, '', all.rows)).toEqual(all.rows)
})
