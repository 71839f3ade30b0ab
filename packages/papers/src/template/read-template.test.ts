import { checkTemplate } from '@quanheng/domain/office-template/check'
import { officeTemplateKinds } from '@quanheng/domain/office-template/model'
import { describe, expect, it } from 'vitest'
import { body, partsOf, planted } from '../testing/faulty.ts'
import { readTemplate } from './read-template.ts'
import { sampleTemplate } from './sample-template.ts'

const sample = await partsOf(await sampleTemplate('deductionLetter'))
const textsOf = (parts = sample) => readTemplate(parts).parts.flatMap((part) => part.map(({ text }) => text))
const inBody = (xml: string) => body((document) => document.replace('<w:body>', `<w:body>${xml}`))
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
const paragraph = (inside: string) => `<w:p>${inside}</w:p>`

describe('the samples', () => {
  it.each(officeTemplateKinds)('%s: every tag stands right', async (kind) => {
    const read = readTemplate(await partsOf(await sampleTemplate(kind)))
    expect(read.fault).toBeNull()
    expect(checkTemplate(kind, read.parts).faults).toEqual([])
  })
})

describe('reading', () => {
  it('joins what an office program split, and keeps cells and rows apart', () => {
    const parts = planted(sample, inBody(paragraph(`${run('{单位')}<w:proofErr w:type="spellStart"/>${run('名称}')}`)))
    expect(textsOf(parts)[0]).toBe('{单位名称}')
    const rows = readTemplate(sample)
      .parts.flat()
      .filter(({ row }) => row !== null)
    expect(new Set(rows.map(({ container }) => container)).size).toBe(rows.length)
    expect(new Set(rows.map(({ row }) => row)).size).toBe(2)
  })

  it('a text box is read once, behind the paragraph that it hangs on, and is a place of its own', () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`
    const hung = `<w:r><mc:AlternateContent><mc:Choice>${box('盒中')}</mc:Choice><mc:Fallback>${box('盒中')}</mc:Fallback></mc:AlternateContent></w:r>`
    const read = readTemplate(planted(sample, inBody(paragraph(`${run('盒外')}${hung}`)))).parts[0] ?? []
    expect(read.slice(0, 2).map(({ text }) => text)).toEqual(['盒外', '盒中'])
    expect(read[1]?.container).not.toBe(read[0]?.container)
    expect(read.filter(({ text }) => text.includes('盒中')).length).toBe(1)
  })

  it('what a field printed is text of the page and not typed', () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('12')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const simple = `<w:fldSimple w:instr="NUMPAGES">${run('34')}</w:fldSimple>`
    const read = readTemplate(planted(sample, inBody(paragraph(`${run('第')}${field}${simple}${run('页')}`))))
      .parts[0]?.[0]
    expect(read).toMatchObject({ text: '第1234页', typed: '第页' })
  })

  it.each([
    ['macros', { 'word/vbaProject.bin': 'x' }],
    [
      'macros',
      { '[Content_Types].xml': (xml: string) => xml.replace('wordprocessingml.document.main', 'macroEnabled.main') },
    ],
    ['embedded', { 'word/embeddings/oleObject1.bin': 'x' }],
    [
      'outside',
      {
        'word/_rels/settings.xml.rels':
          '<Relationships><Relationship Id="a" Type="http://x/attachedTemplate" Target="http://x/a.dotm" TargetMode="External"/></Relationships>',
      },
    ],
  ] as const)('%s are named', (fault, change) => {
    expect(readTemplate(planted(sample, change)).fault).toBe(fault)
  })

  it('a link to click on is none of them', () => {
    const link =
      '<Relationships><Relationship Id="a" Type="http://x/relationships/hyperlink" Target="http://x/" TargetMode="External"/></Relationships>'
    expect(readTemplate(planted(sample, { 'word/_rels/header1.xml.rels': link })).fault).toBeNull()
  })
})
