import { session as sessionRoute } from '@quanheng/contract/account'
import type { ReplyOf } from '@quanheng/contract/route'
import type { Ability } from '@quanheng/domain/ability/abilities'
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { call } from '../api/client.ts'

export type Session = ReplyOf<typeof sessionRoute>

const sessionQuery = queryOptions({
  queryKey: [sessionRoute.id],
  queryFn: () => call(sessionRoute, {}, { quiet: true }),
  staleTime: 60_000,
})

/** The session before a page of the shell is shown. Throws `RefusedError` when there is none. */
export const loadSession = (queries: QueryClient): Promise<Session> => queries.ensureQueryData(sessionQuery)

/** Who is here, with their posts. Only inside the shell, where a session is certain. */
export const useSession = (): Session => {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('useSession is used outside the shell')
  return data
}

/** Whether this person may do one of these at all; on which object, the server says. */
export const may = (session: Session, abilities: readonly Ability[] | undefined): boolean =>
  abilities === undefined || abilities.some((ability) => (session.abilities as readonly string[]).includes(ability))

export const useMay = (...abilities: Ability[]): boolean => may(useSession(), abilities)
