import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeLetter } from '@quanheng/papers/docx/letter'
import { aBoundLetter } from '@quanheng/papers/testing/samples'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkPaperFile } from './check-paper.ts'
import { parse } from './parse.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quanheng-check-paper-'))
  await writeFile(join(folder, '报告.docx'), await composeLetter(aBoundLetter))
  await writeFile(join(folder, '请示.docx'), await composeLetter({ ...aBoundLetter, number: '青发改报[2025]3号' }))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const check = async (name: string, ...more: string[]) => {
  const lines: string[] = []
  const faultless = await checkPaperFile(parse(['check-paper', join(folder, name), ...more], undefined), (text) =>
    lines.push(text),
  )
  return { faultless, out: lines.join('\n') }
}

it('a sound paper: no fault, and no word that it conforms, since its page was not seen', async () => {
  const { faultless, out } = await check('报告.docx')
  expect(faultless).toBe(true)
  expect(out).toMatch(/^报告\.docx\n结构未发现不符合之处；版面或字体未验证，不能认定符合/)
  expect(out).not.toContain('→')
})

it('a fault: clause, place, what was found, how to mend', async () => {
  const { faultless, out } = await check('请示.docx')
  expect(faultless).toBe(false)
  expect(out).toContain('20\t不符合\t第7.2.5条\t发文字号为机关代字〔年份〕序号')
  expect(out).toMatch(
    /第\d+段 “青发改报\[2025\]3号 签发人：梁亦舟”\t现为：青发改报\[2025\]3号\n\t→ 改为“某发〔2025〕3号”的形式。/,
  )
})

it('as data, all fifty', async () => {
  const { out } = await check('请示.docx', '--json', '--lang', 'en')
  const { conclusion, form, kind, assertions } = JSON.parse(out)
  expect([conclusion, form, kind, assertions.length]).toEqual(['faults', 'document', '报告', 50])
  expect(assertions[19]).toMatchObject({
    id: 20,
    clause: '7.2.5',
    status: 'fail',
    says: expect.stringContaining('tortoise'),
  })
})

it('published figures are held against the tables', async () => {
  await writeFile(join(folder, '结果.csv'), '考核对象,得分,扣分\n市商务局,9.74,0.26\n')
  const { out } = await check('报告.docx', '--figures', join(folder, '结果.csv'))
  expect(out).toContain('市商务局 得分：9.62 ≠ 9.74')
  await writeFile(join(folder, '坏.csv'), '"')
  await expect(check('报告.docx', '--figures', join(folder, '坏.csv'))).rejects.toThrow('不是 CSV 表格')
})

it.each([
  ['没有.docx', undefined, '打不开'],
  ['空.docx', '', '文件是空的'],
  ['文字.docx', '通知', '这不是 .docx 文件'],
  ['断.docx', 'PK\u0003\u0004断了', '文件已损坏'],
])('%s is refused in a sentence', async (name, content, says) => {
  if (content !== undefined) await writeFile(join(folder, name), content)
  await expect(check(name)).rejects.toThrow(says)
})
