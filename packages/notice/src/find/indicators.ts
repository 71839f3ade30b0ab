import type { Context } from '../text/context.ts'
import type { Indicator } from './indicator.ts'
import { headed } from './indicator-headings.ts'
import { inlined } from './indicator-inline.ts'
import { givesTasks, tabled } from './indicator-tables.ts'
import { heldIndicators, type Weight } from './weights.ts'

const startsOrEnds = (a: readonly string[], b: readonly string[]): boolean =>
  b.length === 0 || b.every((name, at) => a[a.length - b.length + at] === name)

/** One of them is silent where the other speaks. */
const completes = (a: Indicator, b: Indicator): boolean =>
  !((a.fullMark ?? a.weight) && (b.fullMark ?? b.weight)) &&
  !(a.rule && b.rule) &&
  !(a.standard && b.standard) &&
  !(a.evidence.length > 0 && b.evidence.length > 0) &&
  (startsOrEnds(a.path, b.path) || startsOrEnds(b.path, a.path))

/** （一）责任落实（15分） in the letter, and 责任落实 again over its own indicators in a table without the mark. */
const heads = (first: Indicator | undefined, one: Indicator): boolean =>
  first !== undefined &&
  !one.leaf &&
  !(one.fullMark ?? one.weight) &&
  first.path.length === one.path.length &&
  !first.rule

/** An indicator that a second table takes up again, for its owner or its evidence, is the first one with what both say. */
function merged(all: readonly Indicator[]): readonly Indicator[] {
  const found: Indicator[] = []
  const places = new Map<string, number>()
  for (const one of all) {
    const at = places.get(one.name.value)
    const first = at === undefined ? undefined : found[at]
    if (at !== undefined && first && heads(first, one)) {
      found[at] = { ...first, leaf: false }
      continue
    }
    if (!one.leaf || at === undefined || !first || !completes(first, one)) {
      if (one.leaf) places.set(one.name.value, found.length)
      found.push(one)
      continue
    }
    found[at] = {
      ...first,
      path: first.path.length < one.path.length ? one.path : first.path,
      fullMark: first.fullMark ?? one.fullMark,
      weight: first.weight ?? one.weight,
      rule: first.rule ?? one.rule,
      standard: first.standard ?? one.standard,
      evidence: first.evidence.length > 0 ? first.evidence : one.evidence,
      dataSource: first.dataSource ?? one.dataSource,
    }
  }
  return found
}

/** 人才培养（35分）、科学研究（25分）构成 gives their marks to the names that a table prints without. */
function withMarks(listed: readonly Indicator[], said: readonly Indicator[]): readonly Indicator[] {
  const names = new Set(listed.map(({ name }) => name.value))
  const marks = new Map(said.map((one) => [one.name.value, one.fullMark]))
  const given = new Set<string>()
  const completed = listed.map((one) => {
    const mark = (one.fullMark ?? one.weight) ? undefined : marks.get(one.name.value)
    if (!mark || given.has(one.name.value)) return one
    given.add(one.name.value)
    return { ...one, fullMark: mark }
  })
  // Beside a list they are what the list is divided into.
  const leaf = listed.length === 0
  return [...completed, ...said.filter(({ name }) => !names.has(name.value)).map((one) => ({ ...one, leaf }))]
}

const asIndicator = ({ component, value }: Weight): Indicator => ({
  path: [],
  name: component,
  fullMark: null,
  weight: value,
  rule: null,
  standard: null,
  evidence: [],
  dataSource: null,
  leaf: true,
  at: component.at,
})

/** The tree of indicators in reading order: from tables, from headings that carry marks, from plain lists. */
export function findIndicators(context: Context): readonly Indicator[] {
  const own = [
    ...headed(context),
    ...context.tables.filter((one) => !givesTasks(one)).flatMap((one) => tabled(context, one)),
  ]
  const named = new Set(own.map(({ name }) => name.value))
  const given = context.tables.filter(givesTasks).flatMap((one) => tabled(context, one))
  const listed = [...own, ...given.filter(({ name }) => !named.has(name.value))]
  const all = [...withMarks(listed, [...inlined(context), ...heldIndicators(context).map(asIndicator)])]
  return merged(all.sort((a, b) => a.name.at.start - b.name.at.start || a.path.length - b.path.length))
}
