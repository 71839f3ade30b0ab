import { deflateSync } from 'node:zlib'
import type { Grey } from '@quanheng/domain/evidence/picture/grey'
import { encode } from 'jpeg-js'

export const jpegOf = ({ width, height, data }: Grey, quality: number): Buffer => {
  const rgba = Buffer.alloc(data.length * 4, 255)
  for (const [at, value] of data.entries()) rgba.fill(value, at * 4, at * 4 + 3)
  return Buffer.from(encode({ width, height, data: rgba }, quality).data)
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

const chunk = (name: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  let crc = 0xffffffff
  for (const byte of named) crc = (crcTable[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8)
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(body.length, 0)
  named.copy(out, 4)
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, named.length + 4)
  return out
}

export interface PngForm {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colour: number
  readonly interlaced?: boolean
  readonly palette?: Buffer
}

/** A PNG of scan lines as they stand, each with its filter byte in front. */
export const pngOfLines = (form: PngForm, lines: Buffer): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(form.width, 0)
  head.writeUInt32BE(form.height, 4)
  head.set([form.depth, form.colour, 0, 0, form.interlaced ? 1 : 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(form.palette ? [chunk('PLTE', form.palette)] : []),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** 8-bit grey, no filter. */
export const pngOf = ({ width, height, data }: Grey): Buffer => {
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) lines.set(data.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return pngOfLines({ width, height, depth: 8, colour: 0 }, lines)
}
