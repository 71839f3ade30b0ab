import { mkdirSync } from 'node:fs'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

/** Goes through the pages at two widths and both appearances; prints faults, weight and blocking time of cold loads. */

const [port = '8099', folder = '/tmp/look'] = process.argv.slice(2)
const base = `http://127.0.0.1:${port}`
mkdirSync(folder, { recursive: true })

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const say = (text: string) => process.stdout.write(`${text}\n`)

const open = async (width: number, height: number, dark = false): Promise<[BrowserContext, Page]> => {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'zh-CN',
  })
  const page = await context.newPage()
  page.on('console', (message) => message.type() !== 'log' && say(`  console ${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => say(`  pageerror: ${error.message}`))
  return [context, page]
}

interface Weight {
  bytes: number
  requests: number
}

const weigh = async (page: Page): Promise<Weight> => {
  const client = await page.context().newCDPSession(page)
  const weight = { bytes: 0, requests: 0 }
  await client.send('Network.enable')
  client.on('Network.loadingFinished', (event) => {
    weight.bytes += event.encodedDataLength
    weight.requests += 1
  })
  return weight
}

/** Tasks of the main thread by their own CPU time, so that a busy machine does not count as our blocking. */
const traceTasks = async (page: Page) => {
  const client = await page.context().newCDPSession(page)
  const tasks: number[] = []
  client.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as { name: string; tdur?: number }[]) {
      if (event.name === 'RunTask' || event.name === 'ThreadControllerImpl::RunTask')
        tasks.push((event.tdur ?? 0) / 1000)
    }
  })
  await client.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
  })
  return async () => {
    const done = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve))
    await client.send('Tracing.end')
    await done
    const blocking = tasks.reduce((all, task) => all + Math.max(0, task - 50), 0)
    return { blocking: Math.round(blocking), longest: Math.round(Math.max(0, ...tasks)) }
  }
}

const cold = async (path: string, ready: string) => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
  })
  const page = await context.newPage()
  const weight = await weigh(page)
  const tasks = await traceTasks(page)
  const started = performance.now()
  await page.goto(base + path)
  await page.waitForSelector(ready)
  const visible = Math.round(performance.now() - started)
  await page.waitForTimeout(800)
  const { blocking, longest } = await tasks()
  const size = Math.round(weight.bytes / 1024)
  say(
    `${path}: ${size} KB, ${weight.requests} requests, visible ${visible} ms, blocking ${blocking} ms CPU, longest ${longest} ms`,
  )
  await context.close()
}

const shots: readonly [string, string][] = [
  ['table', '/gallery/table'],
  ['parts', '/gallery/parts'],
  ['why', '/gallery/why'],
  ['act', '/gallery/act'],
  ['password', '/account/password'],
  ['nothing', '/no-such-page'],
]

await cold('/login', 'input')
for (const [width, height, dark] of [
  [1366, 768, false],
  [390, 844, false],
  [1366, 768, true],
] as const) {
  const [context, page] = await open(width, height, dark)
  const name = (what: string) => `${folder}/${what}-${width}${dark ? '-dark' : ''}.png`
  await page.goto(`${base}/login?back=/gallery/table`)
  await page.waitForSelector('input')
  await page.waitForTimeout(300)
  await page.screenshot({ path: name('login'), fullPage: true })
  await page.getByLabel('登录名').fill('xuqinghe')
  await page.getByLabel('密码').fill('correct')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/gallery/table')
  await page.waitForSelector('tbody th')
  for (const [what, path] of shots) {
    await page.goto(base + path)
    await page.waitForTimeout(900)
    await page.screenshot({ path: name(what), fullPage: what === 'parts' && width > 900 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (wide > 0) say(`  ${what} at ${width}: ${wide} px wider than the window`)
  }
  if (!dark && width > 900)
    await page
      .goto(`${base}/gallery/parts`)
      .then(() => page.waitForTimeout(500))
      .then(() => page.pdf({ path: `${folder}/parts.pdf`, preferCSSPageSize: true }))
  await context.close()
}
for (let round = 0; round < 3; round += 1) await cold('/gallery/table', 'tbody th')
await browser.close()
