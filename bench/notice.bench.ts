// Precision and recall of the notice reader on the development corpus, by kind of field, and the seconds for a megabyte.

import { compareNotice, corpusNames, precision, recall, total } from '../packages/notice/src/testing/corpus.ts'
import { megabyte } from './notice/megabyte.ts'

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

await megabyte()
