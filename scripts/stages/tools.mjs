import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { clone } from '../lib/clone.mjs'
import { ensureInstalled } from '../lib/install.mjs'
import { run } from '../lib/run.mjs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser that the tests drive: `CHROMIUM`, else Debian's. */
export const chromium = () => [process.env.CHROMIUM, ...places].find((place) => place && existsSync(place))

/** Debian's Chromium, where this account may install it; gives why it is missing, or nothing. */
async function ensureChromium() {
  if (chromium()) return undefined
  if (process.getuid?.() !== 0) return 'Chromium is not installed, and only root may: apt-get install chromium'
  const options = { quiet: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const update = await run('apt-get', ['update', '-q'], options)
  if (update.code === 127) return 'Chromium is not installed, and this is no Debian: set CHROMIUM to its program'
  const install = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options)
  if (chromium()) return undefined
  return `Chromium could not be installed: ${install.output.trim().split('\n').at(-1)}`
}

/** What the other stages need beyond node_modules; a tool that stays missing is a skip here and a failure in CI. */
export async function tools() {
  await ensureInstalled(join(clone, 'tools/postgres-15'))
  const missing = await ensureChromium()
  if (!missing) return { passed: 2, failed: 0 }
  if (process.env.CI === 'true') return { passed: 1, failed: 1, output: missing }
  return { passed: 1, failed: 0, skipped: [`e2e: ${missing}`] }
}
