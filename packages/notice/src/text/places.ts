import type { Span } from './document.ts'

/** The first place at which `reached` holds of a list on which it holds from some place on; the length where it never does. */
function firstWhere<T>(items: readonly T[], reached: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (reached(items[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}

/** Asked for many spans: those of the items that lie wholly in one, in the order of the text. One search instead of a walk through all. */
export function placesIn<T>(items: readonly T[], at: (item: T) => Span): (span: Span) => readonly T[] {
  const ordered = items.map((item, index) => ({ item, index, ...at(item) }))
  ordered.sort((a, b) => a.start - b.start || a.index - b.index)
  return ({ start, end }) => {
    const found: T[] = []
    for (let next = firstWhere(ordered, (one) => one.start >= start); next < ordered.length; next++) {
      const one = ordered[next] as (typeof ordered)[number]
      if (one.start > end) break
      if (one.end <= end) found.push(one.item)
    }
    return found
  }
}

/** Asked for many spans: whether one shares a character with any of those given. */
export function touching(spans: readonly Span[]): (span: Span) => boolean {
  const runs: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = runs.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else runs.push({ start, end })
  }
  return ({ start, end }) => (runs[firstWhere(runs, (run) => run.end > start)]?.start ?? Number.POSITIVE_INFINITY) < end
}
