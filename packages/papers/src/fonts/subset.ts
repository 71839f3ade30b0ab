import { Bytes, copyOf } from './bytes.ts'
import type { Sfnt } from './sfnt.ts'
import { cmapTable, nameTable, postTable, sfntFile } from './sfnt-tables.ts'

/** Flags of a composite glyph: words instead of bytes, scale, more to come, two scales, a matrix. */
const composite = { words: 1, scale: 8, more: 32, xy: 64, matrix: 128 } as const

function outlineOf(font: Sfnt): (glyph: number) => DataView {
  const loca = font.table('loca')
  const glyf = font.table('glyf')
  const long = font.table('head').getInt16(50) === 1
  const place = (glyph: number) => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  return (glyph) => new DataView(glyf.buffer, glyf.byteOffset + place(glyph), place(glyph + 1) - place(glyph))
}

/** Places in a composite outline where the glyphs that it is made of are named. */
function componentPlaces(outline: DataView): number[] {
  const places: number[] = []
  if (outline.byteLength === 0 || outline.getInt16(0) >= 0) return places
  let at = 10
  for (let flags: number = composite.more; (flags & composite.more) !== 0; ) {
    flags = outline.getUint16(at)
    places.push(at + 2)
    at += 4 + (flags & composite.words ? 4 : 2)
    at += flags & composite.scale ? 2 : flags & composite.xy ? 4 : flags & composite.matrix ? 8 : 0
  }
  return places
}

/**
 * A font that holds the given characters and nothing else, glyph 1 for the first: each character has a glyph of its own, so that
 * a glyph tells which character was meant, and one that the font lacks a box. Characters are sorted and each there once; hinting
 * is left out.
 */
export function subsetFont(font: Sfnt, codePoints: readonly number[], name: string): Uint8Array {
  const outline = outlineOf(font)
  const sources = [0, ...codePoints.map(font.glyphOf)]
  const placeOf = new Map<number, number>()
  const glyphs: Uint8Array[] = []
  for (let index = 0; index < sources.length; index++) {
    const source = outline(sources[index] ?? 0)
    const bytes = copyOf(source)
    for (const place of componentPlaces(source)) {
      const part = source.getUint16(place)
      const known = placeOf.get(part) ?? sources.push(part) - 1
      placeOf.set(part, known)
      new DataView(bytes.buffer).setUint16(place, known)
    }
    glyphs.push(bytes)
  }
  const padded = glyphs.map(({ length }) => (length + 3) & ~3)
  const glyf = new Uint8Array(padded.reduce((sum, each) => sum + each, 0))
  const loca = new Bytes().u32(0)
  let at = 0
  for (const [index, bytes] of glyphs.entries()) {
    glyf.set(bytes, at)
    at += padded[index] ?? 0
    loca.u32(at)
  }
  const hmtx = new Bytes()
  for (const [index, source] of sources.entries()) {
    const bytes = glyphs[index] ?? new Uint8Array()
    const left = bytes.length === 0 ? 0 : new DataView(bytes.buffer).getInt16(2)
    hmtx.u16(font.advanceOf(source), left)
  }
  const head = copyOf(font.table('head'))
  new DataView(head.buffer).setUint32(8, 0)
  new DataView(head.buffer).setInt16(50, 1)
  const hhea = copyOf(font.table('hhea'))
  new DataView(hhea.buffer).setUint16(34, sources.length)
  const maxp = copyOf(font.table('maxp'))
  new DataView(maxp.buffer).setUint16(4, sources.length)
  return sfntFile({
    'OS/2': copyOf(font.table('OS/2')),
    cmap: cmapTable(codePoints),
    glyf,
    head,
    hhea,
    hmtx: hmtx.bytes,
    loca: loca.bytes,
    maxp,
    name: nameTable(name),
    post: postTable(),
  })
}
