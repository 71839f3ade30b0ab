import { compare, type Exact, exact, hundred, printExact, sum } from '@quanheng/domain/kernel/exact'
import type { Indicator } from '../find/indicator.ts'
import type { Reading } from '../read.ts'
import { placesIn } from '../text/places.ts'
import { matches, type Placed } from '../text/words.ts'
import type { Finding } from './findings.ts'

const figure = (value: Placed | null): Exact | undefined => {
  const digits = value ? /^\d{1,6}(?:\.\d{1,4})?/.exec(value.value.replace('．', '.')) : null
  return digits ? exact(digits[0]) : undefined
}

const childrenOf = (all: readonly Indicator[], from: number, parent: Indicator): readonly Indicator[] => {
  const below: Indicator[] = []
  for (let at = from + 1; at < all.length; at++) {
    const one = all[at] as Indicator
    if (one.path.length <= parent.path.length) break
    if (one.path.length === parent.path.length + 1 && one.path.at(-1) === parent.name.value) below.push(one)
  }
  return below
}

/** Marks of a node, or its weight, against those of the nodes under it, where every one of them has such a figure. */
const nodes = (all: readonly Indicator[], of: 'fullMark' | 'weight'): readonly Finding[] =>
  all.flatMap((parent, at): Finding[] => {
    const said = parent[of]
    const own = figure(said)
    const marks = own ? childrenOf(all, at, parent).map((child) => figure(child[of])) : []
    if (!own || !said || marks.length < 2 || marks.some((mark) => mark === undefined)) return []
    const total = sum(marks as Exact[])
    // 100% over shares that make up 100: the weights of the lower level are those within the upper one.
    if (compare(total, own) === 0 || (of === 'weight' && compare(total, hundred) === 0)) return []
    return [
      {
        kind: 'notice.partsDoNotSum',
        at: said.at,
        params: { name: parent.name.value, mark: printExact(own), sum: printExact(total) },
      },
    ]
  })

const announced =
  /(?:(?<!得)满分|总分|总分值|共计)(?:为|是|共)?[:：]?\s?(\d{2,4}(?:\.\d)?)\s?分(?!\s?(?:[（(]不?含[^（）()]{0,6}[)）])?\s?(?:及?以[上下]|[-—－–~～至到]))/

const totalRow = /^(?:合\s?计|总\s?计|总\s?分)/

/** The marks one after another make up the total, once or in several lists: components in a sentence, a table of items. */
function inLists(marks: readonly Exact[], total: Exact): boolean {
  let run: Exact[] = []
  for (const mark of marks) {
    run.push(mark)
    if (compare(sum(run), total) === 0) run = []
  }
  return run.length === 0
}

/** The announced total against the outermost marks. */
function total({ context: { text, tables }, fields: { indicators } }: Reading): readonly Finding[] {
  const top = indicators.filter(({ path }) => path.length === 0)
  const marks = top.map(({ fullMark }) => figure(fullMark))
  if (top.length < 2 || marks.some((mark) => mark === undefined)) return []
  const own = sum(marks as Exact[])
  const said = matches(text, { start: 0, end: text.length }, announced).map(({ groups, group }) => ({
    value: groups[1] ?? '',
    at: group(1),
  }))
  const rows = tables.flatMap(({ rows: all }) =>
    all.flatMap((row) => {
      if (!totalRow.test(row.find(({ text: words }) => words !== '')?.text ?? '')) return []
      const cell = row.find(({ text: words, repeated }) => !repeated && /^\d{1,4}(?:\.\d{1,2})?分?$/.test(words))
      return cell ? [{ value: cell.text.replace('分', ''), at: { start: cell.start, end: cell.end } }] : []
    }),
  )
  // （满分40分） behind the name of an indicator is its own mark and announces no total.
  const marksAt = new Set(indicators.flatMap(({ fullMark }) => (fullMark ? [fullMark.at.start] : [])))
  const claims = [...said.filter(({ at }) => !marksAt.has(at.start)), ...rows]
  if (claims.length === 0 || claims.some(({ value }) => inLists(marks as Exact[], exact(value)))) return []
  return claims
    .slice(0, 1)
    .map(({ value, at }) => ({ kind: 'notice.totalDiffers', at, params: { mark: value, sum: printExact(own) } }))
}

const hundredPercent = /^100(?:\.0{1,2})?\s?[%％]?$/

/** Weights of a table's indicators, where it prints 100% under them. */
function tableWeights({ context: { tables, lines }, fields: { indicators } }: Reading): readonly Finding[] {
  const weighted = indicators.flatMap(({ weight, leaf }) => (leaf && weight ? [weight] : []))
  let next = 0
  return tables.flatMap((table): Finding[] => {
    const [start, end] = [lines[table.firstLine]?.start ?? 0, lines[table.lastLine]?.end ?? 0]
    while ((weighted[next]?.at.start ?? Number.POSITIVE_INFINITY) < start) next += 1
    const from = next
    while ((weighted[next]?.at.end ?? Number.POSITIVE_INFINITY) <= end) next += 1
    const shares = weighted.slice(from, next).map(figure)
    const total = table.rows.find((row) => totalRow.test(row.find(({ text }) => text !== '')?.text ?? ''))
    const said = total?.find(({ text }) => hundredPercent.test(text))
    if (!said || shares.length < 2 || shares.some((share) => share === undefined)) return []
    const own = sum(shares as Exact[])
    return compare(own, hundred) === 0
      ? []
      : [
          {
            kind: 'notice.weightsDoNotSum',
            at: { start: said.start, end: said.end },
            params: { sum: printExact(own) },
          },
        ]
  })
}

/** Shares of components that stand in one sentence. */
function weights({ context: { lines }, fields }: Reading): readonly Finding[] {
  const shared = placesIn(
    fields.weights.filter(({ value }) => /[%％]$/.test(value.value)),
    ({ value }) => value.at,
  )
  return lines.flatMap((line): Finding[] => {
    const inside = shared(line)
    const shares = inside.map(({ value }) => figure(value)).filter((share) => share !== undefined)
    const own = sum(shares)
    if (shares.length < 2 || compare(own, hundred) === 0) return []
    const [first, last] = [inside[0], inside.at(-1)]
    if (!first || !last) return []
    return [
      {
        kind: 'notice.weightsDoNotSum',
        at: { start: first.value.at.start, end: last.value.at.end },
        params: { sum: printExact(own) },
      },
    ]
  })
}

export const lintSums = (reading: Reading): readonly Finding[] => [
  ...nodes(reading.fields.indicators, 'fullMark'),
  ...nodes(reading.fields.indicators, 'weight'),
  ...total(reading),
  ...weights(reading),
  ...tableWeights(reading),
]
