import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { clone } from '../lib/clone.mjs'
import { ensureInstalled } from '../lib/install.mjs'
import { run } from '../lib/run.mjs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser that the tests drive: `CHROMIUM`, else Debian's. */
export const chromium = () => [process.env.CHROMIUM, ...places].find((place) => place && existsSync(place))

/** `python3`, by which scores are computed a second time. */
const python = () => ['/usr/bin/python3', '/usr/local/bin/python3'].find((place) => existsSync(place))

/** A Debian package, where this account may install it; gives why it is missing, or nothing. */
async function ensurePackage(name, found) {
  if (found()) return undefined
  if (process.getuid?.() !== 0) return `${name} is not installed, and only root may: apt-get install ${name}`
  const options = { quiet: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const update = await run('apt-get', ['update', '-q'], options)
  if (update.code === 127) return `${name} is not installed, and this is no Debian`
  const install = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], options)
  return found() ? undefined : `${name} could not be installed: ${install.output.trim().split('\n').at(-1)}`
}

/** What the other stages need beyond node_modules; a tool that stays missing is a skip here and a failure in CI. */
export async function tools() {
  await ensureInstalled(join(clone, 'tools/postgres-15'))
  const missing = [
    ['e2e', await ensurePackage('chromium', chromium)],
    ['verify/rules', await ensurePackage('python3', python)],
  ].filter(([, why]) => why !== undefined)
  const passed = 3 - missing.length
  const output = missing.map(([, why]) => why).join('\n')
  if (process.env.CI === 'true') return { passed, failed: missing.length, output }
  return { passed, failed: 0, skipped: missing.map(([what, why]) => `${what}: ${why}`) }
}
