// A report of a hundred pages to GB/T 9704-2012 against the same words by the plain `docx` library, in turns in one run.
import { composeReport } from '../packages/papers/src/docx/report.ts'
import { longReport, plainDocument } from '../packages/papers/src/testing/long-report.ts'
import { median } from './lib/load.ts'

const rounds = 7
const report = longReport(100)

const timed = async (make: () => Promise<Uint8Array>): Promise<{ readonly ms: number; readonly bytes: number }> => {
  const start = performance.now()
  const { length } = await make()
  return { ms: performance.now() - start, bytes: length }
}

await composeReport(report)
await plainDocument(report)
const ours: number[] = []
const theirs: number[] = []
let sizes = ''
for (let round = 0; round < rounds; round++) {
  const [mine, plain] = [await timed(() => composeReport(report)), await timed(() => plainDocument(report))]
  ours.push(mine.ms)
  theirs.push(plain.ms)
  sizes = `${(mine.bytes / 1024).toFixed(0)} kB against ${(plain.bytes / 1024).toFixed(0)} kB`
}
console.log(
  `100 pages, ${rounds} rounds: ${median(ours).toFixed(0)} ms to the standard, ${median(theirs).toFixed(0)} ms plain, ${sizes}`,
)
console.log(`ratio: ${(median(ours) / median(theirs)).toFixed(2)}`)
