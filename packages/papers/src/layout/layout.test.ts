import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formOf, type Letter } from '../paper/model.ts'
import { plain } from '../paper/text.ts'
import { generatedPaper } from '../testing/generated-papers.ts'
import { aLetter, aReport } from '../testing/samples.ts'
import { anEntrySheet, aScoreSheet, aSignOffSheet, aVisitRecord } from '../testing/sheet-samples.ts'
import { breakLines, glyphsOf } from './break-lines.ts'
import { setLetter } from './letter.ts'
import { margin, millimetres, tightening, turned, typeArea } from './measures.ts'
import { halfAdvance, type PlacedText, type SetPage, type SetPaper } from './model.ts'
import { setReport } from './report.ts'
import { newSetting } from './setting.ts'
import { setSheet } from './sheets.ts'

const texts = (page: SetPage) => page.items.filter((item): item is PlacedText => item.kind === 'text')
const read = (paper: SetPaper) => paper.pages.flatMap(texts).filter(({ part }) => part !== undefined)
const letters = (text: string) => Array.from(text.replace(/\s/g, '')).sort().join('')
const endOf = ({ text, face, size, x, spacing, narrow = 1 }: PlacedText) =>
  x +
  Array.from(text).reduce((sum, character) => sum + halfAdvance(face, character) * size * narrow + spacing, -spacing)

/** Every text that a paper holds, found without the composer; labels and numbers that the composer adds are not in it. */
function held(value: unknown, skip: readonly string[]): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((each) => held(each, skip)).join('')
  if (typeof value !== 'object' || value === null) return ''
  if ('path' in value && 'text' in value) return String(value.text)
  return Object.entries(value)
    .filter(([key]) => !skip.includes(key))
    .map(([, each]) => held(each, skip))
    .join('')
}

const count = (text: string): ReadonlyMap<string, number> => {
  const out = new Map<string, number>()
  for (const character of text.replace(/\s/g, '')) out.set(character, (out.get(character) ?? 0) + 1)
  return out
}

const papers = Array.from({ length: 30 }, (_, index) => generatedPaper(index))

const inside = (paper: SetPaper) => {
  for (const page of paper.pages) {
    const landscape = page.width > page.height
    const left = landscape ? turned.left : margin.left
    const right = left + (landscape ? turned.width : typeArea.width)
    const bottom = landscape ? turned.top + turned.height : margin.top + typeArea.height
    for (const item of texts(page)) {
      if (item.part === undefined) continue
      expect(item.x, item.text).toBeGreaterThanOrEqual(left - 0.1)
      expect(endOf({ ...item, text: item.text.trimEnd() }), item.text).toBeLessThanOrEqual(right + 0.1)
      expect(item.y, item.text).toBeLessThanOrEqual(bottom + 0.1)
    }
  }
}

describe('lines', () => {
  const style = { face: 'body', size: 16 } as const
  const linesOf = (text: string, room: number) =>
    breakLines(glyphsOf([{ text, style }], newSetting()), room, room).map(({ glyphs }) =>
      glyphs.map(({ character }) => character).join(''),
    )
  it('hold 28 characters of 3号', () => {
    expect(linesOf('考'.repeat(57), typeArea.width).map((line) => line.length)).toEqual([28, 28, 1])
  })
  it('neither begin with a closing mark nor end with an opening one, nor part a figure', () => {
    const characters = fc.constantFrom(...'考核评分、，。；：？！）》〉”（《〈“〔〕12.5%ab '.split(''))
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 120 }), fc.integer({ min: 6, max: 30 }), (parts, room) => {
        const text = parts.join('')
        const lines = linesOf(text, room * (16 + tightening))
        expect(lines.join('')).toBe(text)
        // Marks without end leave no place to break: then the line is simply full.
        const whole = text.split(/(?<=[考核评分])(?=[考核评分（《〈“〔])/).every((piece) => piece.length < room)
        if (!whole) return
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[、，。；：？！）》〉”〕%]/)
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（《〈“〔]$/)
      }),
    )
  })
})

describe('papers', () => {
  it('lose no character and print none twice', () => {
    for (const letter of papers) {
      const set = setLetter(letter)
      const shown = count(
        read(set)
          .map(({ text }) => text)
          .join(''),
      )
      const skip = [
        'kind',
        'path',
        'on',
        'sealed',
        'wide',
        'width',
        'align',
        'letterhead',
        'number',
        'issue',
        'signers',
      ]
      // A 信函 has no row that says who printed it (10.1).
      const imprint = formOf(letter.kind) === 'letter' ? letter.imprint?.copies : letter.imprint
      const own = count(held({ ...letter, urgency: undefined, signature: undefined, imprint }, skip))
      for (const [character, times] of own) {
        if (/[，、（）。\d：；]/.test(character)) continue
        expect(shown.get(character) ?? 0, `${letter.kind} ${character}`).toBeGreaterThanOrEqual(times)
      }
    }
  })
  it('a report is exactly its text', () => {
    const set = setReport({ ...aReport, body: aReport.body.filter(({ kind }) => kind === 'paragraph') })
    const text = aReport.body.map((block) => (block.kind === 'paragraph' ? plain(block.text) : '')).join('')
    const title = String(aReport.title)
    const shown = read(set).map((item) => item.text)
    expect(letters(shown.join(''))).toBe(letters(`${title}${text}${aReport.signature?.organs.join('')}2025年1月18日`))
    expect(shown.join('')).toContain(text.slice(0, 20))
  })
  it('stay inside the type area', () => {
    for (const letter of papers) inside(setLetter(letter))
    inside(setReport(aReport))
  })
  it('have no page with only the date', () => {
    for (const letter of papers) {
      for (const page of setLetter(letter).pages) {
        const text = texts(page)
          .filter(({ part }) => part !== undefined)
          .map((item) => item.text)
          .join('')
        expect(text).not.toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/)
      }
    }
  })
  it('a 版记 ends at the foot of the type area of an even page', () => {
    for (const letter of papers.filter((each) => each.imprint && formOf(each.kind) !== 'letter')) {
      const { pages } = setLetter(letter)
      expect(pages.length % 2).toBe(0)
      const rules = pages.at(-1)?.items.filter((item) => item.kind === 'rule') ?? []
      const foot = Math.max(...rules.map(({ y, height }) => y + height))
      expect(foot).toBeCloseTo(margin.top + typeArea.height, 1)
    }
  })
  it('number odd pages right and even pages left, and no page without text', () => {
    const { pages } = setLetter(aLetter)
    for (const [index, page] of pages.entries()) {
      const own = texts(page).find(({ text, part }) => part === undefined && /^— \d+ —$/.test(text))
      const filled = texts(page).some(({ part }) => part !== undefined)
      if (!filled) expect(own).toBeUndefined()
      if (own && page.width < page.height) {
        expect(own.text).toBe(`— ${index + 1} —`)
        expect(own.x > page.width / 2).toBe(index % 2 === 0)
      }
    }
  })
  it('stand where the standard says: mark, rule', () => {
    const [page] = setLetter({ ...aLetter, signers: [], kind: '通知', title: '关于开展考评的通知' } as Letter).pages
    const mark = page && texts(page).find(({ colour }) => colour === 'red')
    expect((mark?.y ?? 0) - 0.88 * (mark?.size ?? 0)).toBeCloseTo(margin.top + millimetres(35), 1)
    const rule = page?.items.find((item) => item.kind === 'rule' && item.colour === 'red')
    expect(rule?.kind === 'rule' && rule.width).toBeCloseTo(typeArea.width, 1)
  })
  it('repeat the heads of a table on every page that it reaches, shown and not read', () => {
    const set = setReport(aReport)
    const heads = set.pages.map((page) => texts(page).filter(({ text }) => text === '考核对象'))
    const reached = heads.filter((each) => each.length > 0)
    expect(reached.length).toBeGreaterThan(1)
    expect(reached.flat().filter(({ part }) => part !== undefined)).toHaveLength(1)
  })
  it('a row higher than a page goes on below', () => {
    const long = '甲'.repeat(9_000)
    const set = setReport({
      title: '报告',
      body: [{ kind: 'table', columns: [{ width: 1 }, { width: 3 }], header: [['项', '文']], rows: [['一', long]] }],
    })
    const shown = read(set).map(({ text }) => text)
    expect(shown.join('').split('甲')).toHaveLength(9_001)
    inside(set)
  })
})

describe('working papers', () => {
  it.each([
    { kind: 'score', sheet: aScoreSheet },
    { kind: 'visit', sheet: aVisitRecord },
    { kind: 'signOff', sheet: aSignOffSheet },
    { kind: 'entry', sheet: anEntrySheet },
  ] as const)('$kind: check code and page count on every page, everything inside', (order) => {
    const set = setSheet(order, { watermark: '沈一苇 投资科 2026-01-08 09:00' })
    for (const [index, page] of set.pages.entries()) {
      const own = texts(page).map(({ text }) => text)
      expect(own.some((text) => text.startsWith(`校验码：${order.sheet.checkCode}`))).toBe(true)
      expect(own).toContain(`第${index + 1}页 共${set.pages.length}页`)
      expect(own.some((text) => text.includes('沈一苇 投资科'))).toBe(true)
      for (const item of texts(page)) {
        if (item.turn) continue
        expect(endOf(item)).toBeLessThanOrEqual(page.width - millimetres(17.9))
        expect(item.y).toBeLessThanOrEqual(page.height - millimetres(9))
      }
    }
    const shown = read(set)
      .map(({ text }) => text)
      .join('')
    for (const { label } of order.sheet.facts) expect(shown).toContain(label)
  })
  it('no page holds the boxes to sign alone, however many rows there are', () => {
    for (let rows = 1; rows <= 60; rows++) {
      const sheet = {
        title: '目标责任书',
        organ: '青川市发展和改革委员会',
        checkCode: 'Q7K3-9FXD-2M4P',
        orientation: 'portrait',
        facts: [],
        columns: [{ header: '责任事项', width: 1, kind: 'text' }],
        rows: Array.from({ length: rows }, (_, at) => [`第${at + 1}项任务`]),
        signatures: [{ role: '负责人' }],
      } as const
      const { pages } = setSheet({ kind: 'form', sheet })
      const last = pages.at(-1)
      const shown = last === undefined ? [] : texts(last).map(({ text }) => text)
      expect(shown.some((text) => text.startsWith('负责人（签字）'))).toBe(true)
      expect(shown).toContain(`第${rows}项任务`)
    }
  })
})
