// docs/methods.md is what the code says: every method of the catalogue with sentence, cases, file and second computation. Run by the
// pinned Node; the last line is `checked N, M failed`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { methodsPage } from '../lib/methods-page.mjs'
import { conclude } from './lib/sources.mjs'

const root = join(import.meta.dirname, '../..')
const page = 'docs/methods.md'
const { text, missing } = methodsPage()
const written = readFileSync(join(root, page), 'utf8').split('\n')
const wanted = text.split('\n')

conclude(wanted.length, [
  ...missing.map((says) => ({ file: page, line: 1, says })),
  ...wanted.flatMap((line, at) =>
    line === written[at]
      ? []
      : [{ file: page, line: at + 1, says: 'is not what the code says: node scripts/methods.mjs' }],
  ),
])
