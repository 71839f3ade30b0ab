import { type CallOf, load, type Measured, median } from './load.ts'
import { workOf } from './work.ts'

/** A must of an issue: what is compared, and the limit it has to keep. */
export interface Goal {
  readonly says: string
  readonly limit: number
  readonly atMost: boolean
  /** The ambition, where the issue names one. */
  readonly ambition?: number
  readonly unit?: string
}

const lines: string[] = []

const worded = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1))

/** Notes what was reached; `summary` prints all of it last. */
export const verdict = ({ says, limit, atMost, ambition, unit = '' }: Goal, values: readonly number[]): void => {
  const found = median(values)
  const reached = atMost ? found <= limit : found >= limit
  const spread = values.length > 1 ? ` (${values.map(worded).join(', ')})` : ''
  const hoped = ambition === undefined ? '' : `, ambition ${worded(ambition)}`
  const line = `${says}: ${worded(found)}${unit}${spread}; must be at ${atMost ? 'most' : 'least'} ${worded(limit)}${unit}${hoped}: ${reached ? 'reached' : 'MISSED'}`
  console.log(`  ${line}`)
  lines.push(line)
}

export const summary = (): void => console.log(`\n${lines.join('\n')}`)

export interface Side {
  readonly name: string
  readonly callOf: CallOf
  /** Processes that answer. */
  readonly server: number
  readonly database: number
}

interface Round extends Measured {
  /** Milliseconds of processor time for each request: in the server, and in the database. */
  readonly serverWork: number
  readonly databaseWork: number
}

const header = '              req/s     p50 ms     p99 ms  server ms database ms   errors'

const row = (name: string, { perSecond, p50, p99, serverWork, databaseWork, errors }: Round): string =>
  [name, perSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1), serverWork.toFixed(2), databaseWork.toFixed(2), errors]
    .map((cell, at) => (at === 0 ? `  ${cell}`.padEnd(8) : String(cell).padStart(at === 6 ? 9 : 11)))
    .join('')

const measure = async ({ callOf, server, database }: Side, connections: number, total: number): Promise<Round> => {
  const before = [workOf(server), workOf(database)] as const
  const measured = await load(callOf, connections, total)
  const spent = (pid: number, since: number) => (workOf(pid) - since) / total
  return { ...measured, serverWork: spent(server, before[0]), databaseWork: spent(database, before[1]) }
}

export interface Comparison {
  readonly title: string
  readonly connections: number
  readonly total: number
  readonly rounds: number
  readonly ours: Side
  readonly bare: Side
  readonly goals: readonly (Goal & { readonly of: (ours: Round, bare: Round) => number })[]
}

/** Both sides in turn, round by round, the first of a round changing; then each goal over the rounds, and the share of the work. */
export const compare = async ({ title, connections, total, rounds, ours, bare, goals }: Comparison): Promise<void> => {
  console.log(`\n${title}\n${header}`)
  const pairs: [Round, Round][] = []
  for (let round = 0; round < rounds; round++) {
    const one = (side: Side) => measure(side, connections, total)
    const bareFirst = round % 2 === 1 ? await one(bare) : undefined
    const a = await one(ours)
    const b = bareFirst ?? (await one(bare))
    console.log(`${row('ours', a)}\n${row('bare', b)}`)
    pairs.push([a, b])
  }
  for (const goal of goals) {
    verdict(
      goal,
      pairs.map(([a, b]) => goal.of(a, b)),
    )
  }
  const workIn = (round: Round) => round.serverWork + round.databaseWork
  const work = pairs.map(([a, b]) => workIn(a) / workIn(b))
  console.log(`  processor time a request, against the bare one: ${median(work).toFixed(2)}×`)
  const errors = pairs.reduce((sum, [a]) => sum + a.errors, 0)
  if (errors > 0) verdict({ says: `${title}: requests refused`, limit: 0, atMost: true }, [errors])
}
