import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cloneRoot } from '../platform/process/clone.ts'
import type { Notice } from '../platform/process/notice.ts'
import { tempFolder } from '../platform/testing/temp-folder.ts'
import { exportDemo } from './demo-export.ts'
import { verifyFile } from './verify.ts'

const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((place) => existsSync(place)) ?? 'python3'

const theirs = (path: string): Record<string, unknown> => {
  const env = { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' }
  const run = spawnSync(python, [join(cloneRoot, 'verify/verify.py'), path], { encoding: 'utf8', env })
  return { ...JSON.parse(run.stdout), exit: run.status }
}

const leftBehind = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('quanheng-demo-'))

test('the whole rehearsal year is played in a throw-away database and leaves a package that both verifiers compute again', async () => {
  const before = await leftBehind()
  const file = join(await tempFolder(), 'year.zip')
  const said: Notice[] = []
  const terminal = { say: (notice: Notice) => said.push(notice), line: () => undefined }
  await exportDemo({ file }, terminal)

  const percents = said.flatMap(({ code, params }) => (code === 'demo.playing' ? [params.percent] : []))
  expect(percents.length).toBeGreaterThan(8)
  expect(percents).toEqual(percents.toSorted((a, b) => a - b))
  expect(said.at(-1)).toMatchObject({ code: 'archive.made', params: { title: '云岭市2025年度绩效考评方案' } })
  expect(await leftBehind()).toEqual(before)

  const own = await verifyFile(file, { keys: [] })
  if (!own.ok || !('counts' in own.value)) throw new Error(JSON.stringify(own))
  const { counts } = own.value
  // Three lead units' sheets with their substitutes', amended ones signed again, one draw, totals of all units.
  expect(counts).toMatchObject({ scores: 167, unchecked: 0, totals: 24, draws: 1 })
  expect(counts.sheets).toBeGreaterThan(20)
  expect(theirs(file)).toMatchObject({ exit: 0, ok: true, counts })
  const bytes = await readFile(file)
  const papers = ['云发改报〔2026〕1号', '云财报〔2026〕3号', '云应急报〔2026〕2号']
  for (const number of papers) expect(bytes.includes(Buffer.from(`${number}-评分报告.docx`))).toBe(true)

  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  const changed = join(await tempFolder(), 'changed.zip')
  await writeFile(changed, bytes)
  const fault = await verifyFile(changed, { keys: [] })
  expect(fault).toMatchObject({ ok: false, error: { code: 'archive.file' } })
  expect(theirs(changed)).toMatchObject({ exit: 1, ok: false, code: 'archive.file' })

  await expect(exportDemo({ file }, terminal)).rejects.toMatchObject({ code: 'file.unwritable' })
}, 300_000)
