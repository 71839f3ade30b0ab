import type { Ability } from '@quanheng/domain/ability/abilities'
import type { z } from 'zod'
import type { ErrorCode } from './errors.ts'

type Shape = z.ZodType
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

interface RouteBase {
  /** `<noun>.<verb>`, unique; also the operationId. */
  readonly id: `${string}.${string}`
  /** `/api/...` with `:name` for each entry of `params`. */
  readonly path: `/api/${string}`
  /**
   * Who may call: an ability, `signedIn` for anyone with a session, or `public`.
   * There is no default: a route without it does not compile.
   */
  readonly ability: Ability | 'signedIn' | 'public'
  readonly summary: string
  readonly params?: Shape
  readonly query?: Shape
  /** Refusals of the domain beyond those that every route shares (see errors.ts). */
  readonly errors: readonly ErrorCode[]
}

/** Reads. Never changes state; goes through stores that take the actor's scope. */
export interface QueryRoute extends RouteBase {
  readonly kind: 'query'
  readonly method: 'GET' | 'POST'
  readonly body?: Shape
  /** `file` streams bytes with Content-Disposition. */
  readonly reply: Shape | 'file'
  /** What it answers for one address never changes: the browser keeps it and asks only whether it may still show it. */
  readonly kept?: true
}

/** The one way anything changes: runs through the command door and leaves one act and one leaf. */
export interface CommandRoute extends RouteBase {
  readonly kind: 'command'
  readonly method: Exclude<Method, 'GET'>
  readonly body?: Shape
  readonly reply: Shape
  /** 操作留痕 label, Chinese source text, e.g. `印发方案`. */
  readonly act: string
  /** Weighty acts ask for password (and second factor, by policy) again within five minutes. */
  readonly stepUp?: true
  /** Ends a stage: the log is sealed with a checkpoint as soon as its leaf stands, not at the next regular one. */
  readonly milestone?: true
}

/** Writes only tables of the housekeeping class (session, draft, upload, read mark …): no act, no leaf. */
export interface HousekeepingRoute extends RouteBase {
  readonly kind: 'housekeeping'
  readonly method: Exclude<Method, 'GET'>
  /** `stream`: the raw request body, not parsed. */
  readonly body?: Shape | 'stream'
  readonly reply: Shape
}

export type Route = QueryRoute | CommandRoute | HousekeepingRoute

export const query = <const R extends Omit<QueryRoute, 'kind'>>(route: R) => ({ kind: 'query', ...route }) as const

export const command = <const R extends Omit<CommandRoute, 'kind'>>(route: R) =>
  ({ kind: 'command', ...route }) as const

export const housekeeping = <const R extends Omit<HousekeepingRoute, 'kind'>>(route: R) =>
  ({ kind: 'housekeeping', ...route }) as const

type OutputOf<S> = S extends z.ZodType ? z.infer<S> : undefined

export type ParamsOf<R extends Route> = R extends { params: infer S } ? OutputOf<S> : undefined
export type QueryOf<R extends Route> = R extends { query: infer S } ? OutputOf<S> : undefined
export type BodyOf<R extends Route> = R extends { body: infer S } ? OutputOf<S> : undefined
export type ReplyOf<R extends Route> = R extends { reply: infer S } ? OutputOf<S> : undefined
