/**
 * Where each field went: a sentence is the source of its rule and of the data that the rule asks for; it stands at its rule. The order of
 * `sources` means nothing: a database keeps none.
 */
export const placesByField = (sources: Readonly<Record<string, string>>): ReadonlyMap<string, string> => {
  const places = new Map<string, string>()
  for (const [at, field] of Object.entries(sources).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const known = places.get(field)
    if (known === undefined || known.startsWith('dataElements[')) places.set(field, at)
  }
  return places
}
