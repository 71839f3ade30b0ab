import { add, type Exact, equal, exact, hundred, printExact, sub } from '../../kernel/exact.ts'
import type { Award, Base, RankBand } from '../model.ts'
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
export function evenLoss(bands: readonly RankBand[]): Base | undefined {
  const inPoints = bands.every(({ award }) => award.kind === 'points')
  const worth = bands.map(({ end, by, from, to, award }, i) =>
    end === 'first' && !by && from === String(i + 1) && to === from ? sizeOf(award, inPoints) : undefined,
  )
  const [first, second] = worth
  if (first === undefined || second === undefined) return undefined
  const each = sub(first, second)
  const even = worth.every((own, i) => {
    const before = worth[i - 1]
    return own !== undefined && (before === undefined || equal(add(own, each), before))
  })
  if (!even) return undefined
  return inPoints ? { kind: 'points', points: printExact(each) } : { kind: 'share', percent: printExact(each) }
}

/** In points, or else in percent of full marks. */
function sizeOf(award: Award, inPoints: boolean): Exact | undefined {
  if (award.kind === 'points') return inPoints ? exact(award.points) : undefined
  if (award.kind === 'full') return hundred
  return award.kind === 'share' ? exact(award.percent) : undefined
}
