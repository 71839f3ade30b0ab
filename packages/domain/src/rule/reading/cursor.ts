/** A place in the plain text. `take` moves on a match at this very place; `attempt` moves back when a reader gives up. */
export class Cursor {
  readonly text: string
  at: number

  constructor(text: string, at = 0) {
    this.text = text
    this.at = at
  }

  /** The match of a sticky pattern here, or undefined without moving. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.text)
    if (match === null) return undefined
    this.at = pattern.lastIndex
    return match
  }

  attempt<T>(read: (cursor: Cursor) => T | undefined): T | undefined {
    const start = this.at
    const value = read(this)
    if (value === undefined) this.at = start
    return value
  }

  /** The first reader that succeeds. */
  first<T>(readers: readonly ((cursor: Cursor) => T | undefined)[]): T | undefined {
    for (const read of readers) {
      const value = this.attempt(read)
      if (value !== undefined) return value
    }
    return undefined
  }
}
