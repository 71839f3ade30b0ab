import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { button } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((place) => existsSync(place))

/** Exit code and what was said. */
const run = async (program: string, args: readonly string[]) => {
  try {
    const { stdout } = await promisify(execFile)(program, [...args], { cwd: root, maxBuffer: 1 << 26 })
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stdout } = error as { readonly code: number; readonly stdout: string }
    return { code, said: stdout }
  }
}

/** The year as one file, made on the page; both verifiers compute every score of it again, and see one sign that was changed. */
export const archiveYear = async (city: City): Promise<void> => {
  const page = await city.as('zhuren')
  await page.goto(`${new URL(page.url()).origin}/log/archives`)
  await page.getByRole('heading', { level: 1, name: '归档' }).waitFor()
  await button(page, '制作归档包').click()
  const save = page.getByRole('button', { name: '下载归档包' })
  await save.waitFor({ timeout: 240_000 })
  await look(page, 'archive-made')
  const bytes = await downloaded(page, save)
  const folder = await mkdtemp(join(tmpdir(), 'quanheng-archive-'))
  try {
    const [whole, changed] = [join(folder, 'year.zip'), join(folder, 'changed.zip')]
    await writeFile(whole, bytes)
    const flipped = Buffer.from(bytes)
    flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1
    await writeFile(changed, flipped)
    const programs = [
      [process.execPath, 'apps/cli/dist/main.js', 'verify'],
      ...(python ? [[python, 'verify/verify.py']] : []),
    ]
    for (const [program = '', ...args] of programs) {
      const held = await run(program, [...args, whole])
      expect([program, held.code, held.said]).toEqual([
        program,
        0,
        expect.stringContaining('云岭市2025年度绩效考评方案'),
      ])
      expect([program, (await run(program, [...args, changed])).code]).toEqual([program, 1])
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
