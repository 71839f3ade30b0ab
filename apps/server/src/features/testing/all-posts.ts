import type { Route } from '@quanheng/contract/route'
import { abilities } from '@quanheng/domain/ability/abilities'
import { type PostKind, postKinds } from '@quanheng/domain/ability/posts'
import {
  type Caller,
  seedSection,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'

export interface Matrix {
  readonly server: TestServer
  /** Every route there is. */
  readonly routes: readonly Route[]
  /** One person a post, all of one unit that has nothing. */
  readonly as: (kind: PostKind) => Caller
}

/** The posts that a route's ability names; none for a route that strangers may ask. */
export const postsOf = ({ ability }: Route): readonly PostKind[] =>
  ability === 'signedIn' ? postKinds : ability === 'public' ? [] : abilities[ability].posts

/** Posts whose scope is the whole installation: no object is another unit's to them. */
export const everywhere: readonly PostKind[] = [
  'steeringHead',
  'steeringDeputy',
  'steeringMember',
  'officeDirector',
  'officeStaff',
  'observer',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
]

/** One person a post, all of this unit. */
export const everyPost = async (
  server: TestServer,
  place: { readonly unitId: string; readonly sectionId: string },
): Promise<Matrix['as']> => {
  const callers = new Map<PostKind, Caller>()
  for (const kind of postKinds) callers.set(kind, await signedIn(server, [{ kind, ...place }]))
  return (kind) => callers.get(kind) as Caller
}

/** What the tests of every route × every post begin with. */
export const openMatrix = async (more: Parameters<typeof startTestServer>[1] = {}): Promise<Matrix> => {
  const server = await startTestServer(allRoutes, more)
  const unitId = await seedUnit(server.db, '别处局')
  const sectionId = await seedSection(server.db, unitId, '别处科')
  return {
    server,
    routes: allRoutes(server.platform).map(({ route }) => route),
    as: await everyPost(server, { unitId, sectionId }),
  }
}
