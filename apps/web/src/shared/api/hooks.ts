import type { CommandRoute, HousekeepingRoute, QueryRoute } from '@quanheng/contract/route'
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { type AnswerOf, call } from './client.ts'
import type { CallInput } from './input.ts'
import { Intent } from './intent.ts'
import { RefusedError } from './refused.ts'

type Asked<R extends QueryRoute> = UseQueryResult<AnswerOf<R>, RefusedError>

/** The answer of a read, kept fresh after every command unless it never changes. While the input changes, the last answer stays on screen. */
export const useQueryRoute = <R extends QueryRoute>(
  route: R,
  input: CallInput<R>,
  options: { readonly enabled?: boolean; readonly refetchInterval?: number } = {},
): Asked<R> =>
  useQuery<AnswerOf<R>, RefusedError>({
    queryKey: [route.id, input],
    queryFn: ({ signal }) => call(route, input, { signal }),
    placeholderData: keepPreviousData,
    ...(route.kept && { staleTime: Number.POSITIVE_INFINITY, meta: { kept: true } }),
    ...options,
  }) as Asked<R>

export interface Command<R extends CommandRoute | HousekeepingRoute> {
  /** Resolves to the reply, or to `undefined` when refused; the refusal is then in `refusal`. */
  readonly run: (input: CallInput<R>) => Promise<AnswerOf<R> | undefined>
  readonly pending: boolean
  readonly refusal: RefusedError | undefined
  readonly forget: () => void
}

/**
 * One act of a person. A second click while the first is under way sends nothing; a retry after a lost connection
 * carries the same idempotency key, so that the act happens once. After it, everything on screen is read again.
 */
export const useCommand = <R extends CommandRoute | HousekeepingRoute>(
  route: R,
  options: { readonly onDone?: (reply: AnswerOf<R>) => void; readonly refresh?: boolean } = {},
): Command<R> => {
  const queries = useQueryClient()
  const intent = useRef(new Intent())
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<RefusedError>()
  const done = useRef(options)
  done.current = options

  const run = useCallback(
    async (input: CallInput<R>) => {
      const key = intent.current.begin(input)
      if (key === undefined) return undefined
      // What is said afterwards is of what the person saw: reading again may empty the very list they acted on.
      const asked = done.current
      setPending(true)
      setRefusal(undefined)
      try {
        const reply = await call(route, input, { key })
        intent.current.settle()
        if (asked.refresh !== false) await queries.invalidateQueries({ predicate: ({ meta }) => !meta?.kept })
        asked.onDone?.(reply)
        return reply
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error
        if (error.outcomeUnknown) intent.current.keep()
        else intent.current.settle()
        setRefusal(error)
        return undefined
      } finally {
        setPending(false)
      }
    },
    [route, queries],
  )
  const forget = useCallback(() => setRefusal(undefined), [])
  return { run, pending, refusal, forget }
}
