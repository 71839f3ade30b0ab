import { createHash, randomBytes, randomUUID } from 'node:crypto'

/** Time, day and identity for one command; the domain gets them as plain values and has no other source. */
export interface Context {
  readonly now: Date
  /** `YYYY-MM-DD` in Asia/Shanghai; in a rehearsal, the movable date. */
  readonly today: string
  readonly newId: () => string
  readonly salt: () => Buffer
  /** The year's plan has exports carry who took them out, of which unit, when (docs/adr/0039); asked for files only. */
  readonly marksExports?: boolean
}

export interface Clock {
  readonly now: () => Date
}

export const machineClock: Clock = { now: () => new Date() }

const shanghaiDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
const shanghaiMinute = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})
const shanghaiTime = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'medium' })

/** The last hour asked about with its day: several answers a request, and a day turns on the hour. */
let asked = { hour: Number.NaN, day: '' }

/** Calendar day of an instant in Asia/Shanghai. */
export const dayOf = (instant: Date): string => {
  const hour = Math.floor(instant.getTime() / 3_600_000)
  if (hour !== asked.hour) asked = { hour, day: shanghaiDay.format(instant) }
  return asked.day
}

/** `2026-01-08 09:30`, as a clock on the wall shows it. */
export const minuteOf = (instant: Date): string => shanghaiMinute.format(instant)

/** A real installation: the machine's clock, random ids and salts. */
export const realContext = (now: Date): Context => ({
  now,
  today: dayOf(now),
  newId: () => randomUUID(),
  salt: () => randomBytes(16),
})

/** Where a rehearsal's day stood when this process began to count it. */
export interface DayBegan {
  /** Of the machine. */
  readonly real: Date
  /** On the movable day. */
  readonly shown: Date
}

/** The instant on `day` at the time of day that a clock on the wall shows at `instant`. */
export const onDay = (day: string, instant: Date): Date => new Date(`${day}T${shanghaiTime.format(instant)}+08:00`)

/**
 * A day of a rehearsal is begun at the machine's time of day, at noon at the latest, and never before `newest`, the newest act that
 * stands on it (docs/adr/0038).
 */
export const beginDay = (day: string, real: Date, newest: Date | undefined): DayBegan => {
  const noon = new Date(`${day}T12:00:00+08:00`)
  const wall = onDay(day, real)
  const early = wall < noon ? wall : noon
  const after = newest && new Date(newest.getTime() + 1)
  return { real, shown: after && after > early ? after : early }
}

/**
 * The movable day's own time: with the machine's for half of what was left of the day, then slower and slower. The day stays until
 * somebody moves it, however long that takes, and time on it never goes back, as the time of day does at midnight.
 */
export const shownAt = (day: string, { real, shown }: DayBegan, now: Date): Date => {
  const passed = Math.max(0, now.getTime() - real.getTime())
  const end = new Date(`${day}T23:59:59.999+08:00`).getTime()
  const half = (end - shown.getTime()) / 2
  return new Date(passed <= half ? shown.getTime() + passed : Math.floor(end - (half * half) / passed))
}

/** A rehearsal: ids and salts follow from who asks and the request's key, so that loading one world twice gives the same bytes. */
export const rehearsalContext = (now: Date, today: string, seed: string): Context => {
  let drawn = 0
  const draw = (): Buffer => createHash('sha256').update(`${seed}\n${drawn++}`).digest()
  return {
    now,
    today,
    newId: () => uuidFrom(draw()),
    salt: () => draw().subarray(0, 16),
  }
}

/** The facts of an installation that a context rests on. */
interface Standing {
  readonly kind: 'real' | 'rehearsal' | 'archive'
  readonly saltKey: Buffer
  /** Rehearsal only. */
  readonly businessDate: string | null
  readonly dayBegan: DayBegan | null
}

/** The context of an act in this installation: of a rehearsal where it is one, whose ids then follow from `seed`. */
export const contextOf = (standing: Standing | null, now: Date, seed: string): Context => {
  const { businessDate = null, dayBegan = null } = standing ?? {}
  if (standing?.kind !== 'rehearsal' || businessDate === null || dayBegan === null) return realContext(now)
  const shown = shownAt(businessDate, dayBegan, now)
  return rehearsalContext(shown, businessDate, `${standing.saltKey.toString('hex')}\n${seed}`)
}

const uuidFrom = (bytes: Buffer): string => {
  const text = Buffer.from(bytes.subarray(0, 16))
  text[6] = ((text[6] ?? 0) & 0x0f) | 0x80
  text[8] = ((text[8] ?? 0) & 0x3f) | 0x80
  const digits = text.toString('hex')
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  )
}
