import { exact, mul, printExact } from '../../kernel/exact.ts'
import type { Counted } from '../model.ts'
import { happened } from './bare-verbs.ts'
import type { Clause } from './clause.ts'
import type { Placed } from './scan.ts'

/** With the prices that stand behind the word; where no single price stands before it, it stays and is reported. */
export const withDoubled = (clauses: readonly Placed[]): readonly Placed[] =>
  clauses.flatMap((placed, i): readonly Placed[] => {
    const own = pricesOf(clauses[i - 1]?.clause, placed.clause)
    if (own) return [{ ...placed, clause: own.behind }]
    const next = pricesOf(placed.clause, clauses[i + 1]?.clause)
    return next ? next.before.map((clause) => ({ ...placed, clause })) : [placed]
  })

interface Prices {
  readonly before: readonly Clause[]
  readonly behind: Clause
}

function pricesOf(price: Clause | undefined, word: Clause | undefined): Prices | undefined {
  if (word?.kind !== 'doubled') return undefined
  if (word.counted !== undefined) return priceOfOther(price, word.counted)
  const first = price && firstPrice(price)
  if (first === undefined || (word.unit !== undefined && word.unit !== first.unit)) return undefined
  const { name, ...unnamed } = first
  return {
    before: Array.from({ length: word.n - 1 }, (_, i) => ({ ...(i === 0 ? first : unnamed), n: i + 1 })),
    behind: { kind: 'nth', n: word.n, unit: first.unit, points: twiceOf(first.points), onwards: true },
  }
}

function priceOfOther(price: Clause | undefined, counted: Counted): Prices | undefined {
  if (price?.kind !== 'count' || price.effect !== 'deduct' || price.counted.unit !== counted.unit) return undefined
  if (price.counted.per !== '1') return undefined
  return { before: [price], behind: { kind: 'count', counted, effect: 'deduct', points: twiceOf(price.points) } }
}

const twiceOf = (points: string): string => printExact(mul(exact('2'), exact(points)))

type Nth = Extract<Clause, { readonly kind: 'nth' }>

function firstPrice(clause: Clause): Nth | undefined {
  if (clause.kind === 'nth') return clause.n === 1 && !clause.onwards ? clause : undefined
  if (clause.kind !== 'count' || clause.effect !== 'deduct' || clause.counted.per !== '1') return undefined
  const { verb, unit, name = '', case: within } = clause.counted
  if (within !== undefined) return undefined
  const said = `${happened.test(verb) ? '' : verb}${name}`
  return { kind: 'nth', n: 1, unit, points: clause.points, ...(said !== '' && { name: said }) }
}
