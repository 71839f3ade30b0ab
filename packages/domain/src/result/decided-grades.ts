import { type Decision, isBinding } from '../decision/model.ts'
import type { RunContent } from './run-content.ts'

/** Units whose grade the arithmetic left open, in the order of the proposals. */
export const openGrades = ({ totals }: RunContent): readonly string[] =>
  totals?.grades?.proposals.filter(({ by }) => by === 'stop').map(({ unitId }) => unitId) ?? []

/**
 * The run as it reads once meetings decided what the arithmetic left open: the grade of the last binding word that granted the totals. The
 * run itself, its digest and every computed grade stay as they are.
 */
export const withDecidedGrades = (run: RunContent, decisions: readonly Decision[]): RunContent => {
  const words = decisions
    .filter((one) => isBinding(one) && one.outcome === 'approved')
    .flatMap(({ grades = [] }) => grades)
  const { totals } = run
  if (totals?.grades === undefined || words.length === 0) return run
  const said = new Map(words.map(({ unitId, grade }) => [unitId, grade]))
  const proposals = totals.grades.proposals.map((proposal) => {
    const grade = proposal.by === 'stop' ? said.get(proposal.unitId) : undefined
    return grade === undefined ? proposal : { ...proposal, grade, by: 'meeting' as const }
  })
  const isOpen = (groupKey: string): boolean => proposals.some((one) => one.groupKey === groupKey && one.by === 'stop')
  const stops = totals.grades.stops.filter(({ groupKey }) => isOpen(groupKey))
  return { ...run, totals: { ...totals, grades: { proposals, stops } } }
}
