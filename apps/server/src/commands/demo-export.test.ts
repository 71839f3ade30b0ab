import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unpacked } from '../features/archive/testing/both-verifiers.ts'
import { catalogued } from '../features/archive/testing/catalogued.ts'
import { cloneRoot } from '../platform/process/clone.ts'
import { readKind } from '../platform/process/data-directory.ts'
import type { Notice } from '../platform/process/notice.ts'
import { tempFolder } from '../platform/testing/temp-folder.ts'
import { exportDemo } from './demo-export.ts'
import { importArchive } from './import-archive.ts'
import { startProcess } from './testing/start-process.ts'
import { verifyFile } from './verify.ts'

const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((place) => existsSync(place)) ?? 'python3'

const theirs = (path: string): Record<string, unknown> => {
  const env = { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' }
  const run = spawnSync(python, [join(cloneRoot, 'verify/verify.py'), path], { encoding: 'utf8', env })
  return { ...JSON.parse(run.stdout), exit: run.status }
}

const leftBehind = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('quanheng-demo-'))

/** Another machine, years later: the package alone fills an empty system, which serves the year and refuses every act. */
const readAgain = async (file: string): Promise<void> => {
  const dataDir = join(await tempFolder(), 'read')
  const said: Notice[] = []
  const terminal = { say: (notice: Notice) => said.push(notice), line: () => undefined }
  await importArchive({ dataDir, database: {}, file, keys: [] }, terminal)
  expect(said.map(({ code }) => code)).toContain('archive.ownKeys')
  const steps = said.flatMap(({ code, params }) => (code === 'archive.step' ? [params.stage] : []))
  expect([...new Set(steps)]).toEqual(['verifying', 'recomputing', 'keepingFiles', 'filling', 'comparing', 'logging'])
  const done = said.at(-1)
  if (done?.code !== 'archive.imported') throw new Error(JSON.stringify(done))
  expect(done.params.rows).toBeGreaterThan(1000)
  await expect(importArchive({ dataDir, database: {}, file, keys: [] }, terminal)).rejects.toMatchObject({
    code: 'archive.refused',
    params: { code: 'archive.notEmpty' },
  })
  const server = startProcess({ dataDir }, { product: true })
  const { address } = await server.said('server.ready')
  const own = { 'x-quanheng': '1', 'content-type': 'application/json', 'idempotency-key': 'read-the-archive' }
  const at = (path: string, init: RequestInit = {}) => fetch(new URL(path, String(address)), init)
  const { login, password } = done.params
  const signIn = await at('/api/session', { method: 'POST', headers: own, body: JSON.stringify({ login, password }) })
  expect(signIn.status).toBe(200)
  const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const session = await (await at('/api/session', { headers: { cookie } })).json()
  expect(session).toMatchObject({ archived: { year: 2025, title: '云岭市2025年度绩效考评方案' } })
  const body = JSON.stringify({ name: '新局', shortName: '新', aliases: [], sortCode: 1 })
  const act = await at('/api/units', { method: 'POST', headers: { ...own, cookie }, body })
  expect(act.status).toBe(409)
  expect(await act.json()).toMatchObject({ error: { code: 'platform.archived' } })
  server.child.kill('SIGTERM')
  expect(await server.ended()).toBe(0)
  expect(await readKind(dataDir)).toBe('archive')
}

test('the whole rehearsal year is played in a throw-away database and leaves a package that both verifiers compute again', async () => {
  const before = await leftBehind()
  const file = join(await tempFolder(), 'year.zip')
  const said: Notice[] = []
  const terminal = { say: (notice: Notice) => said.push(notice), line: () => undefined }
  await exportDemo({ file }, terminal)

  const percents = said.flatMap(({ code, params }) => (code === 'demo.playing' ? [params.percent] : []))
  expect(percents.length).toBeGreaterThan(8)
  expect(percents).toEqual(percents.toSorted((a, b) => a - b))
  const steps = said.flatMap(({ code, params }) => (code === 'archive.step' ? [params.stage] : []))
  expect([...new Set(steps)]).toEqual(['collecting', 'digesting', 'writing', 'verifying', 'recomputing', 'keeping'])
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
  const files = catalogued(await unpacked(bytes))
  const papers = ['云发改报〔2026〕1号', '云财报〔2026〕3号', '云应急报〔2026〕2号']
  for (const number of papers) {
    expect(files.filter((one) => one.number === number).map(({ kind }) => kind)).toEqual(['函', '报告'])
    expect(bytes.includes(Buffer.from(`${number}-评分报告.docx`))).toBe(true)
  }

  await readAgain(file)

  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  const changed = join(await tempFolder(), 'changed.zip')
  await writeFile(changed, bytes)
  const fault = await verifyFile(changed, { keys: [] })
  expect(fault).toMatchObject({ ok: false, error: { code: 'archive.file' } })
  expect(theirs(changed)).toMatchObject({ exit: 1, ok: false, code: 'archive.file' })

  await expect(exportDemo({ file }, terminal)).rejects.toMatchObject({ code: 'file.unwritable' })
}, 300_000)
