import { exact, sign } from '../kernel/exact.ts'
import { readQuantity } from '../kernel/quantity.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { RoutineContext, RoutineRefusal, TypedContent } from './commands.ts'
import type { RoutineContent } from './model.ts'

/**
 * What a record says, read: a day within the year that has come, the fact and where it stands; with an effect, its ground and points
 * above zero. Evidence may follow until it is submitted.
 */
export const readContent = (
  { points: typed, ...said }: TypedContent,
  { today, year }: RoutineContext,
): Result<RoutineContent, RoutineRefusal> => {
  const { happenedOn, happening, source, effect, proposalBasis } = said
  if (happenedOn === '') return refuse('routineRecord.dayMissing', { at: 'content.happenedOn' })
  if (happenedOn > today) return refuse('routineRecord.inFuture', { at: 'content.happenedOn' })
  if (happenedOn.slice(0, 4) !== String(year)) {
    return refuse('routineRecord.outsideYear', { at: 'content.happenedOn', params: { year: String(year) } })
  }
  if (happening === '') return refuse('routineRecord.happeningMissing', { at: 'content.happening' })
  if (source === '') return refuse('routineRecord.sourceMissing', { at: 'content.source' })
  if (effect === 'none') return ok({ ...said, proposalBasis: '' })
  if (proposalBasis === '') return refuse('routineRecord.basisMissing', { at: 'content.proposalBasis' })
  const points = readQuantity(typed)
  if (!points.ok) return { ok: false, error: { ...points.error, at: 'content.points' } }
  if (sign(exact(points.value)) <= 0) return refuse('routineRecord.pointsNotPositive', { at: 'content.points' })
  return ok({ ...said, points: points.value })
}
