import type { Slope, SlopesRule } from '../model.ts'
import { sayAmount } from '../phrases.ts'
import type { Clause, Taken } from './clause.ts'
import { referenceOf } from './read-steps.ts'
import type { Placed } from './scan.ts'

/** …等于100%得满分, then stretches, then what a started step counts and how much in all. */
export function readSlopes([start, ...rest]: readonly Placed[]): Taken<SlopesRule> | undefined {
  if (start?.clause.kind !== 'award' || start.clause.award.kind !== 'full') return undefined
  const base = referenceOf(start.clause.when)
  if (base === undefined || !('value' in base.reference)) return undefined
  const { measure, reference } = base
  const slopes: Slope[] = []
  let tail: Pick<SlopesRule, 'partial' | 'most'> = {}
  let used = 1
  for (const { clause } of rest) {
    if (clause.kind === 'slope' && Object.keys(tail).length === 0) slopes.push(bare(clause.slope, sayAmount(reference)))
    else if (clause.kind === 'changeLimit' && !tail.most) tail = { ...tail, most: clause.points }
    else if (clause.kind === 'partial' && !tail.partial && counts(clause, slopes))
      tail = { ...tail, partial: clause.partial }
    else break
    used += 1
  }
  return slopes.length === 0 ? undefined : { rule: { kind: 'slopes', measure, reference, slopes, ...tail }, used }
}

const counts = ({ by }: Extract<Clause, { readonly kind: 'partial' }>, slopes: readonly Slope[]): boolean =>
  by === undefined || slopes.some((slope) => sayAmount(slope.by) === sayAmount(by))

/** The first stretch of a side begins at the reference and does not repeat it. */
function bare({ from, ...slope }: Slope, reference: string): Slope {
  return from && sayAmount(from) !== reference ? { from, ...slope } : slope
}
