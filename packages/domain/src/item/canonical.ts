import type { Item, ItemRow } from './model.ts'

/**
 * What a signature covers of one item: rule, datum versions, evidence, basis, reasons and points.
 * @param ruleDigest of the stored rule with its answers
 */
export const canonicalRow = ({ item, outcome, data, evidence }: ItemRow, ruleDigest: string) => ({
  ...canonicalItem(item),
  noun: 'itemRow',
  rule: ruleDigest,
  outcome: outcome.status === 'scored' ? { points: outcome.points, fullMark: outcome.fullMark } : outcome.status,
  data: data.map(({ datumId, version, digest }) => ({ datumId, version, digest })),
  evidence: evidence.map(({ digest }) => digest).toSorted(),
})

/** The item's own words, for the digests of an act's `before` and `after`. */
export const canonicalItem = (item: Item) => ({ v: 1, noun: 'item', ...item })
