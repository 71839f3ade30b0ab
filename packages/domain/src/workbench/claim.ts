import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'

/** Somebody of the same body who has taken a task on. */
export interface StandingClaim {
  readonly personId: string
  readonly name: string
}

export type ClaimRefusal = DomainError<'taskClaim.taken' | 'taskClaim.already'>

/**
 * 领办: one of those who share a task says that they do it. It forbids the others nothing, so a task never lies with somebody who is
 * away: whoever takes it over says so, and the other is told.
 * @returns whose claim falls
 */
export const decideClaim = (
  standing: readonly StandingClaim[],
  personId: string,
  takeOver: boolean,
): Result<readonly StandingClaim[], ClaimRefusal> => {
  if (standing.some((one) => one.personId === personId)) return refuse('taskClaim.already')
  const [other] = standing
  if (other !== undefined && !takeOver) return refuse('taskClaim.taken', { params: { name: other.name } })
  return ok(standing)
}
