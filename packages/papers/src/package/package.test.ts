import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownLimits, readZip } from '../zip/read.ts'
import { writeZip } from '../zip/write.ts'
import { checkPackage } from './check-package.ts'
import { writePackage } from './write-package.ts'

const meta = {
  kind: 'submission',
  title: '2024年度指标考核评分报送包',
  organ: '青川市发展和改革委员会',
  on: '2025-01-18',
  cites: { run: 'ab12' },
}
const files = [
  { path: '评分表/重大项目.xlsx', bytes: Buffer.from('xlsx') },
  { path: '正文.docx', bytes: Buffer.from('docx') },
  { path: 'scores.json', bytes: Buffer.from('{}') },
]
async function written(list = files) {
  const result = await writePackage(list, meta)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('writePackage', () => {
  it('puts a canonical manifest first, with size and SHA-256 of every file', async () => {
    const { bytes, manifest, digest } = await written()
    const [first, ...rest] = await readZip(bytes, ownLimits)
    const text = Buffer.from(first?.bytes ?? []).toString('utf8')
    expect(first?.path).toBe('manifest.json')
    expect(text).toBe(canonicalJson(manifest))
    expect(digest).toBe(createHash('sha256').update(text).digest('hex'))
    expect(manifest.files.map(({ path }) => path)).toEqual(['scores.json', '正文.docx', '评分表/重大项目.xlsx'])
    expect(manifest.files[0]).toEqual({
      path: 'scores.json',
      size: 2,
      sha256: createHash('sha256').update('{}').digest('hex'),
    })
    expect(rest.map(({ path }) => path)).toEqual(manifest.files.map(({ path }) => path))
  })
  it('gives the same bytes for the same files in any order, whatever the zone', async () => {
    const zone = process.env.TZ
    const first = await written()
    process.env.TZ = 'America/Los_Angeles'
    const second = await written([...files].reverse())
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  })
  it.each(['', '/etc/passwd', '../a', 'a/../b', 'a//b', 'C:a', 'a\\b', 'manifest.json', 'a.', 'a\u0000', '.', 'dir/'])(
    'refuses the path %j',
    async (path) => {
      const result = await writePackage([{ path, bytes: Buffer.from('') }], meta)
      expect(result).toMatchObject({ ok: false, error: { code: 'package.path' } })
    },
  )
  it('refuses two files at one path, letter case aside', async () => {
    const result = await writePackage(
      [
        { path: 'A.docx', bytes: Buffer.from('') },
        { path: 'a.docx', bytes: Buffer.from('') },
      ],
      meta,
    )
    expect(result).toMatchObject({ ok: false, error: { code: 'package.pathTwice' } })
  })
})

describe('checkPackage', () => {
  it('accepts what was written', async () => {
    const { bytes, manifest, digest } = await written()
    expect(await checkPackage(bytes)).toEqual({ ok: true, value: { manifest, digest } })
  })
  it('names every file changed, missing or slipped in', async () => {
    const parts = await readZip((await written()).bytes, ownLimits)
    const tampered = await writeZip([
      ...parts
        .filter(({ path }) => path !== 'scores.json')
        .map((part) => (part.path === '正文.docx' ? { ...part, bytes: Buffer.from('dock') } : part)),
      { path: 'extra.txt', bytes: Buffer.from('x') },
    ])
    const checked = await checkPackage(tampered)
    expect(checked.ok ? [] : checked.error).toEqual([
      { code: 'package.fileMissing', params: { path: 'scores.json' } },
      { code: 'package.fileChanged', params: { path: '正文.docx' } },
      { code: 'package.fileExtra', params: { path: 'extra.txt' } },
    ])
  })
  it('whatever byte is turned, what passes with the signed digest unpacks to the same files', async () => {
    const { bytes, digest } = await written()
    const unpacked = async (zip: Uint8Array) =>
      (await readZip(zip, ownLimits)).map((part) => [part.path, Buffer.from(part.bytes).toString('hex')])
    const whole = await unpacked(bytes)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const turned = bytes.slice()
          turned[at] = (turned[at] ?? 0) ^ flip
          const checked = await checkPackage(turned)
          if (checked.ok && checked.value.digest === digest) expect(await unpacked(turned)).toEqual(whole)
        },
      ),
      { numRuns: 200 },
    )
  })
  it('tells a zip without manifest from one that is damaged', async () => {
    const bare = await writeZip([{ path: 'a', bytes: Buffer.from('a') }])
    expect(await checkPackage(bare)).toEqual({ ok: false, error: [{ code: 'package.noManifest' }] })
    expect(await checkPackage(Buffer.from('PK'))).toEqual({ ok: false, error: [{ code: 'package.damaged' }] })
  })
})
