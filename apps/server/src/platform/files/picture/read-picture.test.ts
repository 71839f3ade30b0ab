import type { Grey } from '@quanheng/domain/evidence/picture/grey'
import { describe, expect, it } from 'vitest'
import { jpegOf, pngOf, pngOfLines } from '../testing/write-picture.ts'
import { PictureRefused } from './limits.ts'
import { readPicture } from './read-picture.ts'

const slope: Grey = { width: 40, height: 24, data: Uint8Array.from({ length: 960 }, (_, i) => ((i % 40) * 6) & 255) }

const farthest = (a: Grey, b: Grey) => Math.max(...a.data.map((value, at) => Math.abs(value - (b.data[at] as number))))
const small = { pixels: 64_000_000, memoryMb: 256 }
const faultOf = (bytes: Buffer, limits = small): string => {
  try {
    readPicture(bytes, limits)
    return 'read'
  } catch (error) {
    return error instanceof PictureRefused ? error.fault : String(error)
  }
}

describe('what is read is the picture', () => {
  it('JPEG within its losses, PNG exactly', () => {
    const jpeg = readPicture(jpegOf(slope, 95))
    expect([jpeg.width, jpeg.height]).toEqual([40, 24])
    expect(farthest(jpeg, slope)).toBeLessThan(12)
    expect(readPicture(pngOf(slope))).toEqual(slope)
  })

  it.each([
    [
      'each filter',
      { width: 2, height: 5, depth: 8, colour: 0 },
      [0, 9, 7, 1, 9, 1, 2, 1, 1, 3, 5, 5, 4, 2, 2],
      [9, 7, 9, 10, 10, 11, 10, 15, 12, 17],
    ],
    ['bits', { width: 3, height: 1, depth: 1, colour: 0 }, [0, 0b1010_0000], [255, 0, 255]],
    ['sixteen bits', { width: 1, height: 1, depth: 16, colour: 0 }, [0, 200, 3], [200]],
    ['colours', { width: 1, height: 1, depth: 8, colour: 2 }, [0, 255, 0, 0], [76]],
    [
      'a palette',
      { width: 2, height: 1, depth: 4, colour: 3, palette: Buffer.from([0, 0, 0, 0, 255, 0]) },
      [0, 0x10],
      [149, 0],
    ],
    ['grey that is half see-through on white', { width: 1, height: 1, depth: 8, colour: 4 }, [0, 0, 128], [127]],
    ['colours that are not there', { width: 1, height: 1, depth: 8, colour: 6 }, [0, 9, 9, 9, 0], [255]],
    // One pixel in each of the first two of the seven passes, three more behind them.
    ['interlaced', { width: 2, height: 2, depth: 8, colour: 0, interlaced: true }, [0, 1, 0, 2, 0, 3, 4], [1, 2, 3, 4]],
  ])('PNG with %s', (_, form, lines, expected) => {
    expect([...readPicture(pngOfLines(form, Buffer.from(lines))).data]).toEqual(expected)
  })
})

describe('what is damaged or meant to harm', () => {
  it('is refused, cut anywhere', () => {
    for (const whole of [pngOf(slope), jpegOf(slope, 80)]) {
      for (let length = 4; length < whole.length - 20; length += 7)
        expect(faultOf(whole.subarray(0, length)), `${length}`).toBe('damaged')
    }
  })

  it('never breaks the reader, whichever byte is wrong', () => {
    for (const whole of [pngOf(slope), jpegOf(slope, 80)]) {
      for (let at = 0; at < whole.length; at += 3) {
        const wrong = Buffer.from(whole)
        wrong[at] = (wrong[at] as number) ^ 0xff
        expect(['read', 'damaged', 'tooLarge'], `byte ${at}`).toContain(
          faultOf(wrong, { pixels: 1_000_000, memoryMb: 64 }),
        )
      }
    }
  })

  it('a bomb is not inflated: too many pixels announced, or more bytes than were announced', () => {
    const huge = { width: 60_000, height: 60_000, depth: 8, colour: 6 }
    expect(faultOf(pngOfLines(huge, Buffer.alloc(10)))).toBe('tooLarge')
    expect(faultOf(pngOfLines({ width: 4, height: 4, depth: 8, colour: 0 }, Buffer.alloc(50_000_000)))).toBe('damaged')
    const jpeg = jpegOf(slope, 80)
    const size = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
    jpeg.writeUInt16BE(60_000, size + 5)
    jpeg.writeUInt16BE(60_000, size + 7)
    expect(faultOf(jpeg)).toBe('tooLarge')
  })

  it('another file is none', () => {
    expect(faultOf(Buffer.from('%PDF-1.7'))).toBe('damaged')
  })
})
