import type { Context } from '../text/context.ts'
import type { Indicator } from './indicator.ts'
import { headed } from './indicator-headings.ts'
import { inlined } from './indicator-inline.ts'
import { tabled } from './indicator-tables.ts'

/** The tree of indicators in reading order: from tables, from headings that carry marks, from plain lists. */
export function findIndicators(context: Context): readonly Indicator[] {
  const listed = [...headed(context), ...context.tables.flatMap((table) => tabled(context, table))]
  const all = [...listed, ...inlined(context, new Set(listed.map(({ name }) => name.value)))]
  return all.sort((a, b) => a.name.at.start - b.name.at.start || a.path.length - b.path.length)
}
