import type { Exact } from '../kernel/exact.ts'
import { holds, onOpenEdge } from './bands.ts'
import { atThreshold } from './measured.ts'
import { ask, type Computation, type Computed, type Given } from './method.ts'
import type { Band } from './model.ts'
import type { TraceNode } from './outcome.ts'
import { sayNone } from './phrases.ts'
import type { QuestionCode } from './questions.ts'
import { settled } from './trace.ts'

/** 60%以下的不得分: whether 60% itself is meant. */
export const noneQuestions = (band: Band | undefined): readonly QuestionCode[] =>
  [band?.from, band?.to].some((edge) => edge && edge.inclusive === undefined) ? ['edges'] : []

/** 低于60%的不得分: what the figure's band ends at once, if it does. */
export function* barredBy(
  band: Band | undefined,
  figure: { readonly value: Exact; readonly node: TraceNode },
  given: Given,
): Computation<Computed | undefined> {
  if (band === undefined) return undefined
  const { value } = atThreshold(figure, given)
  const included = onOpenEdge(band, value) && (yield* ask('edges')) === 'included'
  if (!holds(band, value, { from: included, to: included })) return undefined
  return settled(given, 'none', sayNone(band), 'loss.notMet')
}
