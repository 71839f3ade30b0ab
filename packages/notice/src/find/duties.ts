import type { Context } from '../text/context.ts'
import type { Indicator } from './indicator.ts'
import { labelledDuties } from './labelled-duties.ts'
import { type Responsibility, sentenceDuties } from './responsibilities.ts'
import { tableDuties } from './table-duties.ts'

/** Who answers for which indicator, or part of one: in sentences, behind labels, in columns of a table. */
export function findResponsibilities(context: Context, indicators: readonly Indicator[]): readonly Responsibility[] {
  const sentences = sentenceDuties(context)
  const labelled = labelledDuties(context).filter(({ start }) => !sentences.some((other) => other.start === start))
  const tables = context.tables.flatMap((table) => tableDuties(context, table, indicators))
  return [...sentences, ...labelled, ...tables].sort((a, b) => a.start - b.start)
}
