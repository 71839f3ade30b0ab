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

/** The installation's view of time and chance, given once at start. */
/** `2026-01-08 09:30`, as a clock on the wall shows it. */
export const minuteOf = (instant: Date): string => shanghaiMinute.format(instant)

export interface ContextSource {
  readonly clock: Clock
  readonly kind: 'real' | 'rehearsal' | 'archive'
}

/** A real installation: the machine's clock, random ids and salts. */
export const realContext = (now: Date): Context => ({
  now,
  today: dayOf(now),
  newId: () => randomUUID(),
  salt: () => randomBytes(16),
})

/**
 * A rehearsal: the movable day with the machine's time of day, and ids and salts that follow from who asks and the request's
 * key, so that loading the same world twice gives the same bytes.
 */
export const rehearsalContext = (now: Date, today: string, seed: string): Context => {
  let drawn = 0
  const draw = (): Buffer => createHash('sha256').update(`${seed}\n${drawn++}`).digest()
  return {
    now: new Date(`${today}T${shanghaiTime.format(now)}+08:00`),
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
}

/** The context of an act in this installation: of a rehearsal where it is one, whose ids then follow from `seed`. */
export const contextOf = (standing: Standing | null, now: Date, seed: string): Context =>
  standing?.kind === 'rehearsal' && standing.businessDate !== null
    ? rehearsalContext(now, standing.businessDate, `${standing.saltKey.toString('hex')}\n${seed}`)
    : realContext(now)

const uuidFrom = (bytes: Buffer): string => {
  const text = Buffer.from(bytes.subarray(0, 16))
  text[6] = ((text[6] ?? 0) & 0x0f) | 0x80
  text[8] = ((text[8] ?? 0) & 0x3f) | 0x80
  const digits = text.toString('hex')
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  )
}
