import { createHash } from 'node:crypto'
import { type ErrorCode, errorTable, type RefusalReply } from '@quanheng/contract/errors'
import type { Route } from '@quanheng/contract/route'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { CompiledQuery, type DatabaseConnection } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Binding } from '../http/bind.ts'
import { buildHttp } from '../http/server.ts'
import type { Platform } from '../platform.ts'
import { asJson, hostileVariants, type Variant } from './hostile.ts'

const commitless = (connection: DatabaseConnection): DatabaseConnection => ({
  executeQuery: async (query) => {
    if (query.sql !== 'commit') return connection.executeQuery(query)
    await connection.executeQuery(CompiledQuery.raw('rollback'))
    return { rows: [{ command: 'COMMIT' }] as never[] }
  },
  streamQuery: (query, size) => connection.streamQuery(query, size),
})

/** The same database, on which no transaction ever commits: what a command would answer, without its being done. */
const neverCommitting = (db: Database): Database => {
  const executor = db.getExecutor()
  const provider = {
    provideConnection: <T>(use: (one: DatabaseConnection) => Promise<T>) =>
      executor.provideConnection((connection) => use(commitless(connection))),
  }
  const aside = executor.withConnectionProvider(provider)
  return new Proxy(db, {
    get: (target, key) => {
      if (key === 'getExecutor') return () => aside
      const value = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** So many a route, the same in every `npm test`; `npm run test:long` tries many more, others with each commit. */
const share = process.env.QUANHENG_LONG === '1' ? 300 : 8
/** A test may ask a route in vain many times before it is answered; so many of them are tried aside first. */
const mostAttempts = 4
const seed = process.env.QUANHENG_SEED ?? ''

const drawn = (route: Route, variants: readonly Variant[]): readonly Variant[] => {
  const lot = (index: number) => createHash('sha256').update(`${seed} ${route.id} ${index}`).digest('hex')
  return variants
    .map((variant, index) => ({ variant, lot: lot(index) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, share)
    .map(({ variant }) => variant)
}

/** What is wrong with an answer to bad input; nothing where it was taken, or refused in a sentence that says where. */
const faultOf = ({ at }: Variant, reply: LightMyRequestResponse): string | null => {
  if (reply.statusCode < 300) return null
  if (reply.statusCode >= 500) return 'is no refusal'
  const { error } = reply.json<RefusalReply>()
  if (errorTable[error.code as ErrorCode]?.status !== reply.statusCode) return 'has no status of its own'
  if (!/\p{Script=Han}/u.test(error.message) || /\{\w+\}/.test(error.message)) return 'has no whole sentence'
  const isThere = (place = '') => at.startsWith(place) || place.startsWith(at)
  return (error.details?.some((detail) => isThere(detail.at)) ?? true) ? null : 'does not say where'
}

export interface Probe {
  /** Before a request is made for the first time that will be taken: the same with each field filled in badly. */
  readonly before: (route: Route, request: InjectOptions) => Promise<void>
  /** Says which answers were wrong; rejects where there were any. */
  readonly close: () => Promise<void>
}

/**
 * Tries, beside each command and read that a test makes, what happens if its fields hold something else: on the same rows,
 * as the same person, in the same state, and never committed. So each test of a route is also one of its bad input.
 */
export const openProbe = async (
  platform: Platform,
  routes: (platform: Platform) => readonly Binding[],
): Promise<Probe> => {
  const aside = { ...platform, db: neverCommitting(platform.db) }
  const app: FastifyInstance = await buildHttp(aside, routes(aside), { trustProxy: false })
  const attempts = new Map<string, number>()
  const wrong: string[] = []
  const withVariant = (request: InjectOptions, { at, whole }: Variant): InjectOptions => {
    if (at.startsWith('body'))
      return {
        ...request,
        payload: asJson(whole),
        headers: { ...request.headers, 'content-type': 'application/json' },
      }
    const query = Object.entries(whole as object).map(([name, value]) => [name, String(value)])
    return { ...request, query: Object.fromEntries(query) }
  }
  const ask = async (route: Route, request: InjectOptions, variants: readonly Variant[]) => {
    for (const variant of drawn(route, variants)) {
      const reply = await app.inject(withVariant(request, variant))
      const fault =
        variant.sameAsGiven && reply.statusCode !== 200 ? 'refuses full-width digits' : faultOf(variant, reply)
      if (fault === null) continue
      const instead = JSON.stringify(variant.instead)?.slice(0, 60)
      wrong.push(`${route.id} ${variant.at} = ${instead}: ${reply.statusCode} ${fault} ${reply.body.slice(0, 300)}`)
    }
  }
  return {
    before: async (route, request) => {
      const attempt = attempts.get(route.id) ?? 0
      // Files are made by workers from what a read of the same filters answers.
      if (route.kind === 'housekeeping' || route.reply === 'file' || attempt >= mostAttempts) return
      const variants = [...hostileVariants(request.payload, 'body'), ...hostileVariants(request.query, 'query')]
      if (variants.length === 0) return
      attempts.set(route.id, attempt + 1)
      const { statusCode } = await app.inject(request)
      if (statusCode !== 200 || (attempts.get(route.id) ?? 0) > mostAttempts) return
      attempts.set(route.id, mostAttempts + 1)
      await ask(route, request, variants)
    },
    close: async () => {
      await app.close()
      if (wrong.length > 0) throw new Error(`bad input answered badly:\n${[...new Set(wrong)].join('\n')}`)
    },
  }
}
