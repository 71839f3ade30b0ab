import { expect, it } from 'vitest'
import { composeLetter } from '../../docx/letter.ts'
import type { Letter } from '../../paper/model.ts'
import { partsOf } from '../../testing/faulty.ts'
import { generatedPaper } from '../../testing/generated-papers.ts'
import { aBoundLetter, aLetter } from '../../testing/samples.ts'
import { openPackage } from '../file/parts.ts'
import { readLayout } from '../layout/read-layout.ts'
import { outlineOf } from './outline.ts'
import { wrap } from './wrap.ts'

const pagesOf = async (letter: Letter) => outlineOf(readLayout(openPackage(await partsOf(await composeLetter(letter)))))

it('draws a paper where the standard has it: mark, rule, body inside the type area, 版记 at its foot', async () => {
  const pages = await pagesOf(aBoundLetter)
  const [first] = pages
  const mark = first?.lines.find(({ color }) => color === 'FF0000')
  expect(mark?.text).toBe('青川市发展和改革委员会文件')
  expect(Math.abs((mark?.y ?? 0) - 72)).toBeLessThan(4)
  const rule = first?.boxes.find(({ color }) => color === 'FF0000')
  expect(rule?.width).toBeCloseTo(156, 0)
  const foot = pages.at(-1)?.boxes.findLast(({ kind }) => kind === 'rule')
  expect(Math.abs((foot?.y ?? 0) - 262)).toBeLessThan(1)
  for (const { area, lines } of pages)
    for (const { y, size } of lines) expect(y + size).toBeLessThanOrEqual(area.y + area.height + 1)
})

it('turns the page for a wide table', async () => {
  const pages = await pagesOf(aLetter)
  expect(pages.map(({ width, height }) => width > height)).toContain(true)
  expect(pages.at(-1)).toMatchObject({ width: expect.closeTo(210, 0), height: expect.closeTo(297, 0) })
})

it('every paragraph with text stands on a page, whatever the paper', async () => {
  for (let index = 0; index < 10; index++) {
    const layout = readLayout(openPackage(await partsOf(await composeLetter(generatedPaper(index)))))
    const drawn = new Set(outlineOf(layout).flatMap(({ lines }) => lines.map(({ paragraph }) => paragraph)))
    const missing = layout.paragraphs.filter(
      ({ index: at, text, place }) => place !== 'table' && text.trim() !== '' && !drawn.has(at),
    )
    expect(missing).toEqual([])
  }
})

it('breaks lines by the width of 字 and loses nothing', () => {
  expect(wrap('一二三四五六七，八', { width: 30, first: 10, advance: 5 })).toEqual(['一二三四', '五六七，八'])
  expect(wrap('一二，三', { width: 10, first: 0, advance: 5 })).toEqual(['一二，', '三'])
  expect(wrap('', { width: 10, first: 0, advance: 5 })).toEqual([''])
})
