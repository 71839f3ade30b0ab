// `npm test`: installs what is missing, then runs everything that CI runs, stage by stage. The last line is
// `N passed, N failed`. `--long` runs the full counts of kills, mutations and generated cases. `npm test -- NAME…` runs only
// the stages named.
import { execFileSync } from 'node:child_process'
import { clone } from './lib/clone.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { biome } from './stages/biome.mjs'
import { checks } from './stages/checks.mjs'
import { chromium, tools } from './stages/tools.mjs'
import { types } from './stages/types.mjs'
import { vitest } from './stages/vitest.mjs'
import { web } from './stages/web.mjs'

const args = process.argv.slice(2)
const wanted = args.filter((arg) => !arg.startsWith('--'))
const long = args.includes('--long')

/**
 * Generated cases are the same in every `npm test`, so that a red run always speaks of the change before it. `--long` draws others for each
 * commit: what it finds becomes a case of its own.
 */
const seed = process.env.QUANHENG_SEED ?? String(long ? seedOfCommit() : 20_250_103)
Object.assign(process.env, { QUANHENG_SEED: seed, ...(long ? { QUANHENG_LONG: '1' } : {}) })

function seedOfCommit() {
  try {
    return Number.parseInt(execFileSync('git', ['rev-parse', 'HEAD'], { cwd: clone, encoding: 'utf8' }).slice(0, 7), 16)
  } catch {
    return 1
  }
}

const stages = {
  tools,
  types: () => types(),
  biome: () => biome(),
  checks,
  unit: () => vitest('unit'),
  process: () => vitest('process'),
  'server on 18': () => vitest('server', { QUANHENG_PG: '18' }),
  'server on 15': () => vitest('server', { QUANHENG_PG: '15' }),
  web,
  e2e: async () => (chromium() ? vitest('e2e', { CHROMIUM: chromium() }) : { passed: 0, failed: 0 }),
}

/**
 * What runs at the same time: two rows of stages, for a stage seldom fills two cores. The browsers run alone, for a person's
 * patience is their time limit.
 */
const steps = [
  [['tools']],
  [
    ['types', 'unit', 'process'],
    ['biome', 'checks', 'server on 18', 'server on 15', 'web'],
  ],
  [['e2e']],
]

const unknown = wanted.filter((name) => !Object.hasOwn(stages, name))
if (unknown.length > 0) {
  console.error(`There is no stage ${unknown.join(', ')}; there are: ${Object.keys(stages).join(', ')}`)
  process.exit(2)
}

const total = { passed: 0, failed: 0, skipped: [] }

async function perform(name) {
  const begun = performance.now()
  const { passed, failed, skipped = [], output = '' } = await stages[name]()
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  if (failed > 0) console.log(`\n${output.trim()}\n`)
  const cells = [passed, failed, skipped.length, seconds].map((cell) => String(cell).padStart(9)).join('')
  console.log(`${name.padEnd(14)}${cells}`)
  total.passed += passed
  total.failed += failed
  total.skipped.push(...skipped)
}

async function performRow(names) {
  for (const name of names) if (wanted.length === 0 || wanted.includes(name)) await perform(name)
}

await ensureInstalled()
console.log(`Seed ${seed}${long ? ', full counts' : ''}\n`)
console.log('stage            passed   failed  skipped  seconds')
for (const rows of steps) await Promise.all(rows.map(performRow))

if (total.skipped.length > 0) console.log(`\nSkipped:\n${total.skipped.map((line) => `  ${line}`).join('\n')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
