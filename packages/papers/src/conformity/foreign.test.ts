import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { partsOf } from '../testing/faulty.ts'
import { wpsLike } from '../testing/wps-like.ts'
import { checkPaper } from './check-paper.ts'

/** Assertions that failed or warned, of a paper that our composer did not write. */
const found = async (bytes: Uint8Array) => {
  const { answers, conclusion } = checkPaper(await partsOf(bytes))
  const of = (wanted: 'fail' | 'warn') => answers.filter(({ status }) => status === wanted).map(({ id }) => id)
  return {
    failed: of('fail'),
    warned: of('warn'),
    conclusion,
  }
}

const file = (name: string): Uint8Array => readFileSync(new URL(`./foreign/${name}.docx`, import.meta.url))

describe('papers that other programs wrote', () => {
  it('LibreOffice, from an .odt laid out by the standard but without page numbers and 版记: those are said, nothing else', async () => {
    expect(await found(file('libreoffice-odt'))).toMatchObject({ failed: [40], warned: [36], conclusion: 'faults' })
  })
  it('LibreOffice, from a careless web page: margins, sizes, faces, number, rule, colon, date and punctuation', async () => {
    const { failed } = await found(file('libreoffice-html'))
    expect(failed).toEqual([3, 4, 5, 6, 8, 10, 11, 12, 13, 17, 19, 20, 24, 28, 29, 33, 40, 46])
  })
  it('WPS, from an office’s template with everything in styles: no fault but the 版记 it has not', async () => {
    expect(await found(await wpsLike())).toMatchObject({ failed: [], warned: [36], conclusion: 'structureOnly' })
  })
  it.each([
    [12, 'a heading made bold in 仿宋 by hand', '一、', { style: 'flush', run: '<w:rPr><w:b/></w:rPr>' }],
    [13, 'a second level in 黑体', '（一）', { style: 'one' }],
    [20, 'brackets of another form', '〔2025〕', { text: '云发改发[2025]18号' }],
    [29, 'a half-width colon', '市直', { text: '市直各有关单位:' }],
    [33, 'a day with a zero', '2025年1月', { text: '2025年01月18日' }],
    [8, 'body text of 4号', '根据', { run: '<w:rPr><w:sz w:val="28"/></w:rPr>' }],
  ] as const)('WPS, %d: %s', async (id, _, start, change) => {
    const bytes = await wpsLike((line) => (line.text.includes(start) ? { ...line, ...change } : line))
    expect((await found(bytes)).failed).toContain(id)
  })
})
