import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../apps/server/src/platform/database/database.ts'
import { migrate } from '../../apps/server/src/platform/database/migrate.ts'
import { databaseAccount } from '../../apps/server/src/platform/postgres/account.ts'
import { withClient } from '../../apps/server/src/platform/postgres/client.ts'
import { clusterHome, startEmbedded } from '../../apps/server/src/platform/postgres/embedded.ts'
import { cloneRoot } from '../../apps/server/src/platform/process/clone.ts'
import { beginSession } from '../../apps/server/src/platform/session/session.ts'

export interface BenchWorld {
  readonly dataDir: string
  readonly appUrl: string
  readonly ownerUrl: string
  readonly db: Database
  readonly close: () => Promise<void>
}

/** A migrated embedded PostgreSQL 18 on the disk, fsync on, as a site runs it. */
export const openBenchWorld = async (): Promise<BenchWorld> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'quanheng-bench-'))
  await chmod(dataDir, 0o711)
  const database = await startEmbedded({
    major: 18,
    packageRoot: cloneRoot,
    dataDir,
    account: await databaseAccount(clusterHome(dataDir)),
    binariesHome: join(dataDir, 'binaries'),
    rolesFile: join(cloneRoot, 'deploy', 'roles.sql'),
  })
  await migrate(database.ownerUrl)
  const { db, close } = openDatabase({ url: database.appUrl })
  return {
    dataDir,
    appUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    db,
    close: async () => {
      await close()
      await database.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Tables of the bare server, granted to the login that serves. */
export const makeFloorTables = (ownerUrl: string): Promise<unknown> =>
  withClient(ownerUrl, (client) =>
    client.query(`
      CREATE TABLE floor_token (token text PRIMARY KEY, person_id uuid NOT NULL);
      CREATE TABLE floor_item (id uuid PRIMARY KEY, person_id uuid NOT NULL, body jsonb NOT NULL);
      CREATE TABLE floor_audit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, person_id uuid NOT NULL, body jsonb NOT NULL);
      GRANT SELECT, INSERT ON floor_token, floor_item, floor_audit TO quanheng_app`),
  )

export interface BenchCaller {
  readonly personId: string
  readonly token: string
}

/** People of one office with a session each, known to our server and to the bare one. */
export const seedCallers = async ({ db }: BenchWorld, count: number): Promise<BenchCaller[]> => {
  await db
    .insertInto('installation')
    .values({
      id: 1,
      kind: 'real',
      origin: 'quanheng/bench',
      salt_key: randomBytes(32),
      business_date: null,
      version: 1,
    })
    .execute()
  const unitId = randomUUID()
  const names = {
    name: '市绩效办',
    short_name: '市绩效办',
    aliases: [],
    sort_code: 0,
    state: 'active' as const,
    version: 1,
  }
  await db
    .insertInto('unit')
    .values({ id: unitId, ...names })
    .execute()
  const callers: BenchCaller[] = []
  for (let at = 0; at < count; at++) {
    const personId = randomUUID()
    const person = { id: personId, name: `第${at}人`, phone: null, mail: null, state: 'active' as const, version: 1 }
    await db.insertInto('person').values(person).execute()
    await db
      .insertInto('post')
      .values({
        id: randomUUID(),
        person_id: personId,
        unit_id: unitId,
        section_id: null,
        kind: 'officeStaff',
        title: null,
        acting: false,
        from_date: '2020-01-01',
        to_date: null,
        version: 1,
      })
      .execute()
    callers.push({ personId, token: await beginSession(db, personId, new Date(), '127.0.0.1') })
  }
  return callers
}
