import { Bytes } from './bytes.ts'

/** cmap of code points in order, glyph 1 for the first: format 12, and format 4 for readers that know no other. */
export function cmapTable(codePoints: readonly number[]): Uint8Array {
  const basic = codePoints
    .map((codePoint, index) => ({ codePoint, glyph: index + 1 }))
    .filter(({ codePoint }) => codePoint < 0xffff)
  const runs: { from: number; to: number; glyph: number }[] = []
  for (const { codePoint, glyph } of basic) {
    const last = runs.at(-1)
    if (last && last.to + 1 === codePoint && last.glyph + codePoint - last.from === glyph) last.to = codePoint
    else runs.push({ from: codePoint, to: codePoint, glyph })
  }
  const count = runs.length + 1
  const power = 2 ** Math.floor(Math.log2(count))
  const four = new Bytes()
    .u16(4, 16 + 8 * count, 0, 2 * count, 2 * power, Math.log2(power), 2 * (count - power))
    .u16(...runs.map(({ to }) => to), 0xffff, 0)
    .u16(...runs.map(({ from }) => from), 0xffff)
    .u16(...runs.map(({ from, glyph }) => (glyph - from) & 0xffff), 1)
    .u16(...Array.from({ length: count }, () => 0)).bytes
  const twelve = new Bytes().u16(12, 0).u32(16 + 12 * codePoints.length, 0, codePoints.length)
  for (const [index, codePoint] of codePoints.entries()) twelve.u32(codePoint, codePoint, index + 1)
  const head = new Bytes()
    .u16(0, 2, 3, 1)
    .u32(20)
    .u16(3, 10)
    .u32(20 + four.length)
  return Uint8Array.from([...head.bytes, ...four, ...twelve.bytes])
}

/** name: family, style, unique, full and PostScript name, in English. */
export function nameTable(name: string): Uint8Array {
  const records = [
    [1, name],
    [2, 'Regular'],
    [3, name],
    [4, name],
    [6, name],
  ] as const
  const head = new Bytes().u16(0, records.length, 6 + 12 * records.length)
  const strings = new Bytes()
  let at = 0
  for (const [id, text] of records) {
    head.u16(3, 1, 0x0409, id, 2 * text.length, at)
    for (const character of text) strings.u16(character.charCodeAt(0))
    at += 2 * text.length
  }
  return Uint8Array.from([...head.bytes, ...strings.bytes])
}

/** post without glyph names. */
export const postTable = (): Uint8Array => new Bytes().u32(0x00030000, 0, 0, 0, 0, 0, 0, 0).bytes

const sumOf = (bytes: Uint8Array): number => {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) {
    const word =
      ((bytes[at] ?? 0) * 2 ** 24 +
        ((bytes[at + 1] ?? 0) << 16) +
        ((bytes[at + 2] ?? 0) << 8) +
        (bytes[at + 3] ?? 0)) >>>
      0
    sum = (sum + word) >>> 0
  }
  return sum
}

/** Tables as one font file, sorted, padded, with their sums and the sum of all in `head`. */
export function sfntFile(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const tags = Object.keys(tables).sort()
  const power = 2 ** Math.floor(Math.log2(tags.length))
  const head = new Bytes().u32(0x00010000).u16(tags.length, 16 * power, Math.log2(power), 16 * (tags.length - power))
  let at = 12 + 16 * tags.length
  const places = tags.map((tag) => {
    const bytes = tables[tag] ?? new Uint8Array()
    const place = at
    head.text(tag).u32(sumOf(bytes), place, bytes.length)
    at += (bytes.length + 3) & ~3
    return { tag, bytes, place }
  })
  const file = new Uint8Array(at)
  file.set(head.bytes)
  for (const { bytes, place } of places) file.set(bytes, place)
  const own = places.find(({ tag }) => tag === 'head')
  if (own) new DataView(file.buffer).setUint32(own.place + 8, (0xb1b0afba - sumOf(file)) >>> 0)
  return file
}
