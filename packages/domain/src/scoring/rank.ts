import { compare, type Exact, equal } from '../kernel/exact.ts'

export interface Standing {
  readonly unitId: string
  readonly rank: number
  readonly tied: boolean
}

/** Highest first. `sharedSkip` counts 1-2-2-4, `sharedDense` 1-2-2-3; within a tie the order is by unit id and means nothing. */
export function rankUnits(
  figures: readonly { readonly unitId: string; readonly figure: Exact }[],
  ties: 'sharedSkip' | 'sharedDense',
): readonly Standing[] {
  const sorted = [...figures].sort((a, b) => compare(b.figure, a.figure) || byId(a.unitId, b.unitId))
  const ranks: number[] = []
  const same = (i: number, j: number): boolean => {
    const [a, b] = [sorted[i], sorted[j]]
    return a !== undefined && b !== undefined && equal(a.figure, b.figure)
  }
  sorted.forEach((_, i) => {
    const above = ranks.at(-1) ?? 0
    ranks.push(same(i, i - 1) ? above : ties === 'sharedDense' ? above + 1 : i + 1)
  })
  return sorted.map(({ unitId }, i) => ({
    unitId,
    rank: ranks[i] ?? i + 1,
    tied: same(i, i - 1) || same(i, i + 1),
  }))
}

/** By code unit, the same on every machine. */
export const byId = (a: string, b: string): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)
