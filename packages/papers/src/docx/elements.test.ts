import { describe, expect, it } from 'vitest'
import { turnOfBody } from '../layout/letter.ts'
import { generatedPaper } from '../testing/generated-papers.ts'
import { attribute, faces, openDocx, sections, sizes, textOf } from '../testing/open-docx.ts'
import { aLetter, aReport } from '../testing/samples.ts'
import { signatureGaps } from './closing.ts'
import { composeLetter } from './letter.ts'
import { composeReport } from './report.ts'

const letter = await openDocx(await composeLetter(aLetter))
const report = await openDocx(await composeReport(aReport))

describe('red head (7.2)', () => {
  it('mark and rule are red, once each; the number is no red', () => {
    const mark = letter.starting('青川市发展和改革委员会文件')
    expect(mark.xml).toContain('<w:color w:val="FF0000"/>')
    const rules = letter.paragraphs.filter(({ xml }) => /<w:bottom [^>]*w:color="FF0000"/.test(xml))
    expect(rules.length).toBe(1)
    const thickness = Number(/<w:bottom [^>]*w:sz="(\d+)"/.exec(rules[0]?.xml ?? '')?.[1]) / 8
    expect(thickness * 0.3528).toBeGreaterThanOrEqual(0.35)
    expect(thickness * 0.3528).toBeLessThanOrEqual(0.5)
    expect(letter.starting('青发改报〔2025〕3号').xml).not.toContain('FF0000')
    expect(report.document).not.toContain('FF0000')
  })
  it('papers that go up carry the number left and the signer right, his name in 楷体', () => {
    const line = letter.starting('青发改报〔2025〕3号')
    expect(line.text).toBe('青发改报〔2025〕3号\t签发人：梁亦舟')
    expect(attribute(line.xml, 'ind', 'left')).toBe('315')
    expect(faces(line.xml).at(-1)).toBe('楷体_GB2312')
  })
  it('other papers carry the number in the middle, and an allotted number is not needed to compose a draft', async () => {
    const { number: _, ...draft } = aLetter
    const plain = await openDocx(await composeLetter({ ...draft, kind: '通知', signers: [] }))
    expect(plain.text).not.toContain('签发人')
    expect(plain.text).not.toContain('〔2025〕3号')
    const numbered = await openDocx(await composeLetter({ ...aLetter, signers: [] }))
    expect(attribute(numbered.starting('青发改报').xml, 'jc', 'val')).toBe('center')
  })
  it('several signers stand two to a line, the number on the last', async () => {
    const several = await openDocx(await composeLetter({ ...aLetter, signers: ['梁亦舟', '沈一苇', '周砚秋'] }))
    expect(several.starting('\t签发人').text).toBe('\t签发人：梁亦舟\u3000沈一苇')
    expect(several.starting('青发改报').text).toBe('青发改报〔2025〕3号\t\t周砚秋')
  })
  it('joint papers name every organ, the host first', async () => {
    const joint = await openDocx(
      await composeLetter({
        ...aLetter,
        letterhead: { organs: ['青川市发展和改革委员会', '青川市统计局'], word: '文件' },
      }),
    )
    const marks = joint.paragraphs
      .filter(({ xml }) => xml.includes('<w:color w:val="FF0000"/>'))
      .map(({ text }) => text)
    expect(marks).toEqual(['青川市发展和改革委员会', '青川市统计局', '文件'])
  })
  it('the addressee is flush left with a full-width colon', () => {
    const { xml, text } = letter.starting('市绩效考评领导小组办公室')
    expect(text).toBe('市绩效考评领导小组办公室：')
    expect(xml).not.toContain('<w:ind')
  })
})

describe('attachments, signature, imprint (7.3.4–7.4)', () => {
  it('a body of one paragraph goes over the page by itself, or where the last lines stand with the signature', async () => {
    const bodyOf = async (index: number) => {
      const letter = generatedPaper(index)
      const [text = ''] = letter.body.map((block) => (block.kind === 'paragraph' ? String(block.text) : ''))
      return (await openDocx(await composeLetter(letter))).starting(text.slice(0, 8)).xml
    }
    const [long, short] = [await bodyOf(130), await bodyOf(132)]
    expect(turnOfBody(generatedPaper(130))).toBe('itself')
    expect(long).not.toMatch(/<w:keepNext\/>|<w:br /)
    expect(turnOfBody(generatedPaper(132))).toBeGreaterThan(20)
    expect(short).toMatch(/<w:br w:type="page"\/>/)
    expect(textOf(short).replace('\n', '')).toBe(
      generatedPaper(132)
        .body.map((block) => 'text' in block && block.text)
        .join(''),
    )
    // With text behind it the signature has its own lines to stand with.
    const { body } = generatedPaper(132)
    expect(turnOfBody({ ...generatedPaper(132), body: [...body, ...body] })).toBeUndefined()
  })
  it('the names of the 附件说明 are those of the bound attachments, which start on pages of their own', () => {
    const names = aLetter.attachments?.map(({ name }) => name) ?? []
    expect(letter.starting('附件：1.').text).toBe(`附件：1.\t${names[0]}`)
    expect(letter.starting('2.\t').text).toBe(`2.\t${names[1]}`)
    for (const label of ['附件2', '附件3']) {
      const { xml, text } = letter.starting(label)
      expect(text).toBe(label)
      expect(xml).toContain('<w:pageBreakBefore/>')
      expect(faces(xml)).toEqual(['黑体'])
    }
    const titles = letter.paragraphs
      .filter(({ xml }) => sizes(xml)[0] === '44')
      .map(({ text }) => text.replaceAll('\n', ''))
    expect(titles).toEqual([aLetter.title, names[1], names[2]])
  })
  it('a single attachment bears no number', async () => {
    const single = await openDocx(await composeReport({ ...aReport, attachments: [{ name: '评分表' }] }))
    expect(single.starting('附件：').text).toBe('附件：评分表')
  })
  it.each([
    // organ and date in 字, sealed → free 字 right of each
    [11, 6.5, true, { organ: 1.75, date: 4 }],
    [20, 6.5, true, { organ: 0, date: 6.75 }],
    [4, 6.5, true, { organ: 5.25, date: 4 }],
    [11, 6.5, false, { organ: 2, date: 4.5 }],
    [4, 6.5, false, { organ: 6.5, date: 2 }],
  ])('organ of %d, date of %d, sealed %s', (organ, date, sealed, gaps) => {
    expect(signatureGaps(organ, date, sealed)).toEqual(gaps)
  })
  it('the date is in Arabic digits without leading zeros, and no page holds the signature alone', () => {
    expect(letter.starting('2025年1月18日').text).toBe('2025年1月18日')
    expect(report.starting('本报告所列得分').xml).toContain('<w:keepNext/>')
    const lines = report.paragraphs.map(({ text }) => text)
    const organ = report.paragraphs[lines.lastIndexOf('青川市发展和改革委员会')]
    expect(organ?.xml).toContain('<w:keepNext/>')
  })
  it('an unsigned paper leaves room for the date', async () => {
    const unsigned = await openDocx(await composeReport({ ...aReport, signature: { organs: ['甲局'], sealed: false } }))
    expect(unsigned.text).toContain('\u3000\u3000年\u3000月\u3000日')
  })
  it('the 版记 hangs at the foot of the last page between rules of 0.35, 0.25 and 0.35 mm', () => {
    const framed = letter.paragraphs.filter(({ xml }) => xml.includes('<w:framePr'))
    for (const { xml } of framed) {
      expect(attribute(xml, 'framePr', 'yAlign')).toBe('bottom')
      expect(attribute(xml, 'framePr', 'vAnchor')).toBe('margin')
      expect(attribute(xml, 'framePr', 'w')).toBe('8844')
    }
    const rules = framed
      .filter(({ xml }) => xml.includes('w:fill="000000"'))
      .map(({ xml }) => attribute(xml, 'spacing', 'line'))
    expect(rules).toEqual(['20', '14', '20'])
    const text = framed.map((each) => each.text.trim()).filter((each) => each !== '')
    expect(text[0]).toMatch(/^抄送：市纪委监委，.*局。$/)
    expect(text[1]).toBe('青川市发展和改革委员会办公室\t2025年1月18日印发')
  })
  it('the 版记 stands on an even page: with the last text, or in an unnumbered section of its own', async () => {
    const body = (lines: number) =>
      Array.from({ length: lines }, () => ({ kind: 'paragraph' as const, text: '考评。' }))
    const endOf = async (lines: number) => {
      const paper = await openDocx(await composeLetter({ ...aLetter, attachments: [], body: body(lines) }))
      const end = sections(paper.document).at(-1) ?? ''
      const feet = [...end.matchAll(/<w:footerReference [^>]*r:id="([^"]+)"/g)].map(([, relation]) => {
        const target = new RegExp(`Target="([^"]+)"[^>]*Id="${relation}"|Id="${relation}"[^>]*Target="([^"]+)"`)
        const [, one, other] = target.exec(paper.parts.get('word/_rels/document.xml.rels') ?? '') ?? []
        return paper.parts.get(`word/${one ?? other}`) ?? ''
      })
      return { own: end.includes('w:val="evenPage"'), numbered: feet.some((foot) => foot.includes('PAGE')) }
    }
    // On page 1, page 2 and page 3.
    expect(await endOf(1)).toEqual({ own: true, numbered: false })
    expect(await endOf(14)).toEqual({ own: false, numbered: true })
    expect(await endOf(34)).toEqual({ own: true, numbered: false })
  })
})
