import { type Exact, exact, mul, printExact, ratio, sub, sum } from '../kernel/exact.ts'
import { printRounded } from '../kernel/rounding.ts'
import type { RunContent, RunLeaf } from './run-content.ts'
import { figureAbove } from './total-figures.ts'

/** Points as a paper prints them: with the plan's places. */
export const printedPoints = (content: Pick<RunContent, 'rounding'>, points: string): string =>
  printRounded(exact(points), content.rounding)

/** What a unit lost on a leaf; negative where it gained. */
export const lostOn = (leaf: RunLeaf, row: number): Exact =>
  sub(exact(leaf.fullMarks[row] ?? '0'), exact(leaf.points[row] ?? '0'))

const full = (leaf: RunLeaf): number => leaf.unitIds.filter((_, row) => lostOn(leaf, row).n <= 0n).length

const mean = (content: RunContent, leaf: RunLeaf): string | undefined => {
  if (leaf.points.length === 0) return undefined
  const total = sum(leaf.points.map(exact))
  return printRounded(mul(total, ratio(1n, BigInt(leaf.points.length))), content.rounding)
}

const counted = (content: RunContent, name: string): string | undefined => {
  switch (name) {
    case 'leaves':
      return String(content.leaves.length)
    case 'units':
      return String(content.units.length)
    case 'items':
      return String(content.leaves.reduce((count, leaf) => count + leaf.unitIds.length, 0))
    case 'full':
      return String(content.leaves.reduce((count, leaf) => count + full(leaf), 0))
    case 'deducted':
      return String(content.leaves.reduce((count, leaf) => count + leaf.unitIds.length - full(leaf), 0))
    case 'marks':
      return printExact(sum(content.leaves.map((leaf) => exact(leaf.fullMark))))
    default:
      return undefined
  }
}

const ofLeaf = (content: RunContent, leaf: RunLeaf, name: string): string | undefined => {
  switch (name) {
    case 'fullMark':
      return leaf.fullMark
    case 'units':
      return String(leaf.unitIds.length)
    case 'full':
      return String(full(leaf))
    case 'deducted':
      return String(leaf.unitIds.length - full(leaf))
    case 'mean':
      return mean(content, leaf)
    default:
      return undefined
  }
}

const ofRow = (content: RunContent, leaf: RunLeaf, row: number, name: string, part?: number): string | undefined => {
  const points = leaf.points[row]
  if (points === undefined) return undefined
  switch (name) {
    case 'target':
      return leaf.targets[row] ?? undefined
    case 'actual':
      return leaf.actuals[row]
    case 'points':
      return printedPoints(content, points)
    case 'fullMark':
      return leaf.fullMarks[row]
    case 'lost':
      return printRounded(lostOn(leaf, row), content.rounding)
    case 'deductions': {
      const deduction = leaf.deductions[row]?.[part ?? -1]
      return deduction && printedPoints(content, deduction.points)
    }
    default:
      return undefined
  }
}

const countPath = /^count\.(\w+)$/
const leafPath = /^leaves\[(\d+)\]\.(\w+)$/
const rowPath = /^leaves\[(\d+)\]\.rows\[(\d+)\]\.(\w+)(?:\[(\d+)\])?$/

/**
 * The text that a paper prints for a place in a run; undefined where the run has no such figure. Paths:
 * `count.units`, `leaves[0].mean`, `leaves[0].rows[3].points`, `leaves[0].rows[3].deductions[1]`, and those of `figureAbove`.
 */
export const figureAt = (content: RunContent, path: string): string | undefined => {
  const count = countPath.exec(path)
  if (count) return counted(content, count[1] ?? '')
  const row = rowPath.exec(path)
  if (row) {
    const leaf = content.leaves[Number(row[1])]
    const part = row[4] === undefined ? undefined : Number(row[4])
    return leaf && ofRow(content, leaf, Number(row[2]), row[3] ?? '', part)
  }
  const node = leafPath.exec(path)
  const leaf = node && content.leaves[Number(node[1])]
  return leaf ? ofLeaf(content, leaf, node[2] ?? '') : figureAbove(content, path)
}
