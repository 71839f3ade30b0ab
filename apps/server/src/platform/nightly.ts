import type { Clock } from './door/context.ts'

/** Milliseconds between two looks at the clock: a machine that slept through the night is asked again in the morning. */
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

export interface NightlyWork {
  /** When it was last done, as it is stored; null before the first time. */
  readonly doneAt: () => Promise<Date | null>
  readonly work: () => Promise<unknown>
}

/** Does a piece of work every night. A rehearsal stores days of its own, so what was done since the start is remembered here too. */
export const keepNightly = (clock: Clock, { doneAt, work }: NightlyWork): { readonly stop: () => void } => {
  let here: Date | null = null
  const once = async (): Promise<void> => {
    if (!isDue(clock.now(), here ?? (await doneAt()))) return
    here = clock.now()
    await work()
  }
  const timer = setInterval(() => void once().catch(() => undefined), look)
  return { stop: () => clearInterval(timer) }
}
