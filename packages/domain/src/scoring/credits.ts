import { compare, type Exact, exact, min, printExact, sum } from '../kernel/exact.ts'
import type { CreditArithmetic, CreditEffect } from '../plan/year-arithmetic.ts'
import type { Credit, CreditScore } from './model.ts'

export interface CountedCredits {
  readonly bonus: Exact
  readonly deduction: Exact
  readonly score: CreditScore
}

/**
 * One unit's 加减分: of each matter the highest entry, then the cap of each class, then the cap of all bonuses and of all deductions.
 * Throws on a class that the plan does not have, an entry that goes the other way, and on entries where the plan has no credits.
 */
export function countCredits(entries: readonly Credit[], arithmetic: CreditArithmetic | undefined): CountedCredits {
  if (arithmetic === undefined) throw new RangeError('credits in a plan that has none')
  const declared = arithmetic.classes ?? []
  const counting = oncePerMatter(entries)
  const classes = [
    ...declared,
    ...(['bonus', 'deduction'] as const).map((effect) => ({ key: '', name: '', effect, cap: '' })),
  ].flatMap(({ key, effect, cap }) => {
    const own = entries.filter((entry) => (entry.classKey ?? '') === key && entry.effect === effect)
    if (own.length === 0) return []
    const counted = capped(pointsOf(own.filter((entry) => counting.has(entry))), cap)
    return [{ key, effect, claimed: pointsOf(own), counted, entries: own }]
  })
  const placed = new Set(classes.flatMap((one) => one.entries))
  if (entries.some((entry) => !placed.has(entry)))
    throw new RangeError('a credit of a class that the plan does not have')
  const total = (effect: CreditEffect, cap: string): Exact =>
    capped(sum(classes.filter((one) => one.effect === effect).map(({ counted }) => counted)), cap)
  const bonus = total('bonus', arithmetic.bonusCap)
  const deduction = total('deduction', arithmetic.deductionCap)
  return {
    bonus,
    deduction,
    score: {
      classes: classes.map(({ key, effect, claimed, counted }) => ({
        key,
        effect,
        claimed: printExact(claimed),
        counted: printExact(counted),
      })),
      bonus: printExact(bonus),
      deduction: printExact(deduction),
    },
  }
}

const pointsOf = (entries: readonly Credit[]): Exact => sum(entries.map(({ points }) => exact(points)))

const capped = (points: Exact, cap: string): Exact => (cap === '' ? points : min(points, exact(cap)))

/** 同一事项按最高计一次, over all classes of one effect; of equal entries the first by key. */
function oncePerMatter(entries: readonly Credit[]): ReadonlySet<Credit> {
  const best = new Map<string, Credit>()
  for (const entry of entries) {
    const matter = entry.matter === undefined ? `entry:${entry.key}` : `${entry.effect}:${entry.matter}`
    const other = best.get(matter)
    const order = other === undefined ? 1 : compare(exact(entry.points), exact(other.points))
    if (other === undefined || order > 0 || (order === 0 && entry.key < other.key)) best.set(matter, entry)
  }
  return new Set(best.values())
}
