import { exact, mul, ratio, sum } from '../kernel/exact.ts'
import { printRounded } from '../kernel/rounding.ts'
import type { RunContent } from './run-content.ts'

const unitPath = /^totals\.units\[(\d+)\]\.(total|rank)$/
const linePath = /^lines\[(\d+)\]\.rows\[(\d+)\]\.(points|fullMark)$/

const gradePath = /^totals\.grades\.(.+)$/

/** Mean of the totals that were published, rounded as they are. */
const meanTotal = ({ totals, rounding }: RunContent): string | undefined => {
  const published = (totals?.units ?? []).flatMap((unit) => unit.published ?? [])
  if (published.length === 0) return undefined
  return printRounded(mul(sum(published.map(exact)), ratio(1n, BigInt(published.length))), rounding)
}

/** Units that have a grade; undefined where nobody has it. */
const graded = ({ totals }: RunContent, grade: string): string | undefined => {
  const count = totals?.grades?.proposals.filter((one) => one.grade === grade).length ?? 0
  return count === 0 ? undefined : String(count)
}

/** `totals.mean`, `totals.grades.优秀` (how many), `totals.units[2].total`, `totals.units[2].rank`, `lines[0].rows[3].points`: figures above the indicators, as papers print them. */
export const figureAbove = (content: RunContent, path: string): string | undefined => {
  if (path === 'totals.mean') return meanTotal(content)
  const grade = gradePath.exec(path)?.[1]
  if (grade !== undefined) return graded(content, grade)
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
