import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { computedPoints } from '../../packages/domain/src/result/adjustments.ts'
import { button, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'
import { lockedVersion } from './figures.ts'
import { fagai } from './lead-units.ts'
import { openResult } from './result.ts'

const commandLine = fileURLToPath(new URL('../../apps/cli/dist/main.js', import.meta.url))

interface Scored {
  readonly items: readonly {
    readonly leafKey: string
    readonly unitId: string
    readonly outcome: { readonly points: string }
  }[]
}

/** `./quanheng score plan.yaml facts.yaml --json`, without any server. */
const scoreFiles = async (plan: Buffer, facts: Buffer): Promise<Scored> => {
  const folder = await mkdtemp(join(tmpdir(), 'quanheng-files-'))
  try {
    const [planPath, factsPath] = [join(folder, 'plan.yaml'), join(folder, 'facts.yaml')]
    await writeFile(planPath, plan)
    await writeFile(factsPath, facts)
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [commandLine, 'score', planPath, factsPath, '--json'],
      { maxBuffer: 64 * 1024 * 1024 },
    )
    return JSON.parse(stdout) as Scored
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const exportPlan = async (page: Page): Promise<Buffer> => {
  await goTo(page, '考评方案')
  await page.getByRole('link', { name: fagai.title }).first().click()
  await page.getByRole('heading', { level: 1, name: fagai.title }).waitFor()
  await page.getByRole('tab', { name: '版本与比对' }).click()
  return downloaded(page, button(page, '导出方案文件'))
}

/** The plan and the facts of the locked version leave as files; the command line gives every point that the version has. */
export const scoreByFiles = async (city: City): Promise<void> => {
  const page = await city.as(fagai.carrier)
  await openResult(page, fagai.title)
  const facts = await downloaded(page, button(page, '导出数据文件'))
  const { items } = await scoreFiles(await exportPlan(page), facts)
  const { run } = await lockedVersion(city, fagai)
  const locked = run.leaves.flatMap((leaf) =>
    leaf.unitIds.map((unitId, row) => [`${leaf.key} ${unitId}`, computedPoints(leaf, row)] as const),
  )
  expect(locked.length).toBeGreaterThan(50)
  const scored = Object.fromEntries(
    items.map(({ leafKey, unitId, outcome }) => [`${leafKey} ${unitId}`, outcome.points]),
  )
  expect(scored).toEqual(Object.fromEntries(locked))
}

const yaml = (text: string) => ({ name: '方案.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) })

/** A file with a fault names its line and saves nothing; mended, it is compared and becomes a draft. */
export const importPlan = async (city: City): Promise<void> => {
  const page = await city.as(fagai.carrier)
  const text = (await exportPlan(page)).toString('utf8')
  const title = `${fagai.title}（文件）`
  const good = text.replace(/^标题: .*$/m, `标题: ${title}`)
  const bad = good.replace(/^(\s+)环节: \S+$/m, '$1环节: 开会')
  const line = bad.split('\n').findIndex((one) => one.endsWith('环节: 开会')) + 1
  await goTo(page, '考评方案')
  await button(page, '导入方案文件').click()
  const asked = dialog(page, '导入方案文件')
  await chooseFile(page, button(asked, '选择文件'), yaml(bad))
  await asked.getByText(new RegExp(`^第 ${line} 行：“开会”不在可选之列`)).waitFor()
  expect(await button(asked, '按文件起草').isDisabled()).toBe(true)
  await look(page, 'plan-file-faults')
  await chooseFile(page, button(asked, '另选文件'), yaml(good))
  await asked.getByRole('table', { name: '版本比对' }).waitFor()
  await look(page, 'plan-file')
  await button(asked, '按文件起草').click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.getByRole('tab', { name: '版本与比对' }).click()
  const again = (await downloaded(page, button(page, '导出方案文件'))).toString('utf8')
  expect(again).toBe(good.replace(/^ +(?:发文字号|成文日期): .*\n/gm, ''))
}
