/** 等保 8.1.4.1b, ASVS 6.3.1 (standards §4 row 9): five failures in a quarter of an hour lock for a quarter of an hour. */
export const lockout = { failures: 5, windowMinutes: 15, lockMinutes: 15 } as const

/**
 * Until when a login or address is locked, from its failures in the machine's milliseconds; null when it is not.
 * A lock runs from the failure that filled the window; tries made while locked are not counted by the caller.
 */
export const lockedUntil = (failures: readonly number[], now: number): number | null => {
  const window = lockout.windowMinutes * 60_000
  const times = [...failures].sort((a, b) => a - b)
  const filled = times.filter((time, at) => {
    const first = times[at - lockout.failures + 1]
    return first !== undefined && time - first <= window
  })
  const last = filled.at(-1)
  if (last === undefined) return null
  const until = last + lockout.lockMinutes * 60_000
  return until > now ? until : null
}
