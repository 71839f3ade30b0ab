import { exact } from '../kernel/exact.ts'
import { printRounded } from '../kernel/rounding.ts'
import type { RunContent } from './run-content.ts'

const unitPath = /^totals\.units\[(\d+)\]\.(total|rank)$/
const linePath = /^lines\[(\d+)\]\.rows\[(\d+)\]\.(points|fullMark)$/

/** `totals.units[2].total`, `totals.units[2].rank`, `lines[0].rows[3].points`: figures above the indicators, as papers print them. */
export const figureAbove = (content: RunContent, path: string): string | undefined => {
  const unit = unitPath.exec(path)
  if (unit) {
    const score = content.totals?.units[Number(unit[1])]
    if (unit[2] === 'total') return score?.published
    const rank = content.totals?.ranks.find(({ unitId }) => unitId === score?.unitId)?.rank
    return rank === undefined ? undefined : String(rank)
  }
  const line = linePath.exec(path)
  const lineOf = line && content.lines[Number(line[1])]
  if (!lineOf) return undefined
  const row = Number(line[2])
  if (line[3] === 'fullMark') return lineOf.fullMarks[row]
  const points = lineOf.points[row]
  return points === undefined ? undefined : printRounded(exact(points), content.rounding)
}
