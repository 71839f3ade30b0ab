import type { ErrorCode, Refusal } from '@quanheng/contract/errors'

/** Faults told of one check; behind so many, the first ones say where to look. */
const most = 50

/** What a check of the whole log found, in the order in which it was found: the first one names the verdict. */
export class Faults {
  readonly #found: Refusal[] = []

  add(code: ErrorCode, params: Readonly<Record<string, string | number>>): void {
    if (this.#found.length >= most) return
    const texts = Object.entries(params).map(([name, value]) => [name, String(value)] as const)
    this.#found.push({ code, params: Object.fromEntries(texts) })
  }

  get all(): readonly Refusal[] {
    return this.#found
  }
}
