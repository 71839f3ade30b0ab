import type { WhyPlot } from './why.ts'

export interface Mark {
  readonly x: number
  readonly y: number
}

/** Where a stretch ends at an edge: `closed` where the value itself lies on its end, `open` where it lies elsewhere. */
export interface EndMark extends Mark {
  readonly closed: boolean
}

/** An exact text as a place on the screen; for drawing only. */
export const placeOf = (exact: string): number => {
  const [top = '0', bottom = '1'] = exact.split('/')
  return Number(top) / Number(bottom)
}

/** The ends that show to which side an edge belongs. Where the line runs on through its edge nothing needs showing. */
export const endsOf = ({ edges, stretches, points }: WhyPlot): readonly EndMark[] =>
  edges.flatMap((edge) => {
    const value = points.find(({ x }) => x === edge)?.y
    const ends = stretches.flatMap(({ from, to }) => [from, to]).filter(({ x }) => x === edge)
    if (value !== undefined && ends.length === 2 && ends.every(({ y }) => y === value)) return []
    const open = ends.filter(({ y }) => y !== value).map(({ y }) => y)
    return [
      ...[...new Set(open)].map((y) => ({ x: placeOf(edge), y: placeOf(y), closed: false })),
      ...(value === undefined ? [] : [{ x: placeOf(edge), y: placeOf(value), closed: true }]),
    ]
  })

/** Labels from left to right that do not run into each other, the first kept ones winning. */
export const spaced = (marks: readonly number[], apart: number): readonly number[] => {
  const kept: number[] = []
  for (const mark of marks) if (kept.every((other) => Math.abs(other - mark) >= apart)) kept.push(mark)
  return kept
}
