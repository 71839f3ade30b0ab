import swagger from '@fastify/swagger'
import { silentLogger } from '../logger.ts'
import type { Platform } from '../platform.ts'
import { defaultSessionPolicy } from '../session/session.ts'
import type { Binding } from './bind.ts'
import { buildHttp } from './server.ts'

/** The OpenAPI 3.1 document of all routes, with no database behind it; the version is left to releases. */
export const openApiDocument = async (routes: (platform: Platform) => readonly Binding[]): Promise<object> => {
  const nothing = undefined as never
  const platform: Platform = {
    db: nothing,
    files: nothing,
    custodian: nothing,
    sealer: nothing,
    clock: { now: () => new Date(0) },
    logger: silentLogger,
    policy: defaultSessionPolicy,
    installation: { current: () => null, reload: async () => {} },
    chooseKind: async () => {},
    options: { dataDir: '', secure: false, firstRunCode: '', version: '0' },
  }
  const app = await buildHttp(platform, routes(platform), {
    trustProxy: false,
    describe: async (fastify) => {
      await fastify.register(swagger, {
        openapi: { openapi: '3.1.0', info: { title: 'Quanheng 权衡', version: '0' } },
      })
    },
  })
  await app.ready()
  const document = app.swagger()
  await app.close()
  return document
}
