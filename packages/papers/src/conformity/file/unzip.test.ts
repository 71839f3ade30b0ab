import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { composeLetter } from '../../docx/letter.ts'
import { partsOf } from '../../testing/faulty.ts'
import { lyingAbout, withParts } from '../../testing/odd-zips.ts'
import { aBoundLetter } from '../../testing/samples.ts'
import { ZipRefused } from '../../zip/limits.ts'
import { writeZip } from '../../zip/write.ts'
import { unzip } from './unzip.ts'

const paper = await composeLetter(aBoundLetter)

const faultOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  try {
    await unzip(bytes)
  } catch (error) {
    return error instanceof ZipRefused ? error.fault : String(error)
  }
  return undefined
}

it('gives what the server reads, part by part', async () => {
  const [there, here] = [await partsOf(paper), await unzip(paper)]
  expect([...here.keys()]).toEqual([...there.keys()])
  for (const [path, bytes] of there)
    if (/\.(?:xml|rels)$/.test(path)) expect(Buffer.compare(here.get(path) ?? new Uint8Array(), bytes), path).toBe(0)
})

it('a file cut or overwritten anywhere is refused, or read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: paper.length - 1 }), fc.nat({ max: 255 }), fc.boolean(), async (at, byte, cut) => {
      const bytes = cut ? paper.slice(0, at) : paper.slice()
      if (!cut) bytes[at] = byte
      expect(['broken', 'encrypted', 'entries', 'expanded', 'ratio', undefined]).toContain(await faultOf(bytes))
    }),
    { numRuns: 60 },
  )
})

it('bombs are refused before anything unfolds', async () => {
  const zeros = new Uint8Array(8 * 1024 * 1024)
  expect(await faultOf(await writeZip([{ path: 'word/document.xml', bytes: zeros }]))).toBe('ratio')
  const many = Array.from({ length: 2_001 }, (_, at) => ({ path: `${at}.xml`, bytes: new Uint8Array() }))
  expect(await faultOf(await writeZip(many))).toBe('entries')
})

it('a directory that lies about a length is caught', async () => {
  const document = await partsOf(paper).then((parts) => parts.get('word/document.xml')?.length ?? 0)
  expect(await faultOf(lyingAbout(paper, document, document - 10))).toMatch(/broken|expanded/)
  expect(await faultOf(lyingAbout(paper, document, 400 * 1024 * 1024))).toBe('expanded')
})

it('names that climb are refused', async () => {
  const bytes = Buffer.from(await withParts(paper, { 'aa/evil.xml': '<x/>' }))
  expect(await faultOf(Buffer.from(bytes.toString('latin1').replaceAll('aa/evil', '../evil'), 'latin1'))).toBe('broken')
})
