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

/** A making as it is asked for: asked again in the same words, by somebody who heard no answer, it is the same one. */
export interface Begun extends Omit<Making, 'progress'> {
  readonly asked: string
}

type Work<T> = (watching: {
  readonly told: (progress: MakingProgress) => void
  readonly signal: AbortSignal
}) => Promise<Result<T, Refusal>>

interface Made {
  readonly asked: string
  readonly made: Promise<Result<unknown, Refusal>>
}

interface Running extends Made {
  making: Making
  readonly stop: AbortController
}

/** What this server makes at the moment: one package a body. What a stopped server was at is begun anew by whoever wants it. */
export interface Makings {
  readonly of: (unitIds: readonly string[]) => Making | undefined
  /**
   * Refused while another one of the same body is being made. The same one, asked for again, is waited for, or given as it was made last.
   * `work` hears when it is cancelled and says how far it is.
   */
  readonly during: <T>(begun: Begun, work: Work<T>) => Promise<Result<T, Refusal>>
  /** @returns what was cancelled; undefined where nothing of the body's year is being made */
  readonly cancel: (unitId: string, year: number) => Making | undefined
}

export const makeMakings = (): Makings => {
  const running = new Map<string, Running>()
  const last = new Map<string, Made>()
  const begin = <T>({ asked, ...begun }: Begun, work: Work<T>): Promise<Result<T, Refusal>> => {
    const { unitId, year } = begun
    const stop = new AbortController()
    const told = (progress: MakingProgress): void => {
      mine.making = { ...mine.making, progress }
    }
    const watched = async (): Promise<Result<T, Refusal>> => {
      try {
        const made = await work({ told, signal: stop.signal })
        // Cancelled in the last moment, it is cancelled: nobody is told of a package that comes all the same.
        if (stop.signal.aborted) return refuse('archive.cancelled', { params: { year: String(year) } })
        if (made.ok) last.set(unitId, mine)
        return made
      } finally {
        running.delete(unitId)
      }
    }
    const made = Promise.resolve().then(watched)
    const making = { ...begun, progress: { stage: 'collecting', done: 0, total: 0 } } as const
    const mine: Running = { making, asked, stop, made }
    running.set(unitId, mine)
    return made
  }
  return {
    of: (unitIds) => unitIds.flatMap((unitId) => running.get(unitId)?.making ?? [])[0],
    during: <T>(begun: Begun, work: Work<T>) => {
      const { unitId, asked } = begun
      const other = running.get(unitId)
      const same = [other, last.get(unitId)].find((one) => one?.asked === asked)
      if (same) return same.made as Promise<Result<T, Refusal>>
      if (other) return Promise.resolve(refuse('archive.making', { params: { year: String(other.making.year) } }))
      return begin(begun, work)
    },
    cancel: (unitId, year) => {
      const found = running.get(unitId)
      if (found === undefined || found.making.year !== year || found.stop.signal.aborted) return undefined
      found.stop.abort(new Error('cancelled'))
      return found.making
    },
  }
}
