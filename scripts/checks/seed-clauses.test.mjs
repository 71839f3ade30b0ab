// Plants in rows what seed-clauses.mjs must find. Run by the pinned Node; the last line is `checked N, M failed`.
import { faultsOf } from './seed-clauses.mjs'

const planted = [
  ['| A-1 | 甲 | `/nowhere` | | `e2e/year.test.ts` |', 'A-1: no page /nowhere'],
  ['| A-2 | 甲 | `/log` | `nothing.done` | `e2e/year.test.ts` |', 'A-2: no route nothing.done'],
  ['| A-3 | 甲 | `/log` | | `e2e/gone.test.ts` |', 'A-3: no test e2e/gone.test.ts'],
  ['| A-4 | 甲 | | | |', 'A-4: names no page and test: say 待建（item）'],
  ['| A-5 | | 待建（7.1） | | |', 'A-5: says nothing of the article'],
]
const { faults } = faultsOf(planted.map(([row]) => row).join('\n'))
const said = faults.map(({ says }) => says)
const missed = planted.filter(([, wanted]) => !said.includes(wanted)).map(([, wanted]) => wanted)
if (!said.includes('C-5 has no row')) missed.push('C-5 has no row')
for (const wanted of missed) console.log(`not found: ${wanted}`)
console.log(`checked ${planted.length + 1}, ${missed.length} failed`)
process.exitCode = missed.length === 0 ? 0 : 1
