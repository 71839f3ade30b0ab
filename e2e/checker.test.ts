import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { OpenedEntry, Receipt } from '@quanheng/log/receipt'
import { receiptText } from '@quanheng/log/receipt'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256, sm3 } from '../apps/server/src/platform/log/means.ts'
import { origin, signed } from '../verify/testing/verifiers.ts'
import { launchBrowser } from './support/browser.ts'
import { look } from './support/look.ts'

const built = pathToFileURL(fileURLToPath(new URL('../apps/web/dist/check.html', import.meta.url))).href
const salt = '00112233445566778899aabbccddeeff'
const events = '[{"before":"aa","digest":"bb","type":"programChanged","version":"1.1.0"}]'
const committed = Buffer.from(sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(events)]))).toString('hex')
const time = '2025-01-10T02:00:00.000Z'
const leaves = Array.from({ length: 5 }, (_, at) =>
  JSON.stringify({
    v: 1,
    origin,
    act: `a${at}`,
    time,
    action: at === 4 ? 'log.programChanged' : 'datum.report',
    commitments: { events: committed },
  }),
)
const first = signed(sha256, origin, leaves)
const second = signed(sm3, `${origin}/sm3`, leaves)
const entryAt = (index: number) => ({
  index,
  leaf: leaves[index] as string,
  proof: first.proof(index),
  sm3Proof: second.proof(index),
})
const noticed: OpenedEntry = { ...entryAt(4), salt, events }
const receipt: Receipt = {
  v: 1,
  kind: 'quanheng.receipt',
  body: '云岭市交通运输局',
  on: '2025-01-10',
  keys: [first.key, second.key],
  checkpoint: first.note,
  sm3Checkpoint: second.note,
  labels: { 'datum.report': '报送数据' },
  entries: [1, 3].map(entryAt),
}

describe('离线核验页，从磁盘打开', () => {
  let folder: string
  let browser: Browser
  let page: Page
  const troubles: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quanheng-checker-'))
    browser = await launchBrowser()
    const context = await browser.newContext({ locale: 'zh-CN', offline: true, viewport: { width: 1366, height: 768 } })
    page = await context.newPage()
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('request', (request) => request.url().startsWith('file:') || troubles.push(request.url()))
    await page.goto(built)
  })
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
    expect(troubles).toEqual([])
  })

  const checked = async (text: string, asked: { readonly keys?: string; readonly seal?: string } = {}) => {
    const path = join(folder, '回执.json')
    await writeFile(path, text)
    await page.getByLabel('回执或报告核对文件').setInputFiles(path)
    await page.getByLabel('密钥').fill(asked.keys ?? '')
    await page.getByLabel('纸上的存证点').fill(asked.seal ?? '')
    await page.getByRole('button', { name: '开始核验' }).click()
    await page.locator('section h2').waitFor()
    return page.locator('section').innerText()
  }

  it('没有选文件的，说明要选什么', async () => {
    await page.getByRole('button', { name: '开始核验' }).click()
    await page.getByText('请先选择回执文件或报告核对文件').waitFor()
  })

  it('完好的回执核验通过，逐条列出；未填密钥的说明不知是谁的密钥', async () => {
    const text = await checked(receiptText(receipt))
    expect(text).toContain('核验通过：云岭市交通运输局的 2 条留痕都在存证之中，未被改动。')
    expect(text).toContain('报送数据')
    expect(text).toContain('未填密钥')
    expect(await checked(receiptText(receipt), { keys: receipt.keys.join('\n') })).not.toContain('未填密钥')
    await look(page, 'checker')
  })

  it('留痕本身有须由人说明的，通过之外逐条写明', async () => {
    const text = await checked(receiptText({ ...receipt, noticed: [noticed] }))
    expect(text).toContain('核验通过：云岭市交通运输局')
    expect(text).toContain('留痕中有 1 处须由人说明')
    expect(text).toMatch(/第4号留痕（2025.*程序.*版本1\.1\.0，程序摘要由aa变为bb/)
    await look(page, 'checker-noticed')
    const other = { ...noticed, events: noticed.events.replace('bb', 'cc') }
    expect(await checked(receiptText({ ...receipt, noticed: [other] }))).toContain('第4号留痕所附的内容与封存的不符')
  })

  it('改动一个字、换了密钥、存证点不符的，指出第一处', async () => {
    const changed = receiptText(receipt).replace('T02:00', 'T03:00')
    expect(await checked(changed)).toContain('第1号留痕不在所签署的存证树的该位置上')
    const other = receipt.keys.map((key) => `${key}A`).join('\n')
    expect(await checked(receiptText(receipt), { keys: other })).toContain('不是由所给密钥签署的')
    expect(await checked(receiptText(receipt), { seal: '5 00000000-00000000' })).toContain('第5号存证点与纸面')
    expect(await checked(receiptText(receipt), { seal: '五号' })).toContain('存证点应写成')
  })
})
