import { expect, it } from 'vitest'
import { blocksOf, lastFrom, linesOfBlock } from './blocks.ts'

const lines = (count: number) => Array.from({ length: count }, (_, at) => ({ start: at * 10, pieces: [] }))

it('puts every line into one block, in order', () => {
  for (const count of [0, 1, linesOfBlock - 1, linesOfBlock, linesOfBlock + 1, 1000]) {
    const blocks = blocksOf(lines(count))
    expect(blocks.flatMap((block) => block.lines)).toEqual(lines(count))
    expect(blocks.every((block) => block.lines.length > 0 && block.start === block.lines[0]?.start)).toBe(true)
  }
})

it('finds the line that holds a place', () => {
  const all = lines(100)
  expect(lastFrom(all, -1)).toBeUndefined()
  expect(lastFrom(all, 0)?.start).toBe(0)
  expect(lastFrom(all, 9)?.start).toBe(0)
  expect(lastFrom(all, 10)?.start).toBe(10)
  expect(lastFrom(all, 99_999)?.start).toBe(990)
  expect(lastFrom([], 5)).toBeUndefined()
})
