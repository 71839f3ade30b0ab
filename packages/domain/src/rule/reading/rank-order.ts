import { add, equal, exact, printExact, sub } from '../../kernel/exact.ts'
import type { RankBand } from '../model.ts'
import type { Placed } from './scan.ts'

/** 按增速排名计分 before the places: how many clauses that is, and the figure it names. */
export function rankingOf([first]: readonly Placed[]): { readonly of?: string; readonly skipped: number } {
  if (first?.clause.kind !== 'ranking') return { skipped: 0 }
  const { of } = first.clause
  return { skipped: 1, ...(of !== undefined && { of }) }
}

/** What the places are places in: as the clause itself says, else as the ranking before it; undefined where both say something. */
export function rankName(
  { name, named }: { name: string; named: boolean },
  of: string | undefined,
): string | undefined {
  if (of === undefined) return name
  return named ? undefined : `${of}排名`
}

/** 第1名得100分，第2名得95分，第3名得90分: what each place loses against the one before it, where that is always the same. */
export function evenLoss(bands: readonly RankBand[]): string | undefined {
  const points = bands.map(({ end, from, to, award }, i) =>
    end === 'first' && from === String(i + 1) && to === from && award.kind === 'points'
      ? exact(award.points)
      : undefined,
  )
  const [first, second] = points
  if (first === undefined || second === undefined) return undefined
  const each = sub(first, second)
  const even = points.every((own, i) => {
    const before = points[i - 1]
    return own !== undefined && (before === undefined || equal(add(own, each), before))
  })
  return even ? printExact(each) : undefined
}
