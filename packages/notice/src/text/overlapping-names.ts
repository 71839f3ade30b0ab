const pairsOf = (name: string): readonly string[] =>
  Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2))

/**
 * Asked for many names: whether one is among those given, stands within one of them or holds one of them. Names are found
 * by pairs of characters, since a table names thousands.
 */
export function overlapping(names: readonly string[]): (name: string) => boolean {
  const known = new Set(names)
  const tiny = [...known].filter((name) => name.length < 2)
  const byOpening = Map.groupBy(known, (name) => name.slice(0, 2))
  const byPair = new Map<string, string[]>()
  for (const name of known)
    for (const pair of new Set(pairsOf(name))) {
      const list = byPair.get(pair)
      if (list) list.push(name)
      else byPair.set(pair, [name])
    }
  const within = (name: string): boolean => {
    if (name.length < 2) return [...known].some((other) => other.includes(name))
    const lists = pairsOf(name).map((pair) => byPair.get(pair) ?? [])
    const rarest = lists.reduce((least, list) => (list.length < least.length ? list : least))
    return rarest.some((other) => other.includes(name))
  }
  const holds = (name: string): boolean =>
    tiny.some((other) => name.includes(other)) ||
    pairsOf(name).some((pair, at) => byOpening.get(pair)?.some((other) => name.startsWith(other, at)))
  const answers = new Map<string, boolean>()
  return (name) => {
    const said = answers.get(name) ?? (known.has(name) || within(name) || holds(name))
    answers.set(name, said)
    return said
  }
}
