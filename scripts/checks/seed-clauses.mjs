// docs/seed-clauses.md says for every article of the two founding documents where people do it: the pages, commands and tests that it
// names exist, and a row without them says 待建 with its item. Run by the pinned Node; the last line is `checked N, M failed`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { conclude } from './lib/sources.mjs'

const root = join(import.meta.dirname, '../..')
const file = 'docs/seed-clauses.md'

const textsIn = (folder, fits) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => fits(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n')

const pages = new Set(
  [...textsIn('apps/web/src/features', (name) => /^[\w-]+\/index\.ts$/.test(name)).matchAll(/path: '([^']+)'/g)].map(
    ([, path]) => path,
  ),
)
const commands = new Set(
  [...textsIn('packages/contract/src', (name) => name.endsWith('.ts')).matchAll(/\bid: '([\w.]+)'/g)].map(
    ([, id]) => id,
  ),
)

const named = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name)

/** Articles that each document has; a row may be missing for none. */
const articles = [
  ...Array.from({ length: 16 }, (_, at) => `A-${at}`),
  ...Array.from({ length: 16 }, (_, at) => `B-${at + 1}`),
  ...['C-1', 'C-2', 'C-3', 'C-4.1', 'C-4.2', 'C-4.3', 'C-4.4', 'C-4.5', 'C-5'],
]

export const faultsOf = (text) => {
  const rows = text.split('\n').flatMap((line, at) => {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    return /^[ABC]-[\d.]+$/.test(cells[0] ?? '') ? [{ line: at + 1, cells }] : []
  })
  const faults = rows.flatMap(({ line, cells: [article, words, page = '', command = '', test = ''] }) => {
    const say = (says) => ({ file, line, says: `${article}: ${says}` })
    const found = [
      ...named(page).flatMap((name) => (pages.has(name) ? [] : [say(`no page ${name}`)])),
      ...named(command).flatMap((name) => (commands.has(name) ? [] : [say(`no route ${name}`)])),
      ...named(test).flatMap((name) => (existsSync(join(root, name)) ? [] : [say(`no test ${name}`)])),
    ]
    const built = named(page).length > 0 && named(test).length > 0
    if (!words) found.push(say('says nothing of the article'))
    if (!built && !/待建（\d+\.\d+）/.test(page + command + test)) {
      found.push(say('names no page and test: say 待建（item）'))
    }
    return found
  })
  const missing = articles
    .filter((article) => !rows.some(({ cells }) => cells[0] === article))
    .map((article) => ({ file, line: 1, says: `${article} has no row` }))
  return { checked: rows.length, faults: [...faults, ...missing] }
}

if (process.argv[1] === import.meta.filename) {
  const { checked, faults } = faultsOf(readFileSync(join(root, file), 'utf8'))
  conclude(checked, faults)
}
