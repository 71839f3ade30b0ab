import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Route } from '@quanheng/contract/route'
import type { PostKind } from '@quanheng/domain/ability/posts'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { tellOfFaults } from '../../features/custody/index.ts'
import { keptFiles } from '../../features/kept-files.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { makeCustodian } from '../files/custodian.ts'
import { localFileStore } from '../files/file-store.ts'
import type { Scanner } from '../files/scanner.ts'
import type { Binding } from '../http/bind.ts'
import { buildHttp } from '../http/server.ts'
import { folderPlace } from '../log/places/folder.ts'
import { makeSealer } from '../log/sealer.ts'
import { silentLogger } from '../logger.ts'
import { openInstallation, type Platform } from '../platform.ts'
import { beginSession, defaultSessionPolicy } from '../session/session.ts'
import { openProbe, type Probe } from './probe.ts'
import { createTestDatabase } from './test-database.ts'

export interface TestServer {
  readonly app: FastifyInstance
  readonly db: Database
  readonly platform: Platform
  readonly ownerUrl: string
  readonly appUrl: string
  /** Tries bad input beside what a test asks; absent where a test counts what is done. */
  readonly probe?: Probe
  /** Moves the machine clock of the server. */
  readonly setNow: (instant: string) => void
  readonly close: () => Promise<void>
}

/** A migrated database of its own, the real routes, a clock that stands still, no listening socket. */
export const startTestServer = async (
  routes: (platform: Platform) => readonly Binding[],
  more: {
    readonly kind?: 'real' | 'rehearsal' | 'new'
    readonly now?: string
    readonly probe?: false
    readonly scanner?: Scanner
    /** What lies between the server and its database. */
    readonly wire?: (url: string) => Promise<string>
    /** Over what lies there, instead of a copy of the run's template and a folder of its own. */
    readonly over?: { readonly ownerUrl: string; readonly appUrl: string; readonly dataDir: string }
  } = {},
): Promise<TestServer> => {
  const database = more.over ?? (await createTestDatabase())
  const opened = openDatabase({ url: (await more.wire?.(database.appUrl)) ?? database.appUrl, max: 6 })
  const dataDir = more.over?.dataDir ?? (await mkdtemp(join(tmpdir(), 'quanheng-files-')))
  let now = new Date(more.now ?? '2025-01-10T10:00:00+08:00')
  const kind = more.kind ?? 'real'
  if (kind !== 'new') {
    await opened.db
      .insertInto('installation')
      .values({
        id: 1,
        kind,
        origin: 'quanheng/test',
        salt_key: randomBytes(32),
        business_date: kind === 'rehearsal' ? '2025-01-10' : null,
        version: 1,
      })
      .execute()
  }
  const clock = { now: () => now }
  const installation = await openInstallation(() => opened.db, clock)
  const files = localFileStore(dataDir)
  const platform: Platform = {
    db: opened.db,
    clock,
    logger: silentLogger,
    files,
    custodian: makeCustodian({
      database: () => opened.db,
      installation,
      files,
      keptFiles,
      tellOfFaults,
      scanner: more.scanner ?? null,
      clock,
      logger: silentLogger,
    }),
    sealer: makeSealer({
      database: () => opened.db,
      installation,
      clock,
      logger: silentLogger,
      dataDir,
      places: [folderPlace(join(dataDir, 'checkpoints'))],
    }),
    policy: defaultSessionPolicy,
    installation,
    chooseKind: async () => {},
    options: { dataDir, secure: false, firstRunCode: 'TESTCODE', version: '0.0.0-test' },
  }
  const app = await buildHttp(platform, routes(platform), { trustProxy: false })
  const probe = more.probe === false || process.env.QUANHENG_PG === '15' ? undefined : await openProbe(platform, routes)
  return {
    app,
    db: opened.db,
    platform,
    ...(probe === undefined ? {} : { probe }),
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    setNow: (instant) => {
      now = new Date(instant)
    },
    close: async () => {
      await app.close()
      await platform.sealer.settled()
      await platform.custodian.settled()
      try {
        await probe?.close()
      } finally {
        await opened.close()
        if ('drop' in database) {
          await database.drop()
          await rm(dataDir, { recursive: true, force: true })
        }
      }
    },
  }
}

export interface TestPost {
  readonly kind: PostKind
  readonly unitId: string
  readonly sectionId?: string
}

/** A unit straight in the table; the organisation's own tests register units through the door. */
export const seedUnit = async (db: Database, name: string): Promise<string> => {
  const id = randomUUID()
  await db
    .insertInto('unit')
    .values({ id, name, short_name: name, aliases: [], sort_code: 0, state: 'active', version: 1 })
    .execute()
  return id
}

export const seedSection = async (db: Database, unitId: string, name: string): Promise<string> => {
  const id = randomUUID()
  const names = { name, short_name: name, aliases: [], sort_code: 0 }
  await db
    .insertInto('section')
    .values({ id, unit_id: unitId, ...names, state: 'active', version: 1 })
    .execute()
  return id
}

export interface Caller {
  readonly personId: string
  /** Of the session, as the browser's cookie holds it. */
  readonly token: string
  /** Calls a route as this person over HTTP; a fresh idempotency key unless one is given. */
  readonly call: (route: Route, input?: CallInput) => Promise<LightMyRequestResponse>
}

export interface CallInput {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A person with posts and a session that has just proved its password. */
export const signedIn = async (server: TestServer, posts: readonly TestPost[], name = '测试员'): Promise<Caller> => {
  const personId = randomUUID()
  await server.db
    .insertInto('person')
    .values({ id: personId, name, phone: null, mail: null, state: 'active', version: 1 })
    .execute()
  await server.db.insertInto('login_name').values({ login: personId, person_id: personId }).execute()
  for (const post of posts) {
    await server.db
      .insertInto('post')
      .values({
        id: randomUUID(),
        person_id: personId,
        unit_id: post.unitId,
        section_id: post.sectionId ?? null,
        kind: post.kind,
        title: null,
        acting: false,
        from_date: '2020-01-01',
        to_date: null,
        version: 1,
      })
      .execute()
  }
  const token = await beginSession(server.db, personId, server.platform.clock.now(), '127.0.0.1', 'password')
  return { personId, token, call: (route, input) => callRoute(server, route, { ...input, token }) }
}

/** One request over HTTP; without a token as a stranger. */
export const callRoute = async (
  server: Pick<TestServer, 'app' | 'probe'>,
  route: Route,
  { params = {}, query = {}, body, key, token, headers = {} }: CallInput & { readonly token?: string } = {},
): Promise<LightMyRequestResponse> => {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const request: InjectOptions = {
    method: route.method,
    url: path,
    query: { ...query },
    headers: {
      'x-quanheng': '1',
      ...(route.kind === 'command' ? { 'idempotency-key': key ?? randomUUID() } : {}),
      ...headers,
    },
    ...(token === undefined ? {} : { cookies: { quanheng: token } }),
    ...(body === undefined ? {} : { payload: body as object }),
  }
  await server.probe?.before(route, request)
  return server.app.inject(request)
}
