import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

/** The screen of a county office (interface.md). */
const viewport = { width: 1366, height: 768 }

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export interface Desk {
  readonly page: Page
  /** Requests to other hosts, failed requests and console errors: a page that works has none. */
  readonly troubles: readonly string[]
  readonly close: () => Promise<void>
}

/** One person at one desk: a browser context of its own, so that several sign in at the same time. */
export const openDesk = async (browser: Browser, address: string): Promise<Desk> => {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL: address })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== address) troubles.push(`request to ${url.origin}`)
  })
  return { page, troubles, close: () => context.close() }
}

const pictures = process.env.QUANHENG_PICTURES ?? join(tmpdir(), 'quanheng-pictures')

/** Keeps what an official would see, to be looked at by a person; `QUANHENG_PICTURES` names the folder. */
export const picture = async (page: Page, name: string): Promise<void> => {
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

/** Keeps what would come out of the printer, beside the pictures. @returns it */
export const paperOf = async (page: Page, name: string): Promise<Buffer> => {
  await mkdir(pictures, { recursive: true })
  return page.pdf({ path: join(pictures, `${name}.pdf`), preferCSSPageSize: true })
}
