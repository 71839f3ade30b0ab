import type { RuleInput } from '../../rule/facts.ts'

/**
 * What is ticked as one number: of a list of which one entry holds, its place from 1; else a sum of powers of two. Undefined for keys that
 * the list does not have, and lists too long.
 */
export function ticksOf({ entries = [], single }: RuleInput, ticked: readonly string[]): number | undefined {
  const places = [...new Set(ticked)].map((key) => entries.findIndex((entry) => entry.key === key))
  if (places.includes(-1) || entries.length > 30) return undefined
  if (single) return ticked.length === 1 ? (places[0] ?? 0) + 1 : undefined
  return places.reduce((sum, at) => sum + 2 ** at, 0)
}

export const tickedOf = ({ entries = [], single }: RuleInput, ticks: number): readonly string[] =>
  entries.filter((_, at) => (single ? at + 1 === ticks : Math.floor(ticks / 2 ** at) % 2 === 1)).map(({ key }) => key)
