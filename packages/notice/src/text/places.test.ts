import { expect, it } from 'vitest'
import { numbersFrom } from '../testing/mutate.ts'
import type { Span } from './document.ts'
import { placesIn, touching } from './places.ts'

const spans = (count: number, seed: number): readonly Span[] => {
  const next = numbersFrom(seed)
  return Array.from({ length: count }, () => {
    const start = Math.floor(next() * 60)
    return { start, end: start + Math.floor(next() * 9) }
  })
}

it('finds the places within a span, in the order of the text, as a walk through all of them would', () => {
  const all = spans(80, 1)
  const inside = placesIn(all, (span) => span)
  for (const span of spans(200, 2)) {
    const walked = all.filter(({ start, end }) => start >= span.start && end <= span.end)
    expect(inside(span)).toEqual(walked.sort((a, b) => a.start - b.start))
  }
})

it('knows whether a span shares a character with one of many, long ones around short ones included', () => {
  for (let seed = 10; seed < 30; seed++) {
    const all = spans(6, seed)
    const touches = touching(all)
    for (const span of spans(200, seed + 100))
      expect(touches(span), JSON.stringify([all, span])).toBe(
        all.some(({ start, end }) => span.start < end && span.end > start),
      )
  }
})
