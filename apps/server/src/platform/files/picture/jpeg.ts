import type { Grey } from '@quanheng/domain/evidence/picture/grey'
import { decode } from 'jpeg-js'
import { type Limits, PictureRefused } from './limits.ts'

export const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff

/** Luma of a JPEG, baseline or progressive. @throws PictureRefused where it is damaged or beyond the limits */
export const readJpeg = (bytes: Buffer, limits: Limits): Grey => {
  const decoded = (() => {
    try {
      return decode(bytes, {
        useTArray: true,
        formatAsRGBA: false,
        tolerantDecoding: false,
        maxResolutionInMP: limits.pixels / 1_000_000,
        maxMemoryUsageInMB: limits.memoryMb,
      })
    } catch (error) {
      throw new PictureRefused(/limit exceeded/.test((error as Error).message) ? 'tooLarge' : 'damaged')
    }
  })()
  const { width, height, data } = decoded
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at++) {
    const [red, green, blue] = [data[at * 3] as number, data[at * 3 + 1] as number, data[at * 3 + 2] as number]
    grey[at] = 0.299 * red + 0.587 * green + 0.114 * blue
  }
  return { width, height, data: grey }
}
