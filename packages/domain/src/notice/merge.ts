import { canonicalJson } from '../kernel/canonical-json.ts'

/** A place that both the revised notice and somebody's hand changed: the plan keeps what the hand wrote. */
export interface Clash {
  /** Keyed path, e.g. `indicators[jobs].fullMark`. */
  readonly at: string
  readonly before: unknown
  readonly after: unknown
  readonly mine: unknown
}

/** What the notice gave before, what it gives now, and what the plan says. */
export interface Three<T> {
  readonly base: T
  readonly theirs: T
  readonly mine: T
}

export interface Merged<T> {
  readonly value: T
  readonly clashes: readonly Clash[]
}

type Row = Readonly<Record<string, unknown>>

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b))

const isRow = (value: unknown): value is Row => value !== null && typeof value === 'object' && !Array.isArray(value)
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
const isKeyed = (value: unknown): value is readonly Row[] =>
  Array.isArray(value) && value.every((one) => isRow(one) && typeof one.key === 'string')

const keep = (value: unknown): Merged<unknown> => ({ value, clashes: [] })

/** Rules and clauses are one thing each: half of an old sentence and half of a new one would be neither. */
const whole = /\.(?:scoring\.rule|basis|target|file|owner|source|line|effect)$/

/** Three states of one place become one. What only one side changed is taken from it; what both changed alike is no clash. */
export const merge = (at: string, { base, theirs, mine }: Three<unknown>): Merged<unknown> => {
  if (same(theirs, base) || same(mine, theirs)) return keep(mine)
  if (same(mine, base)) return keep(theirs)
  // The line that a row quotes follows the notice only while nobody cited another.
  if (at.endsWith('.basis')) return keep(mine)
  if (isTexts(base) && isTexts(theirs) && isTexts(mine)) return keep(mergeTexts({ base, theirs, mine }))
  if (isKeyed(base) && isKeyed(theirs) && isKeyed(mine))
    return mergeRows(at, ({ key }) => String(key), { base, theirs, mine })
  if (!whole.test(at) && isRow(base) && isRow(theirs) && isRow(mine)) return mergeMembers(at, { base, theirs, mine })
  return { value: mine, clashes: [{ at, before: base, after: theirs, mine }] }
}

/** Names in a list without order of weight: those that came are added, those that went are taken out. */
const mergeTexts = ({ base, theirs, mine }: Three<readonly string[]>): readonly string[] => [
  ...mine.filter((one) => theirs.includes(one) || !base.includes(one)),
  ...theirs.filter((one) => !base.includes(one) && !mine.includes(one)),
]

const mergeMembers = (at: string, { base, theirs, mine }: Three<Row>): Merged<Row> => {
  const members = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
  const merged = members.map((name) => ({
    name,
    ...merge(at === '' ? name : `${at}.${name}`, { base: base[name], theirs: theirs[name], mine: mine[name] }),
  }))
  return {
    value: Object.fromEntries(merged.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]))),
    clashes: merged.flatMap(({ clashes }) => clashes),
  }
}

/** Each new key stands behind the one that it follows in `order`. */
const inserted = (keys: readonly string[], order: readonly string[]): readonly string[] => {
  const result = [...keys]
  order.forEach((key, at) => {
    if (result.includes(key)) return
    const before = order.slice(0, at).findLast((one) => result.includes(one))
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, key)
  })
  return result
}

/** Rows by key. A row that the notice dropped goes unless it was worked on; the notice's order holds unless rows were moved by hand. */
export const mergeRows = <T extends Row>(
  at: string,
  keyOf: (row: T) => string,
  { base, theirs, mine }: Three<readonly T[]>,
): Merged<readonly T[]> => {
  const byKey = (list: readonly T[]): ReadonlyMap<string, T> => new Map(list.map((row) => [keyOf(row), row]))
  const [was, now, own] = [byKey(base), byKey(theirs), byKey(mine)]
  const clashes: Clash[] = []
  const rows = new Map<string, T>()
  for (const key of new Set([...own.keys(), ...now.keys()])) {
    const place = `${at}[${key}]`
    const [before, after, held] = [was.get(key), now.get(key), own.get(key)]
    if (before && after && held) {
      const merged = mergeMembers(place, { base: before, theirs: after, mine: held })
      rows.set(key, merged.value as T)
      clashes.push(...merged.clashes)
    } else {
      const one = merge(place, { base: before, theirs: after, mine: held })
      if (one.value !== undefined) rows.set(key, one.value as T)
      clashes.push(...one.clashes)
    }
  }
  const kept = (order: ReadonlyMap<string, T>, others: ReadonlyMap<string, T>) =>
    [...order.keys()].filter((key) => others.has(key))
  const moved = !same(kept(own, was), kept(was, own))
  const [first, second] = moved ? [own, now] : [now, own]
  const order = inserted([...first.keys()], [...second.keys()])
  return { value: order.flatMap((key): T[] => [rows.get(key)].filter((row) => row !== undefined)), clashes }
}
