export type DraftState = 'reading' | 'clean' | 'waiting' | 'saving' | 'saved' | 'unsaved' | 'refused'

export type Written =
  | { readonly savedAt: string }
  /** `again`: the same text may be stored a little later. */
  | { readonly refused: string; readonly again: boolean }

export interface DraftPlace {
  /** Stores the text and says when it was, or why it was not. `leaving`: it must outlive the page. */
  readonly write: (text: string, leaving: boolean) => Promise<Written>
  readonly erase: () => Promise<unknown>
  readonly tell: (state: DraftState, told?: Written) => void
}

const pause = 1_500
const retry = 15_000

/** Keeps one text safe: a moment after the last key, again while it could not be stored, and at once when the page is left. */
export class DraftKeeper {
  readonly #place: DraftPlace
  #text: string
  #kept: string
  /** Whether anything was stored since the page was opened or the draft dropped. */
  #stored = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #work: Promise<unknown> = Promise.resolve()

  constructor(text: string, place: DraftPlace) {
    this.#text = text
    this.#kept = text
    this.#place = place
  }

  /** Whether something typed is not stored yet. */
  get pending(): boolean {
    return this.#text !== this.#kept
  }

  /** Length of what stands on the page. */
  get size(): number {
    return this.#text.length
  }

  /** What stands on the page, typed and not yet accepted by a command. */
  hold(text: string): void {
    if (text === this.#text) return
    this.#text = text
    clearTimeout(this.#timer)
    if (!this.pending) return
    this.#place.tell('waiting')
    this.#timer = setTimeout(() => void this.save(), pause)
  }

  /** Stores what is pending now, after what is under way; a page that is left does not wait for that. */
  save(leaving = false): Promise<unknown> {
    clearTimeout(this.#timer)
    if (this.pending) this.#work = leaving ? Promise.all([this.#work, this.#write(true)]) : this.#afterWork()
    return this.#work
  }

  /** What stands on the page with nothing typed into it; what was stored of it since is taken back. */
  rest(text: string): void {
    const stored = this.#stored
    clearTimeout(this.#timer)
    this.#text = text
    this.#kept = text
    if (stored) void this.drop()
  }

  /** Accepted as a command, or given up: what stands on the page is no draft any more. */
  drop(): Promise<unknown> {
    clearTimeout(this.#timer)
    this.#kept = this.#text
    this.#stored = false
    this.#place.tell('clean')
    this.#work = this.#work.then(() => this.#place.erase())
    return this.#work
  }

  async #afterWork(): Promise<void> {
    await this.#work
    if (this.pending) await this.#write(false)
  }

  async #write(leaving: boolean): Promise<void> {
    const text = this.#text
    this.#stored = true
    this.#place.tell('saving')
    const written = await this.#place.write(text, leaving)
    if ('savedAt' in written) {
      this.#kept = text
      if (!this.pending) this.#place.tell('saved', written)
      return
    }
    this.#place.tell(written.again ? 'unsaved' : 'refused', written)
    if (leaving || !written.again) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), retry)
  }
}
