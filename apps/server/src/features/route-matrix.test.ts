import { randomUUID } from 'node:crypto'
import type { Route } from '@quanheng/contract/route'
import { type Ability, abilities } from '@quanheng/domain/ability/abilities'
import { isAdministrator, type PostKind, postKinds } from '@quanheng/domain/ability/posts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callRoute } from '../platform/testing/test-server.ts'
import { type Matrix, openMatrix, postsOf } from './testing/all-posts.ts'

let matrix: Matrix

beforeAll(async () => {
  matrix = await openMatrix()
})
afterAll(() => matrix.server.close())

const anyParams = (route: Route): Record<string, string> =>
  Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map((match) => [match[1] as string, randomUUID()]))

/** Signing out would end the caller's own session. */
const callable = (route: Route): boolean => route.id !== 'session.logout' && route.ability !== 'public'

describe('every route × every post', () => {
  it('answers 403 exactly where the ability does not name the post', async () => {
    const wrong: string[] = []
    let asked = 0
    for (const route of matrix.routes.filter(callable)) {
      await Promise.all(
        postKinds.map(async (kind) => {
          const reply = await matrix.as(kind).call(route, { params: anyParams(route) })
          const refused = reply.statusCode === 403 && reply.json().error.code === 'platform.notAllowed'
          if (refused === postsOf(route).includes(kind)) wrong.push(`${route.id} × ${kind}: ${reply.statusCode}`)
          if (reply.statusCode >= 500) wrong.push(`${route.id} × ${kind}: ${reply.body}`)
          asked++
        }),
      )
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(2000)
  }, 300_000)

  it('asks strangers to sign in, except on public routes', async () => {
    for (const route of matrix.routes) {
      const reply = await callRoute(matrix.server, route, { params: anyParams(route) })
      if (route.ability === 'public')
        expect(reply.json(), route.id).not.toMatchObject({ error: { code: 'platform.notSignedIn' } })
      else expect(reply.statusCode, route.id).toBe(401)
    }
  })

  it('refuses every change that does not come from our own page', async () => {
    const anyone = matrix.as('officeDirector')
    for (const route of matrix.routes.filter((candidate) => candidate.method !== 'GET')) {
      const params = anyParams(route)
      const foreign = await anyone.call(route, { params, headers: { origin: 'https://elsewhere.example' } })
      expect(foreign.json().error.code, route.id).toBe('platform.badOrigin')
      const bare = await anyone.call(route, { params, headers: { 'x-quanheng': '' } })
      expect(bare.json().error.code, route.id).toBe('platform.badOrigin')
    }
  })

  it('keeps the three administrators away from business (三员分立)', () => {
    // Holidays are a parameter of the system, entered from the State Council's notice; chains of posts and proposals of units are about accounts.
    const theirs = [
      'person.manage',
      'post.manage',
      'peopleProposal.read',
      'peopleProposal.decide',
      'separation.read',
      'act.audit',
      'fileCheck.read',
      'calendar.edit',
    ]
    const business = (Object.keys(abilities) as Ability[]).filter(
      (ability) => !theirs.includes(ability) && !ability.startsWith('system.'),
    )
    const held = business.filter((ability) => (abilities[ability].posts as readonly PostKind[]).some(isAdministrator))
    expect(held).toEqual([])
  })

  it('has one id and one address for each route', () => {
    const ids = matrix.routes.map((route) => route.id)
    expect(new Set(ids).size).toBe(ids.length)
    const addresses = matrix.routes.map((route) => `${route.method} ${route.path}`)
    expect(new Set(addresses).size).toBe(addresses.length)
  })
})
