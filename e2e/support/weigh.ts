import type { Browser, Page } from 'playwright-core'

/** What a page costs somebody who opens it for the first time. */
export interface Weight {
  /** Bytes over the network, heads included, compressed by gzip as a proxy of any age can. */
  readonly bytes: number
  readonly requests: number
  /** Addresses of other hosts; a page of ours asks none. */
  readonly foreign: readonly string[]
  readonly scripts: readonly string[]
  /** Milliseconds beyond 50 of every long task: how long the page did not answer. */
  readonly blocked: number
}

/** Opens `path` with an empty cache and waits until `ready` holds and the network rests. `before` may sign in. */
export const weigh = async (
  browser: Browser,
  address: string,
  path: string,
  ready: (page: Page) => Promise<unknown>,
  before: (page: Page) => Promise<unknown> = async () => {},
): Promise<Weight> => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    baseURL: address,
    // Browsers take brotli from localhost; an intranet address over http gets gzip.
    extraHTTPHeaders: { 'accept-encoding': 'gzip' },
  })
  const page = await context.newPage()
  await before(page)
  const devTools = await context.newCDPSession(page)
  await devTools.send('Network.enable')
  let bytes = 0
  const addresses: string[] = []
  devTools.on('Network.requestWillBeSent', ({ request }) => addresses.push(request.url))
  devTools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.addInitScript(() => {
    const seen = { blocked: 0 }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.blocked += Math.max(0, duration - 50)
    }).observe({ type: 'longtask', buffered: true })
    Object.assign(globalThis, { seen })
  })
  await page.goto(path)
  await ready(page)
  await page.waitForLoadState('networkidle')
  const blocked = await page.evaluate(() => (globalThis as unknown as { seen: { blocked: number } }).seen.blocked)
  await context.close()
  const urls = addresses.map((text) => new URL(text)).filter(({ protocol }) => protocol.startsWith('http'))
  return {
    bytes,
    requests: urls.length,
    foreign: urls.filter(({ origin }) => origin !== address).map(({ href }) => href),
    scripts: urls.filter(({ pathname }) => pathname.endsWith('.js')).map(({ pathname }) => pathname),
    blocked,
  }
}

/** Files of the charts, the plan editor and the score table: loaded by the page that opens them, never by the first ones. */
export const forLater = ['WhyItem', 'OwnWhy', 'why-of', 'PlanPage', 'ScoreSheetPage', 'CollectionPage']

export const isForLater = (script: string): boolean => forLater.some((name) => script.includes(`/${name}-`))

const login = (page: Page) => page.getByLabel('登录名', { exact: true }).waitFor()

export const weighLogin = (browser: Browser, address: string): Promise<Weight> =>
  weigh(browser, address, '/login', login)

/** The first page after signing in, with the list of what there is to do. The sign-in itself loads no page. */
export const weighWorkbench = (
  browser: Browser,
  address: string,
  account: { readonly login: string; readonly password: string },
): Promise<Weight> =>
  weigh(
    browser,
    address,
    '/',
    (page) => page.getByRole('table').first().waitFor(),
    async (page) => {
      const answer = await page.context().request.post('/api/session', {
        data: account,
        headers: { 'x-quanheng': '1' },
      })
      if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`)
    },
  )
