import type { Route } from '@quanheng/contract/route'
import type { z } from 'zod'

type InputOf<S> = S extends z.ZodType ? z.input<S> : undefined
type Part<R, K extends 'params' | 'query' | 'body'> = R extends Record<K, infer S> ? InputOf<S> : undefined

/** Required when the route needs it, optional when all of it is optional, absent when the route has none. */
type Slot<K extends string, T> = [T] extends [undefined]
  ? unknown
  : object extends T
    ? { readonly [P in K]?: T }
    : { readonly [P in K]: T }

/** What a caller gives for a route: `params` in the path, `query` behind `?`, `body` as JSON. */
export type CallInput<R extends Route> = Slot<'params', Part<R, 'params'>> &
  Slot<'query', Part<R, 'query'>> &
  Slot<'body', Part<R, 'body'>>

export interface LooseInput {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

const entries = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

/** The address of a request. Absent and empty query values are left out; lists repeat their name. */
export const addressOf = (route: Pick<Route, 'path'>, input: LooseInput): string => {
  const params = new Map(entries(input.params))
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params.get(name))))
  const search = new URLSearchParams()
  for (const [name, value] of entries(input.query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
    }
  }
  return search.size > 0 ? `${path}?${search}` : path
}
