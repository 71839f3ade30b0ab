import type { Amount, Measure, Reference } from './model.ts'
import { defaultActual, defaultTarget } from './phrases.ts'

/** 占比, 增速, 满意度: a figure that is itself in percent, by the word that its name ends with. */
const isPercentName = /(?:率|比|比重|比例|份额|增速|增幅|增长|度|贡献)$/u

/**
 * 每低1% of a figure in percent can mean a point or a hundredth of what it is held against; of any other figure only a hundredth. A
 * figure without a name is a quantity beside its own target, and may be either beside a mean or last year's figure.
 */
export function percentUnclear(measure: Measure, reference: Reference, by: Amount): boolean {
  if (by.unit !== '%') return false
  if (measure.kind === 'rate') return true
  if ('value' in reference) return reference.unit === '%'
  if (measure.name !== defaultActual) return isPercentName.test(measure.name)
  return !('input' in reference) || reference.input !== defaultTarget
}
