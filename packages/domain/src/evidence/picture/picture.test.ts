import { describe, expect, it } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'
import { type Grey, sampled, whole } from './grey.ts'
import { agreementOf, bitsBetween, leastAgreement } from './match.ts'

/** A number 0 to 255 that only `seed` and the place decide. */
const corner = (seed: number, x: number, y: number): number => {
  const value = Math.sin(seed * 127.1 + x * 311.7 + y * 74.7) * 43_758.5453
  return 255 * (value - Math.floor(value))
}

/** A hilly surface, its own for every `seed`, as `width` × `height` points of what is left after the cuts. */
const picture = (seed: number, width: number, height: number, left = 0, top = 0): Grey => {
  const hills = 9
  const at = (x: number, y: number) => {
    const [fromX, fromY] = [Math.floor(x * hills), Math.floor(y * hills)]
    const [dx, dy] = [x * hills - fromX, y * hills - fromY]
    const line = (row: number) => corner(seed, fromX, row) * (1 - dx) + corner(seed, fromX + 1, row) * dx
    return line(fromY) * (1 - dy) + line(fromY + 1) * dy
  }
  const data = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height]
    return at(left + x * (1 - left), top + y * (1 - top))
  })
  return { width, height, data }
}

const agreement = (a: Grey, b: Grey) => agreementOf(fingerprintOf(a), fingerprintOf(b)) ?? -1

describe('pictures that are one', () => {
  it('are themselves in full', () => {
    expect(agreement(picture(1, 300, 200), picture(1, 300, 200))).toBeCloseTo(1, 3)
  })

  it.each([
    ['resized', picture(2, 140, 110)],
    ['a tenth cut off at the left', picture(2, 270, 200, 0.1)],
    ['5 % cut off at two sides', picture(2, 285, 190, 0.05, 0.05)],
  ])('%s, whichever was first', (_, copy) => {
    const original = picture(2, 300, 200)
    expect(agreement(original, copy)).toBeGreaterThan(leastAgreement)
    expect(agreement(copy, original)).toBeGreaterThan(leastAgreement)
  })
})

describe('pictures that are not', () => {
  it('are parted, by the hashes or by looking closer', () => {
    const prints = Array.from({ length: 12 }, (_, seed) => fingerprintOf(picture(seed, 100, 80)))
    for (const [at, a] of prints.entries()) {
      for (const b of prints.slice(0, at)) expect(agreementOf(a, b) ?? -1).toBeLessThan(leastAgreement)
    }
  })

  it('with nothing on them are alike to nothing, not even to one another', () => {
    const empty: Grey = { width: 90, height: 60, data: new Uint8Array(5400).fill(255) }
    expect(agreement(empty, empty)).toBeLessThan(leastAgreement)
    expect(bitsBetween(fingerprintOf(empty).hashes, fingerprintOf(picture(3, 90, 60)).hashes)).toBeNull()
  })
})

it('averages what lies under a point, and takes pictures of one pixel', () => {
  const half: Grey = { width: 2, height: 1, data: Uint8Array.from([0, 255]) }
  expect([...sampled(half, whole, 1)]).toEqual([127.5])
  expect([...sampled({ width: 1, height: 1, data: Uint8Array.from([9]) }, whole, 2)]).toEqual([9, 9, 9, 9])
})
