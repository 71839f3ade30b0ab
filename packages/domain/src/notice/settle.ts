import type { Author } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { NoticeError } from './choices.ts'
import type { DraftNote, ReadFinding, Settled } from './model.ts'

export interface Settling {
  readonly findings: readonly ReadFinding[]
  readonly notes: readonly DraftNote[]
  readonly settled: Readonly<Record<string, Settled>>
}

/** A finding, or a note of the draft, is dealt with in the words of a person; without words it is open again. */
export const settle = (
  { findings, notes, settled }: Settling,
  key: string,
  reason: string | null,
  { by, on }: { readonly by: Author; readonly on: string },
): Result<Settling['settled'], NoticeError> => {
  if (![...findings, ...notes].some((found) => found.key === key)) return refuse('notice.noSuchFinding', { at: key })
  const { [key]: _, ...others } = settled
  return ok(reason === null ? others : { ...others, [key]: { reason: reason.trim(), by, on } })
}
