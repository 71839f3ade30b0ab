import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProcess } from '../../commands/testing/start-process.ts'
import { cloneRoot } from '../process/clone.ts'
import { processesAt, tempFolder } from '../testing/temp-folder.ts'
import { databaseAccount } from './account.ts'
import { withClient } from './client.ts'
import { clusterHome, type EmbeddedDatabase, startEmbedded } from './embedded.ts'
import { asAppRole, checkServer, openExternal } from './external.ts'

const rolesFile = join(cloneRoot, 'deploy', 'roles.sql')

/** A server of its own stands for the administrator's; of the embedded kind only in where its binaries come from. */
describe.each([18, 15])('an external PostgreSQL %d', (major) => {
  let folder = ''
  let database: EmbeddedDatabase
  let admin = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quanheng-external-'))
    await chmod(folder, 0o755)
    const dataDir = join(folder, 'data')
    await mkdir(dataDir)
    database = await startEmbedded({
      dataDir,
      account: await databaseAccount(clusterHome(dataDir)),
      packageRoot: major === 18 ? cloneRoot : join(cloneRoot, 'tools', `postgres-${major}`),
      major,
      binariesHome: join(folder, 'binaries'),
      rolesFile,
    })
    const { superuser } = JSON.parse(await readFile(join(dataDir, 'passwords.json'), 'utf8'))
    admin = Object.assign(new URL(database.ownerUrl), { username: 'postgres', password: superuser }).href
    await withClient(admin, async (client) => {
      await client.query("CREATE ROLE single LOGIN PASSWORD 'p@ss/w ord' IN ROLE quanheng_app")
      await client.query("CREATE ROLE stranger LOGIN PASSWORD 'x'")
      await client.query('CREATE DATABASE single OWNER single')
      await client.query("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0")
    })
  })
  afterAll(async () => {
    await database?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const as = (user: string, password: string, name: string) =>
    Object.assign(new URL(database.ownerUrl), {
      username: user,
      password: encodeURIComponent(password),
      pathname: name,
    }).href

  const serve = async (appUrl: string | undefined, ownerUrl: string | undefined) => {
    const dataDir = join(await tempFolder(), 'data')
    const server = startProcess({ dataDir, database: { appUrl, ownerUrl } })
    const { address } = await server.said('server.ready')
    const answer = (await (await fetch(String(address))).json()) as { login: string }
    expect((await processesAt(dataDir)).length, 'no PostgreSQL of our own').toBe(1)
    server.child.kill('SIGTERM')
    expect(await server.ended()).toBe(0)
    return { answer, codes: server.messages.map((message) => message.code) }
  }

  test('serves with the two logins, and none of our own is started', async () => {
    const { answer, codes } = await serve(database.appUrl, database.ownerUrl)
    expect(answer.login).toBe('quanheng_app')
    expect(codes).not.toContain('database.oneLogin')
  })

  test('with one login the connections take the lesser role, come back to it after RESET, and start says it is weaker', async () => {
    const url = as('single', 'p@ss/w ord', 'single')
    const { answer, codes } = await serve(url, undefined)
    expect(answer.login).toBe('quanheng_app')
    expect(codes).toContain('database.oneLogin')
    await withClient(asAppRole(url), async (client) => {
      await client.query('RESET ROLE')
      expect((await client.query('SELECT current_user AS login')).rows[0].login).toBe('quanheng_app')
      await expect(client.query('CREATE TABLE mine (n int)')).rejects.toThrow(/permission denied/)
    })
  })

  test("an administrator's address alone is enough: the roles are made", async () => {
    await withClient(admin, (client) => client.query('CREATE DATABASE fresh'))
    const { appUrl, oneLogin } = await openExternal(
      as('postgres', new URL(admin).password, 'fresh'),
      undefined,
      rolesFile,
    )
    expect(oneLogin).toBe(true)
    await withClient(appUrl, async (client) => {
      expect((await client.query('SELECT current_user AS login')).rows[0].login).toBe('quanheng_app')
    })
  })

  test('a login that could do more than serve is refused, and one that cannot serve', async () => {
    await expect(openExternal(admin, database.ownerUrl, rolesFile)).rejects.toMatchObject({
      code: 'database.appMayNotServe',
      params: { login: 'postgres' },
    })
    const stranger = as('stranger', 'x', 'quanheng')
    for (const owner of [database.ownerUrl, undefined]) {
      await expect(openExternal(stranger, owner, rolesFile)).rejects.toMatchObject({
        code: 'database.noRole',
        params: { login: 'stranger' },
      })
    }
  })

  test('a database that is not UTF-8, a wrong password and a wrong address are refused without showing a password', async () => {
    await expect(
      openExternal(as('postgres', new URL(admin).password, 'latin'), undefined, rolesFile),
    ).rejects.toMatchObject({
      code: 'database.encoding',
      params: { encoding: 'LATIN1' },
    })
    await expect(openExternal(as('single', 'secret', 'single'), undefined, rolesFile)).rejects.toSatisfy(
      (error: Error & { code: string }) => error.code === 'database.unreachable' && !error.message.includes('secret'),
    )
    await expect(openExternal('not a url', undefined, rolesFile)).rejects.toMatchObject({
      code: 'database.unreachable',
    })
  })
})

describe('versions', () => {
  test.each(['140012', '190001'])('server_version_num %s is refused', async (number) => {
    const version = `${Number(number) / 10_000}`
    await expect(
      checkServer({ query: async () => ({ rows: [{ number: Number(number), version, encoding: 'UTF8' }] }) } as never),
    ).rejects.toMatchObject({ code: 'database.version', params: { version } })
  })
})
