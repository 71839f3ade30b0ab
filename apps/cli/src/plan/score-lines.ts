import type { PlanFile } from '@quanheng/papers/plan-file/plan-file'
import type { Words } from '../texts/words.ts'
import type { ScoredPlan } from './scored.ts'

/** Ranks group by group as a table for people; figures as they are printed. */
export function scoreLines({ content, names }: PlanFile, scored: ScoredPlan, words: Words['score']): readonly string[] {
  const units = new Map(scored.units.map((unit) => [unit.unitId, unit]))
  const grades = new Map(scored.grades?.proposals.map((proposal) => [proposal.unitId, proposal]))
  const row = (unitId: string, rank: string): string => {
    const unit = units.get(unitId)
    const waits = unit?.missing.map(({ leafKey }) => nameOf(leafKey)).join('、') ?? ''
    return [
      rank,
      names[unitId] ?? unitId,
      unit?.published ?? '—',
      ...(scored.grades ? [grades.get(unitId)?.grade ?? '—'] : []),
      ...(waits === '' ? [] : [words.waitsFor(waits)]),
    ].join('\t')
  }
  const nameOf = (key: string): string => content.indicators.find((node) => node.key === key)?.name ?? key
  return content.unitGroups.flatMap((group) => {
    const ranks = scored.ranks.filter(({ groupKey }) => groupKey === group.key)
    const ranked = new Set(ranks.map(({ unitId }) => unitId))
    return [
      group.name,
      [words.rank, words.unit, words.total, ...(scored.grades ? [words.grade] : [])].join('\t'),
      ...ranks.map(({ unitId, rank }) => row(unitId, String(rank))),
      ...group.unitIds.filter((unitId) => !ranked.has(unitId)).map((unitId) => row(unitId, '—')),
    ]
  })
}
