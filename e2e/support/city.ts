import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { rehearsalPassword } from '../../packages/rehearsal/src/accounts.ts'
import { type Desk, launchBrowser, openDesk } from './browser.ts'
import { type RunningServer, startServer } from './server.ts'

/** A running city, rehearsed or real, and the people at their desks in it. */
export interface City {
  /** The page of one account, signed in on first use and kept: nobody signs in twice in a day. */
  readonly as: (login: string) => Promise<Page>
  /** What went wrong in any window so far: console errors, failed scripts, requests to other hosts. */
  readonly troubles: () => readonly string[]
  /** Where the two people stand who acted last, and what their windows say: printed when a chapter fails. */
  readonly whereabouts: () => Promise<string>
  readonly close: () => Promise<void>
}

const seen = async (page: Page): Promise<string> => {
  const words = await page.locator('body').ariaSnapshot({ timeout: 5_000 }).catch(String)
  return `${page.url()}\n${words.split('\n').slice(0, 120).join('\n')}`
}

export const cityAt = (browser: Browser, address: string, password: string = rehearsalPassword): City => {
  const desks = new Map<string, Desk>()
  const as = async (login: string): Promise<Page> => {
    const known = desks.get(login)
    if (known) {
      desks.delete(login)
      desks.set(login, known)
      return known.page
    }
    const desk = await openDesk(browser, address)
    desks.set(login, desk)
    const { page } = desk
    await page.goto('/login')
    await page.getByLabel('登录名', { exact: true }).fill(login)
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.getByRole('button', { name: /^登\s*录$/ }).click()
    await page.getByRole('navigation', { name: '主菜单' }).waitFor()
    return page
  }
  return {
    as,
    whereabouts: async () => {
      const last = [...desks].slice(-2)
      return (await Promise.all(last.map(async ([login, { page }]) => `${login} ${await seen(page)}`))).join('\n')
    },
    troubles: () => [...desks].flatMap(([login, desk]) => desk.troubles.map((line) => `${login}: ${line}`)),
    close: async () => {
      for (const desk of desks.values()) await desk.close()
    },
  }
}

/** From an empty data directory to the invented city, as a visitor does it. */
export const loadRehearsal = async (browser: Browser, address: string): Promise<City> => {
  const { page, close } = await openDesk(browser, address)
  await page.goto('/')
  await page.getByRole('radio', { name: '演练环境' }).check()
  await page.getByRole('button', { name: '装入演练环境' }).click()
  await page.getByRole('heading', { name: '演练账号' }).waitFor({ timeout: 120_000 })
  await close()
  return cityAt(browser, address)
}

/** There while a file's tests run, and not before. */
export interface Scene<C> {
  readonly browser: Browser
  readonly server: RunningServer
  readonly city: C
}

/**
 * One browser, one server and its city for all tests of a file: each begins where the one before ended. So a chapter
 * that failed ends the story: what would have come after it is skipped, and says nothing of its own.
 */
export const sceneOf = <C extends Pick<City, 'close' | 'whereabouts'>>(
  open: (browser: Browser, server: RunningServer) => C | Promise<C>,
): Scene<C> => {
  let browser: Browser
  let server: RunningServer
  let city: C
  let failed: string | undefined
  beforeEach(({ task, skip, onTestFailed }) => {
    if (failed !== undefined) skip(`“${failed}” failed before it`)
    onTestFailed(async () => {
      failed = task.name
      process.stderr.write(`${task.name}: the windows when it failed\n${await city.whereabouts()}\n`)
    })
  })
  beforeAll(async () => {
    browser = await launchBrowser()
    server = await startServer()
    city = await open(browser, server)
  })
  afterAll(async () => {
    await city?.close()
    await browser?.close()
    await server?.stop()
  })
  return {
    get browser() {
      return browser
    },
    get server() {
      return server
    },
    get city() {
      return city
    },
  }
}

export const rehearsedScene = (): Scene<City> => sceneOf((browser, { address }) => loadRehearsal(browser, address))
