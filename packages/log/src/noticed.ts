import { isRecord, isText, parsed } from './json.ts'

/** Acts of the log's own that accuse nobody and that nobody may overlook: the platform writes them, and both verifiers name each. */
export const noticedActs = [
  /** The platform's clock was set while it ran, or while nothing ran. */
  'log.clockJumped',
  /** Another program runs than the last one that said so. The first to say so changes nothing. */
  'log.programChanged',
  /** A second place has had no checkpoint for a day, though there were new ones. */
  'log.placeSilent',
  /** A second place that the platform began with before was left out at a start. */
  'log.placeRemoved',
] as const
export type NoticedAct = (typeof noticedActs)[number]

/** `log.timeBack`: a leaf lies before an earlier one, and no act says that the clock was set. */
export type NoticedCode = NoticedAct | 'log.timeBack'

/** Something that leaves no fault in a log and has to be accounted for by a person. */
export interface Noticed {
  readonly code: NoticedCode
  /** Number of the leaf, from 0. */
  readonly leaf: number
  /** Instant of its act, RFC 3339 in UTC. */
  readonly time: string
  /** What the act says, where it is opened; by name. */
  readonly figures: Readonly<Record<string, string>>
}

/** The log of every rehearsal: its days are moved on purpose, by acts of their own. */
export const rehearsalOrigin = 'quanheng/rehearsal'

/** Milliseconds by which a leaf may lie before an earlier one: an act carries the time at which it was asked for, and may wait its turn. */
const waiting = 60_000

export const isNoticedAct = (action: string): action is NoticedAct =>
  (noticedActs as readonly string[]).includes(action)

const instantForm = /^([1-9]\d{3})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)\.(\d{3})Z$/

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of the common calendar from year 0 on to the first of the month. */
const daysBefore = (year: number, month: number): number => {
  const before = year - 1
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  const months = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
  return before * 365 + leaps + (months[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0)
}

const epoch = daysBefore(1970, 1)

/** Milliseconds since 1970 of an instant as leaves write it; undefined where it is none. */
export const instantOf = (text: string): number | undefined => {
  const found = instantForm.exec(text)
  if (found === null) return undefined
  const [year, month, day, hour, minute, second, thousandths] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const length = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  if (month < 1 || month > 12 || day < 1 || day > length) return undefined
  const days = daysBefore(year, month) + day - 1 - epoch
  return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + thousandths
}

/** What each act says that is shown. */
const shown: Readonly<Record<NoticedAct, readonly string[]>> = {
  'log.clockJumped': ['seconds', 'from', 'to'],
  'log.programChanged': ['version', 'digest', 'before'],
  'log.placeSilent': ['place', 'hours', 'since'],
  'log.placeRemoved': ['place', 'since'],
}

/** Nothing that moves a terminal's cursor, and no half character. */
const plain = /^[^\p{Cc}\p{Cs}]{0,300}$/u

const figure = (value: unknown): string | undefined => {
  if (Number.isSafeInteger(value)) return String(value)
  return isText(value) && plain.test(value) ? value : undefined
}

/** Characters; what these acts say is short, and no deeper than every reader of JSON goes. */
const longest = 1_000

/** Figures of an act from its events, canonical JSON as its leaf commits to them; what is of another form is left out. */
export const figuresOf = (code: NoticedAct, events: string): Noticed['figures'] => {
  const value = [...events].length > longest ? undefined : parsed(events)
  const event = Array.isArray(value) ? value[0] : undefined
  if (!isRecord(event)) return {}
  const figures = shown[code].map((name) => [name, figure(Object.hasOwn(event, name) ? event[name] : undefined)])
  return Object.fromEntries(figures.filter(([, text]) => text !== undefined))
}

export interface LeafWatch {
  /** To be told of every leaf, from the first to the last. */
  readonly look: (leaf: number, said: { readonly time: string; readonly action: string }) => void
  /** What was noticed so far, in the order of leaves; `eventsOf` opens an act where that can be done. */
  readonly noticed: (eventsOf: (leaf: number) => string | undefined) => readonly Noticed[]
}

/** Reads a whole log of this name for what has to be accounted for. Both verifiers notice the same in the same order. */
export const watchLeaves = (origin: string): LeafWatch => {
  const found: Noticed[] = []
  let latest: { readonly leaf: number; readonly at: number } | undefined
  let programs = 0
  const inOrder = (leaf: number, time: string, at: number): void => {
    if (origin !== rehearsalOrigin && latest !== undefined && at < latest.at - waiting) {
      const seconds = String(Math.floor((latest.at - at) / 1000))
      found.push({ code: 'log.timeBack', leaf, time, figures: { seconds, after: String(latest.leaf) } })
      latest = { leaf, at }
    }
    if (latest === undefined || at > latest.at) latest = { leaf, at }
  }
  return {
    look: (leaf, { time, action }) => {
      const at = instantOf(time)
      if (at === undefined) return
      // From here on time is what the clock was set to.
      if (action === 'log.clockJumped') latest = { leaf, at }
      else inOrder(leaf, time, at)
      const first = action === 'log.programChanged' && programs++ === 0
      if (isNoticedAct(action) && !first) found.push({ code: action, leaf, time, figures: {} })
    },
    noticed: (eventsOf) =>
      found.map((one) => {
        const events = one.code === 'log.timeBack' ? undefined : eventsOf(one.leaf)
        return events === undefined || one.code === 'log.timeBack'
          ? one
          : { ...one, figures: figuresOf(one.code, events) }
      }),
  }
}
