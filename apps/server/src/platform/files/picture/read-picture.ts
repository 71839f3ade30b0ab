import { type Fingerprint, fingerprintOf } from '@quanheng/domain/evidence/picture/fingerprint'
import type { Grey } from '@quanheng/domain/evidence/picture/grey'
import { isJpeg, readJpeg } from './jpeg.ts'
import { type Limits, PictureRefused } from './limits.ts'
import { isPng, readPng } from './png.ts'

/** 64 million pixels: beyond what cameras in offices take. */
const limits: Limits = { pixels: 64_000_000, memoryMb: 1024 }

/** Luma of a JPEG or PNG by its first bytes, whatever it is called. @throws PictureRefused */
export const readPicture = (bytes: Buffer, bounds: Limits = limits): Grey => {
  if (isPng(bytes)) return readPng(bytes, bounds)
  if (isJpeg(bytes)) return readJpeg(bytes, bounds)
  throw new PictureRefused('damaged')
}

export interface ReadPicture extends Fingerprint {
  readonly width: number
  readonly height: number
}

export const describePicture = (bytes: Buffer): ReadPicture => {
  const picture = readPicture(bytes)
  return { width: picture.width, height: picture.height, ...fingerprintOf(picture) }
}
