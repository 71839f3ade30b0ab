import { describe, expect, it } from 'vitest'
import { figuresOf } from '../paper/figures.ts'
import { openDocx } from '../testing/open-docx.ts'
import { aLetter, aReport } from '../testing/samples.ts'
import { composeLetter } from './letter.ts'
import { composeReport } from './report.ts'

const letter = await openDocx(await composeLetter(aLetter))
const report = await openDocx(await composeReport(aReport))

describe('what the file holds', () => {
  it.each([
    ['letter', letter, aLetter],
    ['report', report, aReport],
  ])('%s: every figure of the run, unbroken, as a run of its own', (_, paper, source) => {
    const runs = new Set([...paper.document.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text))
    const figures = figuresOf(source)
    expect(figures.length).toBeGreaterThan(100)
    for (const { text } of figures) expect(runs).toContain(text)
  })
  it('rare characters, and marks that would break XML', async () => {
    expect(report.text).toContain('𠮷田、䶮某、㛃某')
    const odd = await openDocx(
      await composeReport({ title: '测试报告', body: [{ kind: 'paragraph', text: '<w:p>&\u0000"甲"\n下一行\t制表' }] }),
    )
    expect(odd.text).toContain('<w:p>&"甲"\n下一行\t制表')
  })
  it('names the organ and the day of the paper, no person, no machine, no clock', () => {
    const core = letter.parts.get('docProps/core.xml') ?? ''
    expect(core).toContain('<dc:creator>青川市发展和改革委员会</dc:creator>')
    expect(core.match(/2025-01-18T00:00:00Z/g)?.length).toBe(2)
    expect([...letter.parts.keys()].some((path) => /vba|comments\.xml\.rels/i.test(path))).toBe(false)
    expect(letter.document).not.toMatch(/<w:(?:ins|del) /)
    for (const xml of letter.parts.values()) expect(xml).not.toContain('TargetMode="External"')
  })
  it('the same paper gives the same bytes, whatever the clock and the zone', async () => {
    const zone = process.env.TZ
    const first = await composeLetter(aLetter)
    process.env.TZ = 'America/Los_Angeles'
    await new Promise((done) => setTimeout(done, 1_100))
    const second = await composeLetter(aLetter)
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    expect(Buffer.compare(first, second)).toBe(0)
  })
  it('an office may name its own faces', async () => {
    const { usualFaces } = await import('./faces.ts')
    const own = await openDocx(await composeReport(aReport, { faces: { ...usualFaces, body: '仿宋' } }))
    expect(own.document).not.toContain('仿宋_GB2312')
    expect(own.document).toContain('w:eastAsia="仿宋"')
  })
})
