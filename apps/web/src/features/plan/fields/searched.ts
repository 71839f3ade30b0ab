export interface SearchedOption {
  readonly value: string
  readonly label: string
}

/** The rows in which the answer to a search was shown. */
export interface Answered {
  readonly q: string
  readonly rows: readonly SearchedOption[]
}

/**
 * What is listed for `q`. Until its answer comes, the rows of the last one that match it, for a click that is already on its way;
 * when it comes, those that stay do not move and what was found besides stands below. Nothing typed: the answer's own order.
 * @param found the answer for `q`; undefined while it is awaited
 */
export const listedFor = (
  last: Answered,
  q: string,
  found: readonly SearchedOption[] | undefined,
): readonly SearchedOption[] => {
  const shown = last.q === q ? last.rows : last.rows.filter(({ label }) => label.includes(q.trim()))
  if (found === undefined) return shown
  if (q === '') return found
  const values = new Set(found.map(({ value }) => value))
  const stay = shown.filter(({ value }) => values.has(value))
  const staying = new Set(stay.map(({ value }) => value))
  return [...stay, ...found.filter(({ value }) => !staying.has(value))]
}
