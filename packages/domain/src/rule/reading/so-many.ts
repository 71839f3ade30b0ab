import type { Band } from '../model.ts'
import { sayBand } from '../phrases.ts'
import { happened } from './bare-verbs.ts'
import type { Clause } from './clause.ts'
import { Cursor } from './cursor.ts'
import { readBand } from './edges.ts'
import { sticky } from './letters.ts'
import { isCalled } from './read-counts.ts'
import type { Placed } from './scan.ts'

/** 每发生1起事故扣2分，发生3起以上事故的不得分: so many of what is counted, and no other fact. */

/** 每缺少一项扣1分，缺少三项及以上的不得分: the second clause tells that it is what is lacking that is counted. */
const lackingCounted = (clauses: readonly Placed[]): readonly Placed[] =>
  clauses.map((placed, i) => {
    const { clause } = placed
    if (clause.kind !== 'step' || clause.side !== 'below' || clause.effect !== 'deduct') return placed
    if (clause.measure || clause.reference || clause.by.unit === undefined || clause.by.unit === '%') return placed
    const next = clauses.slice(i + 1).find(({ clause: { kind } }) => !between.has(kind))
    const said = next && soMany(next.clause)
    if (!said || !lacks.test(said.name) || said.from.unit !== clause.by.unit) return placed
    const counted = { verb: said.name, per: clause.by.value, unit: clause.by.unit }
    return { ...placed, clause: { kind: 'count', counted, effect: 'deduct', points: clause.points } }
  })

const lacks = /^(?:缺少?|少|漏)$/u

/** The clauses with each such case as a band of the count that stands before it. */
export const withSoMany = (all: readonly Placed[]): readonly Placed[] =>
  lackingCounted(all).map((placed, i, clauses) => {
    const said = soMany(placed.clause)
    const [count, ...others] = said ? countsBefore(clauses.slice(0, i)) : []
    if (said === undefined || count === undefined || said.from.unit !== count.counted.unit) return placed
    if (said.name !== '')
      return isCalled({ kind: 'input', name: said.name }, count.counted) ? banded(placed, said) : placed
    // 迟报1次扣1分，漏报1次扣2分，超过3次的不得分: of either or of both, which is for a person to say.
    return others.some(({ counted }) => counted.unit === said.from.unit) ? asked(placed, said) : banded(placed, said)
  })

interface SoMany extends Required<Pick<Band, 'from'>> {
  /** What happened so often; empty where that is left out. */
  readonly name: string
}

const banded = (placed: Placed, { from }: SoMany): Placed => ({
  ...placed,
  clause: { kind: 'award', when: { kind: 'band', from }, award: { kind: 'none' } },
})

const asked = (placed: Placed, { from }: SoMany): Placed => ({
  ...placed,
  clause: { kind: 'gate', when: `累计${sayBand({ from })}`, effect: { kind: 'none' } },
})

function soMany(clause: Clause): SoMany | undefined {
  if (clause.kind === 'gate') return clause.effect.kind === 'none' ? readSoMany(clause.when) : undefined
  if (clause.kind !== 'award' || clause.award.kind !== 'none') return undefined
  const { when } = clause
  if (when.kind === 'fact') return readSoMany(when.name)
  if (when.kind !== 'band' || when.measure?.kind === 'rate' || when.from === undefined || when.to) return undefined
  return { name: (when.measure?.name ?? '').replace(inAll, ''), from: when.from }
}

const inAll = /^(?:(?:全年|年内|当年|本年度)?(?:累计|合计|共计?)|全年|年内)/u
const lead = sticky('\\p{L}*?(?=\\d|[一二两三四五六七八九十])')

/** 发生3起以上事故, 累计3次以上. */
function readSoMany(words: string): SoMany | undefined {
  const cursor = new Cursor(words.replace(inAll, ''))
  const before = cursor.take(lead)?.[0]
  const { from, to } = (before !== undefined && readBand(cursor)) || {}
  return from && !to ? { name: `${before}${cursor.text.slice(cursor.at)}`, from } : undefined
}

/** 有1件案件扣0.3分，每多1件扣0.3分: of the same; at another price the first one has its own. */
export const withEachFurther = (clauses: readonly Placed[]): readonly Placed[] =>
  clauses.flatMap((placed, i): readonly Placed[] => {
    const [own, next] = [
      furtherThan(clauses[i - 1]?.clause, placed.clause),
      furtherThan(placed.clause, clauses[i + 1]?.clause),
    ]
    if (own)
      return own.points === own.first
        ? []
        : [{ ...placed, clause: { kind: 'nth', n: 2, unit: own.unit, points: own.points, onwards: true } }]
    if (!next || next.points === next.first) return [placed]
    return [
      {
        ...placed,
        clause: { kind: 'nth', n: 1, unit: next.unit, points: next.first, ...(next.name && { name: next.name }) },
      },
    ]
  })

function furtherThan(count: Clause | undefined, next: Clause | undefined) {
  const step = next?.kind === 'count' && next.counted.name === undefined ? next.asStep : next
  if (count?.kind !== 'count' || count.effect !== 'deduct' || count.counted.per !== '1') return undefined
  if (step?.kind !== 'step' || step.side !== 'above' || step.effect !== 'deduct') return undefined
  const { unit, verb, name = '', case: within } = count.counted
  if (step.measure || step.reference || step.by.value !== '1' || step.by.unit !== unit || within) return undefined
  return { unit, first: count.points, points: step.points, name: `${happened.test(verb) ? '' : verb}${name}` }
}

type Count = Extract<Clause, { readonly kind: 'count' }>

/** What may stand between a count and what so many of it leave. */
const between: ReadonlySet<Clause['kind']> = new Set(['deductionLimit', 'partial'])

/** The counts that cost, the nearest first, with nothing else behind them. */
function countsBefore(clauses: readonly Placed[]): readonly Count[] {
  const counts: Count[] = []
  for (const { clause } of clauses.toReversed()) {
    if (clause.kind === 'count' && clause.effect === 'deduct') counts.push(clause)
    else if (!between.has(clause.kind)) break
  }
  return counts
}
