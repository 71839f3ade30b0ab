import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import pg from 'pg'

/** A list written out as parameters makes a text of its own for every length: such texts are not kept. */
const parametersKept = 24
/** Each connection keeps a parsed statement for each name. */
const namesKept = 200

const names = new Map<string, string>()

/** A name for a statement that is worth keeping parsed, the same in every connection; undefined for others. */
const nameOf = (text: string, values: readonly unknown[]): string | undefined => {
  if (values.length === 0 || values.length > parametersKept) return undefined
  const known = names.get(text)
  if (known !== undefined || names.size >= namesKept) return known
  const name = createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/** The driver's socket, which its types leave out. */
interface Wired {
  readonly connection: { readonly stream: Writable }
}

/**
 * A connection that lets PostgreSQL parse and plan a statement once instead of at every request: planning the question who is
 * signed in costs four times as much as answering it. PostgreSQL itself decides when a plan may serve all parameters.
 *
 * What is asked together is also sent together: to hand a packet to the system costs more than to fill it.
 */
export class PreparingClient extends pg.Client {
  // The driver calls it with a text and its values; every other form goes through as it is.
  override query(...args: unknown[]): never {
    const [text, values] = args
    const name =
      args.length === 2 && typeof text === 'string' && Array.isArray(values) ? nameOf(text, values) : undefined
    const asked = name === undefined ? args : [{ name, text, values }]
    const { stream } = (this as unknown as Wired).connection
    stream.cork()
    process.nextTick(() => stream.uncork())
    return (super.query as (...args: unknown[]) => never).apply(this, asked)
  }
}
