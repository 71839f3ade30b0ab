import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lyingAbout } from '../testing/odd-zips.ts'
import { uploadLimits } from './limits.ts'
import { eachZipFile, surveyZip } from './survey.ts'
import { writeZip } from './write.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quanheng-zip-'))
})
afterAll(() => rm(folder, { recursive: true }))

const kept = async (bytes: Uint8Array): Promise<string> => {
  const file = join(folder, `${createHash('sha256').update(bytes).digest('hex')}.zip`)
  await writeFile(file, bytes)
  return file
}
const survey = async (bytes: Uint8Array) => surveyZip(await kept(bytes), uploadLimits, (path) => path.endsWith('.xlsx'))

/** A zip whose names of `from` are these bytes instead, without the flag of UTF-8. */
const renamed = (bytes: Uint8Array, from: string, to: Uint8Array): Uint8Array => {
  const out = Buffer.from(bytes)
  const needle = Buffer.from(from)
  expect(to.length).toBe(needle.length)
  for (let at = out.indexOf(needle); at >= 0; at = out.indexOf(needle, at + 1)) Buffer.from(to).copy(out, at)
  for (const [sign, flag] of [
    [0x04034b50, 6],
    [0x02014b50, 8],
  ] as const)
    for (let at = 0; at + 30 < out.length; at++)
      if (out.readUInt32LE(at) === sign) out.writeUInt16LE(out.readUInt16LE(at + flag) & ~0x800, at + flag)
  return out
}

const text = (path: string, words = path) => ({ path, bytes: Buffer.from(words) })

describe('各处打的包', () => {
  it('名称、大小、摘要、要的整份；不写任何文件', async () => {
    const found = await survey(await writeZip([text('填报表.xlsx', 'PK表'), text('佐证材料/01-甲/批复.txt', '同意')]))
    if (!found.ok) throw new Error(found.error.code)
    expect(found.value.map(({ path, size, macros }) => ({ path, size, macros }))).toEqual([
      { path: '填报表.xlsx', size: 5, macros: false },
      { path: '佐证材料/01-甲/批复.txt', size: 6, macros: false },
    ])
    expect(found.value.map(({ bytes }) => bytes?.length)).toEqual([5, undefined])
    expect(found.value[1]?.digest).toBe(createHash('sha256').update('同意').digest('hex'))
  })

  it('Windows 资源管理器打的包按 GBK 读文件名', async () => {
    // 台账.txt
    const gbk = Buffer.from([0xcc, 0xa8, 0xd5, 0xcb, ...Buffer.from('.txt')])
    const bytes = renamed(await writeZip([text('abcd.txt')]), 'abcd.txt', gbk)
    const found = await survey(bytes)
    expect(found.ok && found.value.map(({ path }) => path)).toEqual(['台账.txt'])
  })

  it('反斜杠作分隔的照样读', async () => {
    const bytes = renamed(await writeZip([text('01_a.txt')]), '01_a.txt', Buffer.from('01\\a.txt'))
    const found = await survey(bytes)
    expect(found.ok && found.value.map(({ path }) => path)).toEqual(['01/a.txt'])
  })

  it('逐个取出的就是先前读到的', async () => {
    const file = await kept(await writeZip([text('a.txt'), text('b/c.txt')]))
    const got: string[] = []
    await eachZipFile(file, uploadLimits, async (path, content) => {
      const parts: Buffer[] = []
      for await (const part of await content()) parts.push(part as Buffer)
      got.push(`${path}=${Buffer.concat(parts)}`)
    })
    expect(got).toEqual(['a.txt=a.txt', 'b/c.txt=b/c.txt'])
  })
})

describe('整个不收', () => {
  const bomb = () => writeZip([{ path: 'a.bin', bytes: Buffer.alloc(8 * 1_048_576) }])
  const link = async () => {
    const out = Buffer.from(await writeZip([text('a.txt', '/etc/passwd')]))
    const at = out.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    out.writeUInt32LE((0xa1ff << 16) >>> 0, at + 38)
    return out
  }
  const locked = async () => {
    const out = Buffer.from(await writeZip([text('a.txt')]))
    const at = out.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    out.writeUInt16LE(out.readUInt16LE(at + 8) | 1, at + 8)
    return out
  }
  const named = (from: string, to: string) => async () => renamed(await writeZip([text(from)]), from, Buffer.from(to))
  it.each<[string, () => Promise<Uint8Array>, string]>([
    ['不是压缩包', async () => Buffer.from('hello'), 'zip.damaged'],
    ['截断的', async () => (await writeZip([text('a.txt')])).subarray(0, 40), 'zip.damaged'],
    ['压缩炸弹', bomb, 'zip.tooLarge'],
    [
      '目录谎报大小',
      async () => lyingAbout(await writeZip([{ path: 'a', bytes: Buffer.alloc(70_000, 'ab') }]), 70_000, 100),
      'zip.damaged',
    ],
    ['爬出目录', named('aaaa.txt', '../a.txt'), 'zip.badPath'],
    ['绝对路径', named('aaaa.txt', '/etc.txt'), 'zip.badPath'],
    ['盘符', named('aaaa.txt', 'C:/a.txt'), 'zip.badPath'],
    ['反斜杠爬出', named('aaaa.txt', '..\\a.txt'), 'zip.badPath'],
    ['名称里藏有不可见字符', () => writeZip([text('a\u202efdp.exe')]), 'zip.badPath'],
    ['符号链接', link, 'zip.badPath'],
    ['有密码', locked, 'zip.encrypted'],
    ['大小写之外同名', () => writeZip([text('a.TXT'), text('A.txt')]), 'zip.twice'],
    ['文件太多', () => writeZip(Array.from({ length: 2_001 }, (_, at) => text(`${at}.txt`))), 'zip.tooLarge'],
  ])('%s', async (_, make, code) => {
    const found = await survey(await make())
    expect(found.ok ? 'taken' : found.error.code).toBe(code)
  })

  it('带宏的文件看得出来，正文提到宏的不算', async () => {
    const docm = await writeZip([text('word/document.xml'), text('word/vbaProject.bin')], { compress: false })
    const found = await survey(await writeZip([{ path: 'a.docx', bytes: docm }, text('b.txt', '所用 vbaProject.bin')]))
    expect(found.ok && found.value.map(({ macros }) => macros)).toEqual([true, false])
  })
})
