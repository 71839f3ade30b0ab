import type { Context } from '../text/context.ts'
import type { Indicator } from './indicator.ts'
import { labelledDuties, scoringDuties } from './labelled-duties.ts'
import { type Responsibility, sentenceDuties } from './responsibilities.ts'
import { tableDuties } from './table-duties.ts'

/** What does not overlap anything known; both come in the order of the text. */
function apart(found: readonly Responsibility[], known: readonly Responsibility[]): readonly Responsibility[] {
  let at = 0
  return found.filter(({ start, end }) => {
    while ((known[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1
    return (known[at]?.start ?? Number.POSITIVE_INFINITY) >= end
  })
}

const inOrder = (all: readonly Responsibility[]): readonly Responsibility[] =>
  [...all].sort((a, b) => a.start - b.start)

/** Who answers for which indicator, or part of one: in sentences, behind labels, in columns of a table. */
export function findResponsibilities(context: Context, indicators: readonly Indicator[]): readonly Responsibility[] {
  const sentences = sentenceDuties(context)
  const labelled = apart(labelledDuties(context), sentences)
  const scoring = apart(scoringDuties(context), inOrder([...sentences, ...labelled]))
  const tables = context.tables.flatMap((table) => tableDuties(context, table, indicators))
  return inOrder([...sentences, ...labelled, ...scoring, ...tables])
}
