import { inflateSync } from 'node:zlib'
import type { Grey } from '@quanheng/domain/evidence/picture/grey'
import { type Limits, PictureRefused } from './limits.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, signature.length).equals(signature)

interface Header {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colour: number
  readonly interlaced: boolean
}

/** Samples a pixel by colour type (W3C PNG §6.1): grey, RGB, palette, grey + alpha, RGBA. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

interface Chunks {
  readonly header: Header
  readonly palette: Buffer
  readonly data: Buffer
}

const chunksOf = (bytes: Buffer, limits: Limits): Chunks => {
  let header: Header | undefined
  let palette: Buffer = Buffer.alloc(0)
  const data: Buffer[] = []
  for (let at = signature.length; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (body.length < length) throw new PictureRefused('damaged')
    if (name === 'IHDR') {
      if (length < 13) throw new PictureRefused('damaged')
      const [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)]
      header = { width, height, depth: body[8] ?? 0, colour: body[9] ?? 0, interlaced: body[12] === 1 }
      if (width * height > limits.pixels) throw new PictureRefused('tooLarge')
    }
    if (name === 'PLTE') palette = body
    if (name === 'IDAT') data.push(body)
    if (name === 'IEND') break
    at += length + 12
  }
  if (header === undefined || header.width === 0 || header.height === 0 || data.length === 0) {
    throw new PictureRefused('damaged')
  }
  return { header, palette, data: Buffer.concat(data) }
}

/** Where the pixels of one pass lie: every `stepX`-th of every `stepY`-th line from (x, y). */
interface Pass {
  readonly x: number
  readonly y: number
  readonly stepX: number
  readonly stepY: number
}

const straight: readonly Pass[] = [{ x: 0, y: 0, stepX: 1, stepY: 1 }]
/** Adam7 (W3C PNG §8.2). */
const adam7: readonly Pass[] = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
]

const paeth = (a: number, b: number, c: number): number => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)]
  if (pa <= pb && pa <= pc) return a
  return pb <= pc ? b : c
}

/** Takes the filter of one line back, in place (W3C PNG §9). `before` is the line above, zeroes above the first. */
const unfilter = (kind: number, line: Buffer, before: Buffer, pixelBytes: number): void => {
  if (kind > 4) throw new PictureRefused('damaged')
  for (let i = 0; i < line.length; i++) {
    const a = i < pixelBytes ? 0 : (line[i - pixelBytes] as number)
    const b = before[i] as number
    let guess = 0
    if (kind === 1) guess = a
    else if (kind === 2) guess = b
    else if (kind === 3) guess = (a + b) >> 1
    else if (kind === 4) guess = paeth(a, b, i < pixelBytes ? 0 : (before[i - pixelBytes] as number))
    line[i] = ((line[i] as number) + guess) & 0xff
  }
}

/** One sample of a line as 0 to 255, or as it stands where it is a place in the palette. */
const sample = (line: Buffer, at: number, depth: number, scaled: boolean): number => {
  if (depth === 8) return line[at] as number
  if (depth === 16) return line[at * 2] as number
  const perByte = 8 / depth
  const value = ((line[Math.floor(at / perByte)] as number) >> (8 - depth * ((at % perByte) + 1))) & ((1 << depth) - 1)
  return scaled ? (value * 255) / ((1 << depth) - 1) : value
}

const luma = (red: number, green: number, blue: number): number => 0.299 * red + 0.587 * green + 0.114 * blue

/** Luma of pixel `x` of a line; what is see-through lies on white paper. */
const greyAt = (line: Buffer, x: number, { depth, colour }: Header, palette: Buffer): number => {
  const count = channels[colour] as number
  const at = x * count
  const first = sample(line, at, depth, colour !== 3)
  if (colour === 3) return luma(palette[first * 3] ?? 0, palette[first * 3 + 1] ?? 0, palette[first * 3 + 2] ?? 0)
  const value = count < 3 ? first : luma(first, sample(line, at + 1, depth, true), sample(line, at + 2, depth, true))
  if (count === 1 || count === 3) return value
  const alpha = sample(line, at + count - 1, depth, true) / 255
  return value * alpha + 255 * (1 - alpha)
}

/** Luma of a PNG. @throws PictureRefused where it is damaged or beyond the limits; no more is inflated than the header announces */
export const readPng = (bytes: Buffer, limits: Limits): Grey => {
  const { header, palette, data } = chunksOf(bytes, limits)
  const { width, height, depth, colour } = header
  const count = channels[colour]
  if (count === undefined || ![1, 2, 4, 8, 16].includes(depth)) throw new PictureRefused('damaged')
  const passes = (header.interlaced ? adam7 : straight).map((pass) => {
    const across = Math.max(0, Math.ceil((width - pass.x) / pass.stepX))
    const down = across === 0 ? 0 : Math.max(0, Math.ceil((height - pass.y) / pass.stepY))
    return { ...pass, across, down, lineBytes: Math.ceil((across * count * depth) / 8) }
  })
  const announced = passes.reduce((sum, pass) => sum + pass.down * (pass.lineBytes + 1), 0)
  let raw: Buffer
  try {
    raw = inflateSync(data, { maxOutputLength: announced })
  } catch {
    throw new PictureRefused('damaged')
  }
  if (raw.length < announced) throw new PictureRefused('damaged')
  const out = new Uint8Array(width * height)
  const pixelBytes = Math.max(1, (count * depth) / 8)
  let at = 0
  for (const pass of passes) {
    let before: Buffer = Buffer.alloc(pass.lineBytes)
    for (let n = 0; n < pass.down; n++) {
      const line = raw.subarray(at + 1, at + 1 + pass.lineBytes)
      unfilter(raw[at] as number, line, before, pixelBytes)
      const y = pass.y + n * pass.stepY
      for (let i = 0; i < pass.across; i++) {
        out[y * width + pass.x + i * pass.stepX] = greyAt(line, i, header, palette)
      }
      before = line
      at += pass.lineBytes + 1
    }
  }
  return { width, height, data: out }
}
