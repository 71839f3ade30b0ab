import type { Refusal } from '@quanheng/contract/errors'
import { type Result, refuse } from '@quanheng/domain/kernel/result'
import type { MakingProgress } from './package-order.ts'

/** A package that is being made now. */
export interface Making {
  readonly unitId: string
  readonly year: number
  readonly purpose: 'archive' | 'public'
  readonly personId: string
  readonly begunAt: Date
  readonly progress: MakingProgress
}

interface Running {
  making: Making
  readonly stop: AbortController
}

/** What this server makes at the moment: one package a body. What a stopped server was at is begun anew by whoever wants it. */
export interface Makings {
  readonly of: (unitIds: readonly string[]) => Making | undefined
  /** Refused while one of the same body is being made. `work` hears when it is cancelled and says how far it is. */
  readonly during: <T>(
    begun: Omit<Making, 'progress'>,
    work: (watching: {
      readonly told: (progress: MakingProgress) => void
      readonly signal: AbortSignal
    }) => Promise<Result<T, Refusal>>,
  ) => Promise<Result<T, Refusal>>
  /** @returns what was cancelled; undefined where nothing of the body's year is being made */
  readonly cancel: (unitId: string, year: number) => Making | undefined
}

export const makeMakings = (): Makings => {
  const running = new Map<string, Running>()
  return {
    of: (unitIds) => unitIds.flatMap((unitId) => running.get(unitId)?.making ?? [])[0],
    during: async (begun, work) => {
      const { unitId, year } = begun
      const other = running.get(unitId)
      if (other) return refuse('archive.making', { params: { year: String(other.making.year) } })
      const mine: Running = {
        making: { ...begun, progress: { stage: 'collecting', done: 0, total: 0 } },
        stop: new AbortController(),
      }
      running.set(unitId, mine)
      try {
        const made = await work({
          told: (progress) => {
            mine.making = { ...mine.making, progress }
          },
          signal: mine.stop.signal,
        })
        // Cancelled in the last moment, it is cancelled: nobody is told of a package that comes all the same.
        return mine.stop.signal.aborted ? refuse('archive.cancelled', { params: { year: String(year) } }) : made
      } finally {
        running.delete(unitId)
      }
    },
    cancel: (unitId, year) => {
      const found = running.get(unitId)
      if (found === undefined || found.making.year !== year || found.stop.signal.aborted) return undefined
      found.stop.abort(new Error('cancelled'))
      return found.making
    },
  }
}
