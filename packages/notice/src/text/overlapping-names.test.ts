import { expect, it } from 'vitest'
import { numbersFrom } from '../testing/mutate.ts'
import { overlapping } from './overlapping-names.ts'

it('knows a name, a part of one and one with more around it, as comparing each pair would', () => {
  const next = numbersFrom(3)
  const name = () => Array.from({ length: Math.floor(next() * 5) }, () => '经济发展'.charAt(next() * 4)).join('')
  for (let run = 0; run < 300; run++) {
    const known = Array.from({ length: 1 + (run % 4) }, name)
    const overlaps = overlapping(known)
    for (const one of Array.from({ length: 20 }, name))
      expect(overlaps(one), `${one} among ${known.join(' ')}`).toBe(
        known.some((other) => one.includes(other) || other.includes(one)),
      )
  }
})

it('knows nothing among no names', () => {
  expect(overlapping([])('经济发展')).toBe(false)
})
