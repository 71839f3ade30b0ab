import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fontOf } from './font-set.ts'
import { readFonts } from './read-fonts.ts'
import { FontUnreadable, readSfnt } from './sfnt.ts'
import { subsetFont } from './subset.ts'

const folder = mkdtempSync(join(tmpdir(), 'fonts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const standIn = readFonts()
const regular = standIn.faces.body[0]?.font ?? expect.fail('no stand-in')
const codes = (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b)

describe('fonts', () => {
  it('a subset holds its characters with their widths, each with a glyph of its own, and nothing else', () => {
    const wanted = codes('Aé—、一绩𠮷')
    const subset = readSfnt(subsetFont(regular, wanted, 'QHA'))
    for (const [index, code] of wanted.entries()) {
      expect(subset.glyphOf(code)).toBe(index + 1)
      expect(subset.advanceOf(index + 1)).toBe(regular.advanceOf(regular.glyphOf(code)))
    }
    expect(subset.glyphOf('考'.codePointAt(0) ?? 0)).toBe(0)
    expect(subset.names).toContain('QHA')
    expect(subsetFont(regular, wanted, 'QHA')).toEqual(subsetFont(regular, wanted, 'QHA'))
  })
  it('the stand-in has the rare characters of names', () => {
    for (const character of '㛃䶮𬭚绩效')
      expect(fontOf(standIn, 'body', character.codePointAt(0) ?? 0).found).toBe(true)
  })
  it('takes the site’s fonts by their names, names what it cannot read, and falls back for what they lack', () => {
    writeFileSync(join(folder, 'a.ttf'), subsetFont(regular, codes('考核'), 'FangSong_GB2312'))
    writeFileSync(join(folder, '方正小标宋简体.ttf'), subsetFont(regular, codes('考'), 'Unnamed'))
    writeFileSync(join(folder, 'broken.ttf'), 'no font')
    const { faces, unreadable } = readFonts(folder)
    expect(faces.body.map(({ name }) => name)).toEqual(['FangSong_GB2312', 'Noto Serif SC', 'Noto Serif SC Bold'])
    expect(faces.title[0]?.name).toBe('Unnamed')
    expect(faces.strong[0]?.name).toBe('Noto Serif SC Bold')
    expect(unreadable).toEqual(['broken.ttf'])
    expect(fontOf({ faces, unreadable }, 'body', '评'.codePointAt(0) ?? 0).font.name).toBe('Noto Serif SC')
  })
  it('refuses what is no TrueType font', () => {
    expect(() => readSfnt(new TextEncoder().encode('OTTO0000000000000000'))).toThrow(FontUnreadable)
    expect(readFonts(join(folder, 'nowhere')).faces.body[0]?.name).toBe('Noto Serif SC')
  })
})
