import type { Context } from '../text/context.ts'
import type { Indicator } from './indicator.ts'
import { labelledDuties, scoringDuties } from './labelled-duties.ts'
import { type Responsibility, sentenceDuties } from './responsibilities.ts'
import { tableDuties } from './table-duties.ts'

const apart = (found: readonly Responsibility[], known: readonly Responsibility[]): readonly Responsibility[] =>
  found.filter(({ start, end }) => !known.some((other) => other.start < end && start < other.end))

/** Who answers for which indicator, or part of one: in sentences, behind labels, in columns of a table. */
export function findResponsibilities(context: Context, indicators: readonly Indicator[]): readonly Responsibility[] {
  const sentences = sentenceDuties(context)
  const labelled = apart(labelledDuties(context), sentences)
  const scoring = apart(scoringDuties(context), [...sentences, ...labelled])
  const tables = context.tables.flatMap((table) => tableDuties(context, table, indicators))
  return [...sentences, ...labelled, ...scoring, ...tables].sort((a, b) => a.start - b.start)
}
