import type { Clock } from '../door/context.ts'
import type { LoggedNouns } from './check/check-rows.ts'
import type { Sealer } from './sealer.ts'

/** Milliseconds between two looks at the clock. */
const look = 10 * 60_000

const hour = 3_600_000
const usual = 20 * hour
const late = 26 * hour

const shanghaiHour = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', hour: '2-digit' })

/** Due in the small hours once a day; at any hour where the machine is switched off at night. `last` is null before the first. */
export const isDue = (now: Date, last: Date | null): boolean => {
  const age = last === null ? Number.POSITIVE_INFINITY : now.getTime() - last.getTime()
  const atNight = Number(shanghaiHour.format(now)) >= 1 && Number(shanghaiHour.format(now)) < 5
  return age > late || (atNight && age > usual)
}

/** Checks the whole log against everything that is stored, every night. */
export const keepChecking = (
  sealer: Sealer,
  clock: Clock,
  nouns: LoggedNouns,
): { readonly stop: () => Promise<void> } => {
  const timer = setInterval(() => {
    void sealer
      .checkedAt()
      .then((last) => (isDue(clock.now(), last) ? sealer.check(nouns) : undefined))
      .catch(() => undefined)
  }, look)
  return {
    stop: async () => {
      clearInterval(timer)
      await sealer.settled()
    },
  }
}
