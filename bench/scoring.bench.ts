// 600,000 items of mixed methods to points, totals, ranks and grades: against a tight loop, decimal.js and the exact definition.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parse } from '@quanheng/domain/rule/parse'
import { setFigure } from '@quanheng/domain/scoring/columns/column'
import { packedYear, recalculate, recompute } from '@quanheng/domain/scoring/columns/packed-year'
import { median } from './lib/load.ts'
import { summary, verdict } from './lib/report.ts'
import { decimalYear } from './scoring/decimals.ts'
import { definedYear, differences } from './scoring/definition.ts'
import { leafOf, planOf, resultOf } from './scoring/ours.ts'
import { openStored } from './scoring/storage.ts'
import { tightYear } from './scoring/tight.ts'
import { makeIndicators, size } from './scoring/year.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 7)
const items = size.units * size.indicators
setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
const held = (): number => {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
const mebibytes = (bytes: number): number => bytes / 2 ** 20
const timed = (run: () => void): number => {
  const begun = performance.now()
  run()
  return performance.now() - begun
}

const indicators = makeIndicators()
const leaves = indicators.map((indicator) => leafOf(indicator))
const plan = planOf(indicators, leaves)
const before = held()
const resident = process.memoryUsage().rss
const compiled = performance.now()
const year = packedYear(plan)
if (year === undefined) throw new Error('the bench’s plan is one for columns')
const first = performance.now() - compiled
const peak = process.memoryUsage().rss
const after = held()
const byMethod = year.leaves.filter(({ kernel }) => kernel === undefined).length
console.log(
  `${items} items: ${size.units} units × ${size.indicators} indicators of ten methods, three of them relative to the group; ${byMethod} left to the methods`,
)

const tight = tightYear(indicators)
// Let go once it has been compared: the collector would walk its objects in everything that follows.
let decimal: ReturnType<typeof decimalYear> | undefined = decimalYear(indicators)
for (let warm = 0; warm < 30; warm += 1) {
  recalculate(year)
  tight.run()
}

/** Several calculations a round, so that one of them is not all of a slice of somebody else's. */
const each = 9
const ours: number[] = []
const loop: number[] = []
const objects: number[] = []
console.log(
  '\nAll items to points, totals, ranks and grades, ms\n        ours  tight loop  decimal.js   against the loop',
)
for (let round = 0; round < rounds; round += 1) {
  const pairs = Array.from({ length: each }, () => [timed(() => recalculate(year)), timed(tight.run)] as const)
  ours.push(median(pairs.map(([own]) => own)))
  loop.push(median(pairs.map(([, other]) => other)))
  if (round < 2) objects.push(timed(() => decimal?.run()))
  const row = [ours.at(-1), loop.at(-1), round < 2 ? objects.at(-1) : undefined]
  const cells = row.map((value) => (value === undefined ? '' : value.toFixed(1)).padStart(12)).join('')
  console.log(`${cells}${((ours.at(-1) ?? 0) / (loop.at(-1) ?? 1)).toFixed(2).padStart(15)}×`)
}
const ratios = ours.map((own, round) => own / (loop[round] ?? 1))
console.log(`  first calculation with the rules made into kernels: ${first.toFixed(0)} ms`)
verdict(
  { says: 'Against decimal.js, times faster', limit: 50, atMost: false },
  objects.map((own, at) => own / (ours[at] ?? 1)),
)
verdict({ says: 'Extra memory: what the year holds beyond its figures', limit: 64, atMost: true, unit: ' MiB' }, [
  mebibytes(after - before),
])
verdict(
  { says: 'Extra memory: growth of the process over the first calculation', limit: 64, atMost: true, unit: ' MiB' },
  [mebibytes(Math.max(0, peak - resident))],
)

const result = resultOf(year)
const counted = `of ${items} items, ${size.units} totals, ranks and grades`
const nothing = (says: string, found: number) =>
  verdict({ says: `${says}: differences ${counted}`, limit: 0, atMost: true }, [found])
nothing('Tight loop', differences(result, tight.result))
nothing('decimal.js', differences(result, decimal.run()))
decimal = undefined
collect()
nothing('Exact definition', differences(result, definedYear(indicators, leaves)))

const every = 1 / 3
const changes: number[] = []
for (let n = 0; n < 600; n += 1) {
  const indicator = indicators[(n * 7) % indicators.length]
  const input = indicator?.inputs[0]
  const column = input && year.leaves.find(({ leaf }) => leaf.key === indicator?.key)?.leaf.columns.get(input.name)
  if (indicator === undefined || column === undefined) continue
  const row = (n * 37) % size.units
  const change = () => {
    if (!setFigure(column, row, String(1 + (n % 3)))) throw new Error('a figure did not fit')
    recompute(year, indicator.key, row)
  }
  changes.push(timed(change))
}
const settled = changes.slice(Math.floor(changes.length * every))
const upTo = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN
console.log(
  `\nOne figure corrected, to points, totals, ranks and grades: median ${median(settled).toFixed(3)}, 99 of 100 ${upTo(settled, 0.99).toFixed(3)} ms`,
)
const corrected = resultOf(year)
const again = {
  ...corrected,
  points: corrected.points.map((own) => Float64Array.from(own)),
  totals: Float64Array.from(corrected.totals),
}
recalculate(year)
nothing('Corrected figure by figure, then anew', differences(again, resultOf(year)))
verdict({ says: 'One figure corrected', limit: 1, atMost: true, unit: ' ms' }, [median(settled)])

const traces: number[] = []
for (let n = 0; n < 3000; n += 1) {
  const leaf = leaves[(n * 7) % leaves.length]
  traces.push(timed(() => leaf?.outcomeAt((n * 37) % size.units)))
}
verdict({ says: 'Trace of one item', limit: 1, atMost: true, unit: ' ms' }, [median(traces.slice(1000))])
const reading = indicators.map(({ sentence }) => timed(() => parse(sentence)))
verdict({ says: 'Sentence read', limit: 1, atMost: true, unit: ' ms' }, [median(reading)])

const stored = await openStored(indicators, leaves)
const saved: number[] = []
console.log(
  '\nPostgreSQL, from packed columns: columns read, kernels made and the year computed, run and points committed, ms',
)
console.log('        read     compute       write')
for (let round = 0; round < rounds; round += 1) {
  const { read, compute, write } = await stored.recalculate(leaves)
  saved.push((read + compute + write) / 1000)
  console.log([read, compute, write].map((own) => own.toFixed(0).padStart(12)).join(''))
}
console.log(
  `  columns made anew from ${size.units} × 260 rows of figures and stored: ${((await stored.rebuild(leaves)) / 1000).toFixed(1)} s`,
)
await stored.close()
verdict({ says: 'Read, recalculated and written', limit: 0.6, atMost: true, unit: ' s' }, saved)

verdict({ says: 'Against the tight loop, times its time', limit: 4, atMost: true, ambition: 2 }, ratios)
summary()
console.log(`against the tight loop: ${median(ratios).toFixed(1)}×`)
process.exit()
