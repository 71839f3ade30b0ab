// A report of a hundred pages and a workbook of 3,000 × 60, against the plain libraries, in turns in one run.
import { composeReport } from '../packages/papers/src/docx/report.ts'
import { writeList } from '../packages/papers/src/list/stream-list.ts'
import { longReport, plainDocument } from '../packages/papers/src/testing/long-report.ts'
import { byStream, columns, inMemory, rows } from '../packages/papers/src/testing/plain-workbook.ts'
import { median } from './lib/load.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 7)
const report = longReport(100)

type Make = () => Promise<Uint8Array>

const timed = async (make: Make): Promise<{ readonly ms: number; readonly bytes: number }> => {
  const start = performance.now()
  const { length } = await make()
  return { ms: performance.now() - start, bytes: length }
}

/** Both sides in turn, the first of a round changing: what ours takes for each of theirs. */
const ratios = async (title: string, ours: Make, theirs: Make): Promise<number[]> => {
  await ours()
  await theirs()
  const found: number[] = []
  for (let round = 0; round < rounds; round++) {
    const early = round % 2 === 1 ? await timed(theirs) : undefined
    const mine = await timed(ours)
    const plain = early ?? (await timed(theirs))
    const sizes = `${(mine.bytes / 1024).toFixed(0)} kB against ${(plain.bytes / 1024).toFixed(0)} kB`
    console.log(`  ${title}: ${mine.ms.toFixed(0)} ms against ${plain.ms.toFixed(0)} ms, ${sizes}`)
    found.push(mine.ms / plain.ms)
  }
  return found
}

const workbook = () => writeList({ title: '得分', columns, rows })
const compared = [
  ['100 pages to the standard, against plain docx', () => composeReport(report), () => plainDocument(report)],
  ['3,000 × 60 cells with styles and heights, against plain exceljs in memory', workbook, inMemory],
  ['3,000 × 60 cells with styles and heights, against plain exceljs streaming', workbook, byStream],
] as const
const lines: string[] = []
for (const [title, ours, theirs] of compared) {
  const found = await ratios(title, ours, theirs)
  const spread = `${Math.min(...found).toFixed(2)}–${Math.max(...found).toFixed(2)}`
  lines.push(`${title}: ${median(found).toFixed(2)}× (${spread})`)
}
console.log(`\n${lines.join('\n')}`)
