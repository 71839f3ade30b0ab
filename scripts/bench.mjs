// `npm run bench`: every bench, or those named: `npm run bench -- door`. Each prints ratios measured side by side in one run.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../bench/', import.meta.url))
const wanted = process.argv.slice(2)
const benches = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.slice(0, -'.bench.ts'.length))
const unknown = wanted.filter((name) => !benches.includes(name))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are: ${benches.join(', ')}`)
  process.exit(2)
}
for (const name of wanted.length > 0 ? wanted : benches) {
  console.log(`# ${name}`)
  const { status } = spawnSync(process.execPath, [`${folder}${name}.bench.ts`], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
