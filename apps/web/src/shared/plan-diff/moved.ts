/** Of each place the length of the longest run of rising places that ends there, and the place before it in that run. */
const runs = (places: readonly number[]) => {
  const found: { readonly length: number; readonly before: number }[] = []
  for (const [at, place] of places.entries()) {
    let best = { length: 1, before: -1 }
    for (const [earlier, run] of found.entries())
      if ((places[earlier] ?? 0) < place && run.length + 1 > best.length)
        best = { length: run.length + 1, before: earlier }
    found[at] = best
  }
  return found
}

/** The rows of both lists that a person would say were moved: as few as there can be. */
export const movedKeys = (before: readonly string[], after: readonly string[]): readonly string[] => {
  const old = new Map(before.map((key, at) => [key, at]))
  const common = after.filter((key) => old.has(key))
  const found = runs(common.map((key) => old.get(key) ?? 0))
  const stayed = new Set<string | undefined>()
  let at = found.reduce((best, run, i) => (run.length > (found[best]?.length ?? 0) ? i : best), 0)
  while (found[at] !== undefined) {
    stayed.add(common[at])
    at = found[at]?.before ?? -1
  }
  return common.filter((key) => !stayed.has(key))
}
