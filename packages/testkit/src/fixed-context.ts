import type { Actor, CommandContext } from '@quanheng/domain/kernel/command-context'
import { hex, utf8 } from '@quanheng/domain/kernel/digest'
import { anActor } from './an-actor.ts'
import { sha256 } from './sha256.ts'

/** Time that stands still until a test moves it, with ids and salts that follow from the seed alone. */
export interface FixedContext extends CommandContext {
  readonly salt: () => Uint8Array
  /** The same ids and salts go on; only the time is another. */
  readonly at: (now: string) => FixedContext
  readonly as: (actor: Actor) => FixedContext
}

const shanghaiDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

const uuidOf = (bytes: Uint8Array): string => {
  const [a, b, c, d] = [hex(bytes.slice(0, 4)), hex(bytes.slice(4, 6)), hex(bytes.slice(6, 8)), hex(bytes.slice(8, 10))]
  return [a, b, `8${c.slice(1)}`, `8${d.slice(1)}`, hex(bytes.slice(10, 16))].join('-')
}

/**
 * What a decision may know, fixed: equal arguments give equal ids (uuids of version 8) and 16-byte salts in equal order.
 * `now` is an RFC 3339 instant; `today` is its day in Asia/Shanghai.
 */
export const fixedContext = (
  given: { readonly now?: string; readonly seed?: string; readonly actor?: Actor } = {},
): FixedContext => {
  const { now = '2025-01-03T10:00:00+08:00', seed = 'seed', actor = anActor('officeStaff', 'office') } = given
  let drawn = 0
  const draw = () => sha256(utf8(`${seed}\n${drawn++}`))
  const contextAt = (instant: string, who: Actor): FixedContext => ({
    now: instant,
    today: shanghaiDay.format(new Date(instant)),
    actor: who,
    newId: () => uuidOf(draw()),
    salt: () => draw().slice(0, 16),
    at: (next) => contextAt(next, who),
    as: (next) => contextAt(instant, next),
  })
  return contextAt(now, actor)
}
