import type { Refusal } from '@quanheng/contract/errors'
import type { CommandRoute, HousekeepingRoute, QueryRoute, Route } from '@quanheng/contract/route'
import type { Result } from '@quanheng/domain/kernel/result'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CommandHandler, Preparation, QueryHandler, QueryRequest, ReplyFor } from '../door/outcome.ts'
import type { Session } from '../session/session.ts'

/** Housekeeping may need the raw request (streams) and the reply (cookies). */
export interface HousekeepingRequest<R extends Route> extends QueryRequest<R> {
  readonly raw: FastifyRequest
  readonly reply: FastifyReply
  readonly session: Session | null
}

export type HousekeepingHandler<R extends HousekeepingRoute> = (
  request: HousekeepingRequest<R>,
) => Promise<Result<ReplyFor<R>, Refusal>>

/** A route with what answers it. Types are checked where it is made; the server treats all alike. */
export type Binding =
  | {
      readonly route: CommandRoute
      readonly handler: CommandHandler<CommandRoute>
      readonly prepare?: Preparation<CommandRoute>
      readonly after?: () => Promise<void>
    }
  | { readonly route: QueryRoute; readonly handler: QueryHandler<QueryRoute> }
  | { readonly route: HousekeepingRoute; readonly handler: HousekeepingHandler<HousekeepingRoute> }

/** `after` runs once the transaction has committed, e.g. to read a cached row again. */
export const bindCommand = <const R extends CommandRoute>(
  route: R,
  handler: CommandHandler<R>,
  after?: () => Promise<void>,
): Binding => ({
  route,
  handler: handler as unknown as CommandHandler<CommandRoute>,
  ...(after ? { after } : {}),
})

/** A command with long work in it: `prepare` runs before the transaction and hands the handler what it made. */
export const bindPrepared = <const R extends CommandRoute, P>(
  route: R,
  prepare: Preparation<R, P>,
  handler: CommandHandler<R, P>,
): Binding => ({
  route,
  prepare: prepare as unknown as Preparation<CommandRoute>,
  handler: handler as unknown as CommandHandler<CommandRoute>,
})

export const bindQuery = <const R extends QueryRoute>(route: R, handler: QueryHandler<R>): Binding => ({
  route,
  handler: handler as unknown as QueryHandler<QueryRoute>,
})

export const bindHousekeeping = <const R extends HousekeepingRoute>(
  route: R,
  handler: HousekeepingHandler<R>,
): Binding => ({ route, handler: handler as unknown as HousekeepingHandler<HousekeepingRoute> })
