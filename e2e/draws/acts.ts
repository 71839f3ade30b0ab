import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { listData } from '../../packages/contract/src/datum.ts'
import { attachEvidence } from '../../packages/contract/src/evidence.ts'
import { listSheets } from '../../packages/contract/src/sheet.ts'
import { collectTheRest } from '../../packages/rehearsal/src/year/collection.ts'
import { scan } from '../../packages/rehearsal/src/year/scan.ts'
import { scoreSheets } from '../../packages/rehearsal/src/year/scoring.ts'
import { button, chooseOption, dialog, goTo, toldOnceProved } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { downloaded, printedText } from '../support/files.ts'
import { httpPlayer } from '../support/http-player.ts'
import { look } from '../support/look.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((place) => existsSync(place))

const handler = 'fagai.ke3'
const observer = 'jijian'
const group = 'fagai.heyan'
const leaf = '优化营商环境'

/** Units whose figure has its proof; the others are drawn more often. */
const proved = 4

/** What a year has done by then: one section has reported and closed its own figures, and its sheet is signed by two people. */
export const prepare = async (address: string): Promise<void> => {
  const player = httpPlayer(address, [handler, `${handler}.fuze`])
  const listed = await player.read(handler, listData, { query: { page: 1, size: 200 } })
  const figures = listed.rows.filter(({ leaves }) => leaves[0]?.name === leaf)
  for (const { id: datumId, planId, unitId, leaves } of figures.slice(0, proved)) {
    const leafKey = leaves[0]?.key ?? ''
    const { digest } = await scan(player, handler, `满意度评价明细${unitId}.pdf`)
    const entry = { requirementKey: `${leafKey}-1`, datumId, digest, effectiveOn: '2025-12-31' }
    const body = { planId, leafKey, unitId, ...entry, label: 'internal' as const, replaces: null, reason: null }
    await player.act(handler, attachEvidence, { body })
  }
  await collectTheRest(player)
  await scoreSheets(player)
  const { rows } = await player.read(handler, listSheets, { query: { page: 1, size: 200 } })
  expect(rows.filter(({ state }) => state === 'signed').length).toBeGreaterThan(0)
}

const rowOf = (page: Page) => page.getByRole('row').filter({ hasText: leaf }).filter({ hasText: '营商环境科' })

const open = async (page: Page): Promise<void> => {
  await goTo(page, '工作台')
  await goTo(page, '现场核验')
  await rowOf(page).getByRole('link', { name: leaf }).click()
  await page.getByRole('heading', { level: 1, name: leaf }).waitFor()
}

/** Two parties and a number of a later day; whose figure came without proof is drawn more often. */
export const agree = async (city: City): Promise<void> => {
  const page = await city.as(handler)
  await goTo(page, '现场核验')
  await button(rowOf(page), '安排核验').click()
  const asked = dialog(page, `安排核验：${leaf}`)
  await asked.getByRole('radio', { name: /随机/ }).check()
  await asked.getByLabel(/^抽取家数/).fill('3')
  await asked.getByRole('checkbox', { name: '未附佐证材料（9 家）' }).check()
  await look(page, 'draw-weights')
  await asked.getByRole('radio', { name: '种子事先约定（承诺—揭示）' }).check()
  await chooseOption(page, asked, '监督方', /监督人员/)
  await chooseOption(page, asked, '核验或评分方', /核验组组长/)
  await asked.getByLabel('公开数取自').fill('双色球第2026008期红球号码')
  await asked.getByLabel('公开数公布日期').fill('2026-01-14')
  await look(page, 'draw-agreement')
  await button(asked, '安排').click()
  await page.getByText('双方提交承诺后，名单即行确定。').waitFor()
  await look(page, 'draw-committing')
}

const values = new Map<string, string>()

const commit = async (city: City, login: string): Promise<void> => {
  const page = await city.as(login)
  await open(page)
  await button(page, '提交承诺').click()
  const form = dialog(page, `提交承诺：${leaf}`)
  values.set(login, (await form.getByText(/^([0-9a-f]{4}-){7}[0-9a-f]{4}$/).textContent()) ?? '')
  await form.getByRole('checkbox', { name: /^我已抄存/ }).check()
  if (login === observer) await look(page, 'draw-commit')
  await button(form, '提交承诺').click()
  await form.waitFor({ state: 'hidden' })
}

export const fixList = async (city: City): Promise<void> => {
  await commit(city, observer)
  const page = await city.as(observer)
  await page.getByText('双方提交承诺后，名单即行确定。').waitFor()
  await commit(city, group)
  await page.reload()
  await page.getByText(/^抽样名单 \d+ 家，抽 3 家$/).click()
  await page.getByText('按风险加权：基数 1').waitFor()
  await look(page, 'draw-listed')
}

const put = async (page: Page, value: string) => {
  await button(page, '揭示承诺数').click()
  const form = dialog(page, `揭示承诺数：${leaf}`)
  await form.getByLabel('承诺数（见留存单）').fill(value)
  await button(form, '揭示').click()
  return form
}

export const reveal = async (city: City): Promise<void> => {
  const page = await city.as(observer)
  const refused = await put(page, '0000-1111')
  await refused.getByRole('alert').waitFor()
  await look(page, 'draw-reveal-refused')
  await button(refused, '取消').click()
  await (await put(page, values.get(observer) ?? '')).waitFor({ state: 'hidden' })
  const other = await city.as(group)
  await open(other)
  await (await put(other, values.get(group) ?? '')).waitFor({ state: 'hidden' })
  await other.getByText(/双方均已揭示/).waitFor()
}

/** The day is a lever of the rehearsal; nothing else is. */
const toPublicDay = async (page: Page): Promise<void> => {
  await page.getByLabel('演练日期', { exact: true }).fill('2026-01-14')
  await button(page, '调整').click()
  await page.getByRole('status').getByText('演练日期已调到').waitFor()
}

export const draw = async (city: City): Promise<void> => {
  const page = await city.as(handler)
  await open(page)
  await button(page, '抽样').click()
  const form = dialog(page, `抽样：${leaf}`)
  await form.getByRole('textbox', { name: '第 1 个数值', exact: true }).fill('030711192631')
  await chooseOption(page, form, '监督人', /办公室/)
  await button(form, '抽样').click()
  await form.getByRole('alert').waitFor()
  await look(page, 'draw-too-early')
  await button(form, '取消').click()
  await toPublicDay(page)
  await open(page)
  await button(page, '抽样').click()
  const again = dialog(page, `抽样：${leaf}`)
  await again.getByRole('textbox', { name: '第 1 个数值', exact: true }).fill('030711192631')
  await chooseOption(page, again, '监督人', /办公室/)
  await look(page, 'draw-public-number')
  await button(again, '抽样').click()
  await page.getByRole('heading', { name: '抽样记录表' }).waitFor()
  await page.getByText(/待监督人见证签字/).waitFor()
}

export const witnessed = async (city: City): Promise<void> => {
  const page = await city.as(observer)
  await open(page)
  await page.getByText(/（未签字）/).waitFor()
  await button(page, '见证签字').click()
  const form = dialog(page, `见证签字：${leaf}`)
  await form.getByRole('table').getByRole('row').nth(3).waitFor()
  await look(page, 'draw-witness')
  await button(form, '见证签字').click()
  await toldOnceProved(page, '已见证签字')
  await page.getByText(/见证签字，内部审批确认（密码）/).waitFor()
  await look(page, 'draw-record')
}

/** Units drawn as a program that is not the platform's repeats them. */
const repeated = async (program: string, args: readonly string[], file: string): Promise<readonly string[]> => {
  const { stdout } = await promisify(execFile)(program, [...args, file], { cwd: root })
  return (JSON.parse(stdout) as { readonly picked: readonly string[] }).picked
}

export const repeat = async (city: City): Promise<void> => {
  const page = await city.as(observer)
  const paper = await downloaded(page, page.getByRole('button', { name: '抽样记录表 .docx' }))
  const printed = await printedText(paper)
  for (const words of [
    '事先承诺',
    '按风险加权：基数1，未附佐证材料加2',
    '030711192631',
    values.get(observer) ?? '',
    '入样概率',
    '见证签字，内部审批确认（密码）',
    '存证点 ',
  ])
    expect(printed).toContain(words)
  const file = await downloaded(page, button(page, '下载记录文件'))
  const picked = await page
    .getByRole('region', { name: '抽样记录表' })
    .getByRole('row')
    .getByRole('cell')
    .filter({ hasText: /^U?\d+$/ })
    .allTextContents()
  const folder = await mkdtemp(join(tmpdir(), 'quanheng-draw-'))
  try {
    const path = join(folder, 'record.json')
    await writeFile(path, file)
    const own = await repeated(process.execPath, ['apps/cli/dist/main.js', 'check-draw', '--json'], path)
    expect(own).toHaveLength(3)
    for (const code of own) expect(picked).toContain(code)
    if (python) expect(await repeated(python, ['verify/draw.py'], path)).toEqual(own)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
