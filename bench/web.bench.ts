// What the first pages weigh and how long they keep the browser from answering, in Chromium with an empty cache.
import { launchBrowser } from '../e2e/support/browser.ts'
import { isForLater, type Weight, weighLogin, weighWorkbench } from '../e2e/support/weigh.ts'
import { rehearsalPassword } from '../packages/rehearsal/src/accounts.ts'
import { loadDemo, makeDataDir, startProduct } from './lib/product.ts'
import { summary, verdict } from './lib/report.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const { dir, clear } = await makeDataDir()
await loadDemo(dir)
const server = await startProduct(dir, 18_474, 'quanheng')
const browser = await launchBrowser()
const account = { login: 'fagai.ke1', password: rehearsalPassword }
const pages = [
  { name: 'Login page', limit: 300, weigh: () => weighLogin(browser, server.address) },
  { name: 'Workbench with its list', limit: 400, weigh: () => weighWorkbench(browser, server.address, account) },
]
for (const { name, limit, weigh } of pages) {
  console.log(`\n${name}, cold, gzipped\n       KB  requests  blocked ms`)
  const found: Weight[] = []
  for (let round = 0; round < rounds; round++) {
    const one = await weigh()
    found.push(one)
    console.log(
      `${(one.bytes / 1024).toFixed(1).padStart(9)}${String(one.requests).padStart(10)}${one.blocked.toFixed(0).padStart(12)}`,
    )
  }
  const of = (value: (one: Weight) => number): number[] => found.map(value)
  verdict(
    { says: `${name}, bytes`, limit, atMost: true, unit: ' KB' },
    of(({ bytes }) => bytes / 1024),
  )
  verdict(
    { says: `${name}, requests to other hosts`, limit: 0, atMost: true },
    of(({ foreign }) => foreign.length),
  )
  verdict(
    { says: `${name}, charts and editors loaded`, limit: 0, atMost: true },
    of(({ scripts }) => scripts.filter(isForLater).length),
  )
  verdict(
    { says: `${name}, main thread blocked`, limit: 200, atMost: true, unit: ' ms' },
    of(({ blocked }) => blocked),
  )
}
await browser.close()
await server.stop()
await clear()
summary()
process.exit()
