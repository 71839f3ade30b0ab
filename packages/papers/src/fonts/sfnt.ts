/** A TrueType font as its tables: what the widths of characters and a subset are read from. */
export interface Sfnt {
  readonly table: (tag: string) => DataView
  readonly has: (tag: string) => boolean
  readonly unitsPerEm: number
  readonly glyphs: number
  /** Glyph of a code point; 0 where there is none. */
  readonly glyphOf: (codePoint: number) => number
  /** In font units. */
  readonly advanceOf: (glyph: number) => number
  /** Names that the font goes by, in all of its languages. */
  readonly names: readonly string[]
}

/** Not a TrueType font: outlines of another kind, or no font at all. */
export class FontUnreadable extends Error {
  override readonly name = 'FontUnreadable'
}

const view = (bytes: Uint8Array, from = 0, length = bytes.byteLength - from) =>
  new DataView(bytes.buffer, bytes.byteOffset + from, length)

const tagOf = (value: number): string =>
  String.fromCharCode(value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255)

/** Where the tables lie; of a collection, those of its first font. */
function directory(bytes: Uint8Array): ReadonlyMap<string, DataView> {
  const file = view(bytes)
  const start = tagOf(file.getUint32(0)) === 'ttcf' ? file.getUint32(12) : 0
  if (![0x00010000, 0x74727565].includes(file.getUint32(start))) throw new FontUnreadable('no TrueType outlines')
  const tables = new Map<string, DataView>()
  for (let index = 0; index < file.getUint16(start + 4); index++) {
    const at = start + 12 + 16 * index
    tables.set(tagOf(file.getUint32(at)), view(bytes, file.getUint32(at + 8), file.getUint32(at + 12)))
  }
  return tables
}

type Lookup = (codePoint: number) => number

/** Format 12: groups of code points, sorted. */
function groups(cmap: DataView, at: number): Lookup {
  const count = cmap.getUint32(at + 12)
  return (codePoint) => {
    let low = 0
    let high = count - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const group = at + 16 + 12 * middle
      if (codePoint < cmap.getUint32(group)) high = middle - 1
      else if (codePoint > cmap.getUint32(group + 4)) low = middle + 1
      else return cmap.getUint32(group + 8) + codePoint - cmap.getUint32(group)
    }
    return 0
  }
}

/** Format 4: segments of the basic plane. */
function segments(cmap: DataView, at: number): Lookup {
  const count = cmap.getUint16(at + 6) / 2
  const ends = at + 14
  const starts = ends + 2 * count + 2
  return (codePoint) => {
    for (let index = 0; index < count; index++) {
      if (codePoint > cmap.getUint16(ends + 2 * index)) continue
      const start = cmap.getUint16(starts + 2 * index)
      if (codePoint < start) return 0
      const delta = cmap.getUint16(starts + 2 * (count + index))
      const place = starts + 2 * (2 * count + index)
      const offset = cmap.getUint16(place)
      if (offset === 0) return (codePoint + delta) & 0xffff
      const glyph = cmap.getUint16(place + offset + 2 * (codePoint - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}

function lookupOf(cmap: DataView): Lookup {
  const found = new Map<number, number>()
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const platform = cmap.getUint16(4 + 8 * index)
    const at = cmap.getUint32(8 + 8 * index)
    if (platform === 0 || platform === 3) found.set(cmap.getUint16(at), at)
  }
  const wide = found.get(12)
  const basic = found.get(4)
  if (wide !== undefined) return groups(cmap, wide)
  if (basic === undefined) throw new FontUnreadable('no characters by Unicode')
  return segments(cmap, basic)
}

/** Family and full names (1, 4, 16) as UTF-16; others are of no use here. */
function namesOf(name: DataView | undefined): string[] {
  if (!name) return []
  const strings = name.getUint16(4)
  const out = new Set<string>()
  for (let index = 0; index < name.getUint16(2); index++) {
    const at = 6 + 12 * index
    if (![0, 3].includes(name.getUint16(at)) || ![1, 4, 16].includes(name.getUint16(at + 6))) continue
    const from = strings + name.getUint16(at + 10)
    let text = ''
    for (let byte = 0; byte < name.getUint16(at + 8); byte += 2)
      text += String.fromCharCode(name.getUint16(from + byte))
    out.add(text)
  }
  return [...out]
}

/** Throws `FontUnreadable` and RangeError only: a file that is cut or is something else. */
export function readSfnt(bytes: Uint8Array): Sfnt {
  const tables = directory(bytes)
  const table = (tag: string): DataView => {
    const found = tables.get(tag)
    if (!found) throw new FontUnreadable(`no ${tag}`)
    return found
  }
  const metrics = table('hmtx')
  const long = table('hhea').getUint16(34)
  table('glyf')
  return {
    table,
    has: (tag) => tables.has(tag),
    unitsPerEm: table('head').getUint16(18),
    glyphs: table('maxp').getUint16(4),
    glyphOf: lookupOf(table('cmap')),
    advanceOf: (glyph) => metrics.getUint16(4 * Math.min(glyph, long - 1)),
    names: namesOf(tables.get('name')),
  }
}
