import { randomUUID } from 'node:crypto'
import type { Route } from '@quanheng/contract/route'
import type { PostKind } from '@quanheng/domain/ability/posts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { anExample } from '../platform/testing/an-example.ts'
import { callRoute } from '../platform/testing/test-server.ts'
import { everywhere, type Matrix, openMatrix, postsOf } from './testing/all-posts.ts'
import { type ObjectName, realObjects } from './testing/real-objects.ts'

/** What everybody may know of every unit: how it is divided. */
const openToAll: readonly string[] = ['section.list']

let matrix: Matrix
let objects: Readonly<Record<ObjectName, string>>

beforeAll(async () => {
  matrix = await openMatrix({ now: '2025-01-20T10:00:00+08:00', probe: false })
  objects = await realObjects(matrix.server)
})
afterAll(() => matrix.server.close())

/** Names of a route's parameters that hold an object's id. */
const idsIn = (route: Route): readonly string[] =>
  route.params instanceof z.ZodObject
    ? Object.entries(route.params.shape)
        .filter(([, schema]) => (schema as { readonly format?: string }).format === 'uuid')
        .map(([name]) => name)
    : []

const inputOf = (route: Route, ids: Readonly<Record<string, string>>) => ({
  params: { ...(anExample(route.params as z.ZodType) as Record<string, string>), ...ids },
  ...(route.query === undefined ? {} : { query: anExample(route.query) as Record<string, string> }),
  ...('body' in route && route.body instanceof z.ZodType ? { body: anExample(route.body) } : {}),
})

const acts = async (): Promise<number> => (await matrix.server.db.selectFrom('act').select('id').execute()).length

/** Asks each object route as each post that may use it at all; gives what was answered otherwise than expected. */
const askAll = async (
  idOf: (name: string) => string,
  isRight: (status: number, code: string) => boolean,
  isAsked: (route: Route, kind: PostKind) => boolean = () => true,
): Promise<{ readonly wrong: readonly string[]; readonly asked: number }> => {
  const wrong: string[] = []
  let asked = 0
  for (const route of matrix.routes) {
    const names = idsIn(route)
    if (names.length === 0) continue
    const input = inputOf(route, Object.fromEntries(names.map((name) => [name, idOf(name)])))
    await Promise.all(
      postsOf(route)
        .filter((kind) => isAsked(route, kind))
        .map(async (kind) => {
          const reply = await matrix.as(kind).call(route, input)
          const code = reply.statusCode < 400 ? '' : reply.json().error.code
          asked++
          if (!isRight(reply.statusCode, code)) wrong.push(`${route.id} × ${kind}: ${reply.statusCode} ${code}`)
        }),
    )
  }
  return { wrong, asked }
}

const isNotThere = (status: number, code: string): boolean => status === 404 && code === 'platform.notFound'

describe('every route with an object in its address', () => {
  it('has a real object of each noun to be asked about', () => {
    const missing = matrix.routes.flatMap((route) =>
      idsIn(route)
        .filter((name) => !Object.hasOwn(objects, name))
        .map((name) => `${route.id} :${name}`),
    )
    expect(missing, 'give the noun a row in testing/real-objects.ts').toEqual([])
  })

  it('does not tell a person of another unit that the object is there, and does nothing', async () => {
    const before = await acts()
    const { wrong, asked } = await askAll(
      (name) => objects[name as ObjectName],
      isNotThere,
      ({ id }, kind) => !everywhere.includes(kind) && !openToAll.includes(id),
    )
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(300)
    expect(await acts()).toBe(before)
  }, 300_000)

  it('answers the same where there is no such object', async () => {
    const before = await acts()
    const { wrong } = await askAll(() => randomUUID(), isNotThere)
    expect(wrong).toEqual([])
    expect(await acts()).toBe(before)
  }, 300_000)

  it('says where an id is none', async () => {
    const { wrong } = await askAll(
      () => '1',
      (status, code) => status === 400 && code === 'platform.badInput',
    )
    expect(wrong).toEqual([])
  }, 300_000)

  it('asks a stranger to sign in first', async () => {
    for (const route of matrix.routes) {
      if (idsIn(route).length === 0 || route.ability === 'public') continue
      const reply = await callRoute(matrix.server, route, inputOf(route, objects))
      expect(reply.statusCode, route.id).toBe(401)
    }
  })
})
