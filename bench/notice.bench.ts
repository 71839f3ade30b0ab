// Precision and recall of the notice reader on the development corpus, by kind of field, and the seconds for a megabyte.
import { readNotice } from '../packages/notice/src/read.ts'
import { compareNotice, corpusNames, precision, recall, total } from '../packages/notice/src/testing/corpus.ts'
import { indicatorPlan } from '../packages/notice/src/testing/invented.ts'
import { sourceOfText } from '../packages/notice/src/text/source.ts'

const compared = await Promise.all(corpusNames().map(compareNotice))
for (const { name, differences } of compared) {
  for (const { field, expected, found } of differences)
    console.log(`  ${name} ${field}: expected ${expected}, found ${found}`)
}

console.log(`${compared.length} notices`)
console.log('field                right  invented  missed  precision  recall')
for (const [field, score] of [...total(compared)].sort(([a], [b]) => a.localeCompare(b))) {
  const figures = [score.right, score.invented, score.missed].map((count) => String(count).padStart(8)).join('')
  console.log(
    `${field.padEnd(18)}${figures}  ${precision(score).toFixed(3).padStart(10)}${recall(score).toFixed(3).padStart(8)}`,
  )
}
console.log('goal: precision at least 0.98, recall at least 0.95 for each kind of field')

const megabyte = indicatorPlan.repeat(Math.ceil(1_048_576 / new TextEncoder().encode(indicatorPlan).length))
const before = process.cpuUsage()
readNotice(sourceOfText(megabyte))
const { user, system } = process.cpuUsage(before)
console.log(`1 MB of text: ${((user + system) / 1e6).toFixed(2)} s of one processor; must be under 1 s`)
