import { strict as assert } from 'node:assert'
import { chromium, type Page, type Request } from 'playwright-core'

/** Drives the shell and the shared parts in a real browser over the gallery; prints each behaviour it saw. */

const base = `http://127.0.0.1:${process.argv[2] ?? '8099'}`
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
})
const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
const page = await context.newPage()
const faults: string[] = []
page.on('pageerror', (error) => faults.push(error.message))
await page.exposeFunction('tellPolicy', (text: string) => faults.push(`policy ${text}`))
await page.addInitScript(() =>
  addEventListener('securitypolicyviolation', (event) => {
    const { tellPolicy } = globalThis as unknown as { tellPolicy: (text: string) => void }
    tellPolicy(`${event.violatedDirective} ${event.sourceFile}:${event.lineNumber}:${event.columnNumber}`)
  }),
)

// The gallery's server holds one world for everybody; an earlier walk has changed it.
await context.request.post(`${base}/api/gallery/reset`)

let seen = 0
const it = async (what: string, run: () => Promise<void>) => {
  await run()
  seen += 1
  process.stdout.write(`ok ${what}\n`)
}
const collect = (path: string): Request[] => {
  const requests: Request[] = []
  page.on('request', (request) => new URL(request.url()).pathname === path && requests.push(request))
  return requests
}
const signIn = async (to: Page, password: string) => {
  await to.getByLabel('登录名').fill('xuqinghe')
  await to.getByLabel('密码', { exact: true }).fill(password)
  await to.keyboard.press('Enter')
}

await it('a page without a session leads to login and keeps the way back', async () => {
  await page.goto(`${base}/gallery/table?state=sent&page=2&size=20`)
  await page.waitForURL('**/login?back=*')
})
await it('an empty login names the field and moves the focus there', async () => {
  await page.getByLabel('登录名').fill('')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  assert.equal(await page.getByLabel('登录名').getAttribute('aria-invalid'), 'true')
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('autocomplete')), 'username')
})
await it('a wrong password is said in words', async () => {
  await signIn(page, 'wrong')
  await page.getByRole('alert').getByText('登录名或密码不对').waitFor()
})
await it('after login the page asked for opens with its filters', async () => {
  await signIn(page, 'right')
  await page.waitForURL('**/gallery/table?state=sent&page=2&size=20')
  await page.getByText('共 26 条').waitFor()
  assert.equal(await page.locator('tbody tr').first().locator('td').first().innerText(), '21')
})
await it('重置 clears the filters, the page and the address', async () => {
  await page.getByRole('button', { name: '重置' }).click()
  await page.getByText('共 130 条').waitFor()
  assert.equal(new URL(page.url()).search, '?size=20')
})
await it('a filter is asked only on Enter and stands in the address', async () => {
  const asked = collect('/api/gallery/rows')
  await page.getByLabel('单位名称').fill('临江')
  await page.waitForTimeout(200)
  assert.equal(asked.length, 0)
  await page.keyboard.press('Enter')
  await page.waitForURL(/name=/)
  await page.getByText('共 17 条').waitFor()
})
await it('sorting goes ascending, descending, and back to the server', async () => {
  const head = page.getByRole('columnheader', { name: /得分/ })
  for (const expected of ['ascending', 'descending', null]) {
    await head.getByRole('button').click()
    await page.waitForTimeout(150)
    assert.equal(await head.getAttribute('aria-sort'), expected)
  }
})
await it('rows are walked by arrow keys, Enter opens the drawer, Escape closes it', async () => {
  await page.locator('tbody tr').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  assert.match(page.url(), /open=U/)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  assert.doesNotMatch(page.url(), /open=/)
})
await it('a column is hidden and stays hidden after reload', async () => {
  await page.getByText('列设置').click()
  await page.getByRole('checkbox', { name: '分组' }).uncheck()
  await page.reload()
  await page.waitForSelector('tbody th')
  assert.equal(await page.getByRole('columnheader', { name: '分组' }).count(), 0)
})
await it('export takes the whole filtered set under the name of the server', async () => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 Excel' }).click(),
  ])
  assert.equal(file.suggestedFilename(), '评分表.xlsx')
})
await it('the rehearsal date moves and says so', async () => {
  await page.getByLabel('演练日期').fill('2025-02-03')
  await page.getByRole('button', { name: '调整' }).click()
  await page.getByText('演练日期已调到 2025年2月3日').waitFor()
})

const signs = collect('/api/gallery/sign')
await it('a weighty act without its reason is not sent', async () => {
  await page.goto(`${base}/gallery/act`)
  await page.getByRole('dialog').getByRole('button', { name: '签字' }).click()
  await page.getByText('请写明理由').waitFor()
  assert.equal(signs.length, 0)
})
await it('step-up asks alone, then the act goes on with the same key', async () => {
  await page.getByLabel('理由').fill('逐项核对无误')
  await page.getByRole('dialog').getByRole('button', { name: '签字' }).dblclick()
  await page.getByText('请再次确认身份').waitFor()
  assert.equal(await page.locator('[role=dialog]:visible').count(), 1)
  await page.getByLabel('密码', { exact: true }).fill('right')
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('已签字').waitFor()
  const keys = new Set(signs.map((request) => request.headers()['idempotency-key']))
  assert.deepEqual([signs.length, keys.size], [2, 1])
  assert.ok(signs.every((request) => request.headers()['x-quanheng'] === '1'))
})
await it('a lost connection is said, and the retry carries the same key', async () => {
  signs.length = 0
  await page.goto(`${base}/gallery/act`)
  await page.getByLabel('理由').fill('断网重试')
  await page.route('**/api/gallery/sign', (route) => route.abort())
  await page.getByRole('dialog').getByRole('button', { name: '签字' }).click()
  await page.getByText('与服务器的连接中断').waitFor()
  await page.unroute('**/api/gallery/sign')
  await page.getByRole('dialog').getByRole('button', { name: '签字' }).click()
  await page.getByRole('status').getByText('已签字').waitFor()
  assert.equal(signs[0]?.headers()['idempotency-key'], signs[1]?.headers()['idempotency-key'])
})
await it('a file goes up as a stream with its name, and joins the checklist', async () => {
  await page.goto(`${base}/gallery/parts`)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择文件，或拖到此处' }).nth(1).click(),
  ])
  const [request] = await Promise.all([
    page.waitForRequest('**/api/uploads'),
    chooser.setFiles({ name: '开工清单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('list') }),
  ])
  assert.equal(decodeURIComponent(request.headers()['x-file-name'] ?? ''), '开工清单.pdf')
  await page.getByText('佐证材料 2/3').waitFor()
})
await it('what is typed is saved as a draft and says when', async () => {
  await page.getByLabel('标题').fill('固定资产投资')
  await page.getByText('已自动保存 17:40').waitFor()
})
await it('the menu and the person menu work by keyboard', async () => {
  await page.locator('summary', { hasText: '许清和' }).press('Enter')
  await page.getByText('退出登录').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('退出登录').waitFor({ state: 'hidden' })
})
await it('English shows no Chinese of ours', async () => {
  await page.locator('summary', { hasText: '许清和' }).press('Enter')
  await page.getByLabel('English').check()
  await page.waitForSelector('html[lang=en]')
  await page.getByRole('link', { name: 'Scoring' }).waitFor()
  await page.goto(`${base}/account/password`)
  await page.getByLabel('Current password').waitFor()
  const text = await page.locator('main, nav').allInnerTexts()
  assert.doesNotMatch(text.join(' ').replace('部件', ''), /\p{Script=Han}/u)
})
await it('signing out forgets the session', async () => {
  await page.locator('summary', { hasText: '许清和' }).press('Enter')
  await page.getByText('Sign out').click()
  await page.waitForURL('**/login')
  await page.goto(`${base}/gallery/table`)
  await page.waitForURL('**/login?back=*')
})
await it('a rehearsal account enters with one key', async () => {
  await page.getByRole('button', { name: /Head of section|科室负责人/ }).press('Enter')
  await page.waitForURL('**/gallery/table')
})
await browser.close()
for (const fault of faults) process.stdout.write(`fault ${fault}\n`)
process.stdout.write(`checked ${seen}, ${faults.length} failed\n`)
process.exit(faults.length > 0 ? 1 : 0)
