// Adds new files of db/migrations to checksums.json. A file that stands there has been released: databases have run it, so
// a changed one is refused by name. `--again NAME` records one anew that no database outside development has run.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clone } from './lib/clone.mjs'

const folder = join(clone, 'db/migrations')
const file = join(folder, 'checksums.json')

const recorded = JSON.parse(readFileSync(file, 'utf8'))
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort()
const digestOf = (name) =>
  createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex')
const found = Object.fromEntries(names.map((name) => [name, digestOf(name)]))

const [flag, again] = process.argv.slice(2)
if (flag === '--again') delete recorded[again]
const broken = Object.keys(recorded).filter((name) => found[name] !== recorded[name])
if (broken.length > 0) {
  console.error(`Recorded and since changed or removed: ${broken.join(', ')}. Bring the released text back.`)
  process.exit(1)
}
writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`)
for (const name of names) if (!Object.hasOwn(recorded, name)) console.log(name)
