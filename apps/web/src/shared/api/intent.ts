import { newKey } from './key.ts'

/**
 * One idempotency key per thing the person means to do. A double click is the same intent; the same input sent again
 * after an unknown outcome is too; a changed input is a new one.
 */
export class Intent {
  #under = false
  #open: { readonly key: string; readonly input: string } | undefined

  /** The key to send with, or `undefined` while the same intent is already on its way. */
  begin(input: unknown): string | undefined {
    if (this.#under) return undefined
    const text = JSON.stringify(input)
    if (this.#open?.input !== text) this.#open = { key: newKey(), input: text }
    this.#under = true
    return this.#open.key
  }

  /** Accepted or refused: the next click is a new intent. */
  settle(): void {
    this.#under = false
    this.#open = undefined
  }

  /** Nobody knows whether it happened: the same input keeps its key. */
  keep(): void {
    this.#under = false
  }
}
