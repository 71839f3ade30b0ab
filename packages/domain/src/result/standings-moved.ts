import type { RunContent } from './run-content.ts'

/** Rank and grade of one unit in one group, as two issued versions have them. */
export interface MovedStanding {
  readonly unitId: string
  readonly rank: { readonly from: number | null; readonly to: number | null }
  readonly grade: { readonly from: string | null; readonly to: string | null }
}

const standings = ({ totals }: RunContent) => {
  const grades = new Map(
    totals?.grades?.proposals.map(({ groupKey, unitId, grade }) => [`${groupKey}\n${unitId}`, grade]),
  )
  return new Map(
    totals?.ranks.map(({ groupKey, unitId, rank }) => {
      const key = `${groupKey}\n${unitId}`
      return [key, { unitId, rank, grade: grades.get(key) ?? null }]
    }),
  )
}

/** Every unit whose rank or grade a later version changes, by group and rank of the later one. */
export const standingsMoved = (before: RunContent, after: RunContent): readonly MovedStanding[] => {
  const [olds, news] = [standings(before), standings(after)]
  return [...new Set([...news.keys(), ...olds.keys()])].flatMap((key): readonly MovedStanding[] => {
    const [was, is] = [olds.get(key), news.get(key)]
    const rank = { from: was?.rank ?? null, to: is?.rank ?? null }
    const grade = { from: was?.grade ?? null, to: is?.grade ?? null }
    if (rank.from === rank.to && grade.from === grade.to) return []
    return [{ unitId: (is ?? was)?.unitId ?? '', rank, grade }]
  })
}
