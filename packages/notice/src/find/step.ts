import type { Span } from '../text/document.ts'
import type { Placed } from '../text/words.ts'

export interface Step extends Span {
  readonly name: Placed
  readonly due: Placed | null
  readonly cutoff: Placed | null
  readonly inputs: readonly Placed[]
  readonly outputs: readonly Placed[]
  readonly actors: readonly Placed[]
  /** A window or a duty outside a procedure: where it is printed says nothing about what comes before it. */
  readonly apart?: true
}
