import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import * as organisation from '@quanheng/contract/organisation'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { backUp } from '../../platform/backup/back-up.ts'
import { tablesOf } from '../../platform/backup/catalog.ts'
import { type Key, type Lock, openerOf } from '../../platform/backup/encryption.ts'
import { logKeyPart, type Manifest, manifestName } from '../../platform/backup/manifest.ts'
import { type RestoreRequest, restore } from '../../platform/backup/restore.ts'
import { readRestored, writeRestored } from '../../platform/backup/restored.ts'
import { rollbackAgainst } from '../../platform/backup/rollback.ts'
import { readPack } from '../../platform/backup/unpack.ts'
import { localFileStore } from '../../platform/files/file-store.ts'
import { folderPlace } from '../../platform/log/places/folder.ts'
import { withClient } from '../../platform/postgres/client.ts'
import { quoted } from '../../platform/postgres/drop-database.ts'
import { Refusal } from '../../platform/process/refusal.ts'
import { createTestDatabase } from '../../platform/testing/test-database.ts'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { recordRestore } from './record.ts'

let server: TestServer
let office: Caller
let folder: string
let dataDir: string
let made = 0

const register = (n: number) =>
  office.call(organisation.createUnit, { body: { name: `第${n}局`, shortName: `${n}`, aliases: [], sortCode: n } })

const temp = async (): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'quanheng-backup-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

beforeAll(async () => {
  server = await startTestServer(allRoutes, { probe: false })
  folder = await mkdtemp(join(tmpdir(), 'quanheng-backups-'))
  dataDir = server.platform.options.dataDir
  // The test server keeps its files in the data directory itself.
  await symlink('.', join(dataDir, 'files'))
  const officeId = await seedUnit(server.db, '云岭市绩效考评办公室')
  office = await signedIn(server, [{ kind: 'officeStaff', unitId: officeId }])
  for (let n = 1; n <= 8; n++) await register(n)
  for (const text of ['整改报告', '台账']) {
    const stored = await server.platform.files.put([Buffer.from(text)] as never, 1_000_000)
    if (!stored.ok) throw new Error(stored.error.code)
  }
  await server.platform.sealer.now(null)
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const makeBackup = async (lock: Lock = {}): Promise<{ file: string; manifest: Manifest }> => {
  made += 1
  const file = join(folder, `${made}.tar.gz`)
  const { manifest } = await backUp({
    ownerUrl: server.ownerUrl,
    dataDir,
    file,
    lock,
    program: '0.0.0',
    now: new Date(),
  })
  return { file, manifest }
}

interface Target {
  readonly ownerUrl: string
  readonly dataDir: string
}

const emptySystem = async (): Promise<Target> => {
  const database = await createTestDatabase()
  const dir = await temp()
  onTestFinished(() => database.drop())
  return { ownerUrl: database.ownerUrl, dataDir: dir }
}

const restoreInto = async (target: Target, file: string, key: Key = {}, more: Partial<RestoreRequest> = {}) =>
  restore({ ...target, file, opener: await openerOf(key), beforeCommit: async () => {}, ...more })

/** What is refused, as code and parameters; anything else fails the test. */
const refusal = async (work: Promise<unknown>): Promise<{ code: string; params: object }> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return { code: error.code, params: error.params }
  throw new Error(`not refused: ${String(error)}`)
}

/** Every table by the digest of its rows. */
const fingerprint = (ownerUrl: string): Promise<Record<string, string>> =>
  withClient(ownerUrl, async (client) => {
    const found: Record<string, string> = {}
    for (const { name } of await tablesOf(client)) {
      const { rows } = await client.query<{ line: string }>(
        `SELECT md5(string_agg(line, E'\\n' ORDER BY line COLLATE "C")) AS line FROM (SELECT t::text AS line FROM ${quoted(name)} t) all_rows`,
      )
      found[name] = rows[0]?.line ?? ''
    }
    return found
  })

const isEmpty = (ownerUrl: string): Promise<boolean> =>
  withClient(ownerUrl, async (client) => (await client.query('SELECT FROM installation')).rowCount === 0)

/** The parts of an open backup, for tests that change one and pack it again with its own digest left alone. */
const repacked = async (
  file: string,
  change: (tar: Buffer, at: (name: string) => number) => Buffer,
): Promise<string> => {
  const tar = gunzipSync(await readFile(file))
  const at = (name: string): number => {
    for (let offset = 0; offset < tar.length; ) {
      const size = Number.parseInt(tar.toString('latin1', offset + 124, offset + 135), 8)
      if (tar.toString('latin1', offset, offset + 100).replace(/\0.*$/, '') === name) return offset
      offset += 512 + Math.ceil(size / 512) * 512
    }
    throw new Error(`no part ${name}`)
  }
  const path = `${file}.changed`
  await writeFile(path, gzipSync(change(tar, at), { level: 1 }))
  return path
}

describe('备份与恢复', () => {
  it('restores every row, file and number that follows, and the same log', async () => {
    const { file, manifest } = await makeBackup()
    expect(manifest.log.size).toBe(8)
    expect(manifest).toMatchObject({ absent: [], damaged: [], kind: 'real' })
    const target = await emptySystem()
    expect(await restoreInto(target, file)).toEqual(manifest)
    expect(await fingerprint(target.ownerUrl)).toEqual(await fingerprint(server.ownerUrl))
    const sha256 = createHash('sha256').update('整改报告').digest('hex')
    expect(await localFileStore(join(target.dataDir, 'files')).has(sha256)).toBe(true)
    const next = await withClient(target.ownerUrl, (client) =>
      client.query<{ next: number }>(`SELECT nextval(pg_get_serial_sequence('act', 'seq'))::int AS next`),
    )
    expect(next.rows[0]?.next).toBe(9)
    // References hold again.
    await withClient(target.ownerUrl, async (client) => {
      await expect(client.query('DELETE FROM act')).rejects.toThrow(/foreign key/)
    })
  })

  it('is of one moment while acts go on, and who is signed in stays out of it', async () => {
    const acts = Promise.all(Array.from({ length: 30 }, (_, n) => register(100 + n)))
    const { file } = await makeBackup()
    await acts
    const target = await emptySystem()
    await restoreInto(target, file)
    const orphans = await withClient(target.ownerUrl, (client) =>
      client.query('SELECT FROM act LEFT JOIN leaf ON leaf.act_id = act.id WHERE leaf.act_id IS NULL'),
    )
    expect(orphans.rowCount).toBe(0)
    const sessions = await withClient(target.ownerUrl, (client) => client.query('SELECT FROM session'))
    expect(sessions.rowCount).toBe(0)
  })

  it('leaves the log’s key out of an open backup and puts it back from a closed one', async () => {
    const open = await makeBackup()
    expect(open.manifest.parts.map(({ name }) => name)).not.toContain(logKeyPart)
    const passphraseFile = join(await temp(), 'passphrase')
    await writeFile(passphraseFile, '晨光初照 四海为家 二〇二五\n')
    const closed = await makeBackup({ passphraseFile })
    expect((await readFile(closed.file)).includes('installation')).toBe(false)
    expect((await refusal(restoreInto(await emptySystem(), closed.file))).code).toBe('backup.locked')
    const target = await emptySystem()
    await restoreInto(target, closed.file, { passphraseFile })
    expect(await readFile(join(target.dataDir, logKeyPart))).toEqual(await readFile(join(dataDir, logKeyPart)))
  })

  it('is closed for a recipient whose identity this machine does not have', async () => {
    const identity = await generateX25519Identity()
    const { file } = await makeBackup({ recipient: await identityToRecipient(identity) })
    const identityFile = join(await temp(), 'identity')
    await writeFile(identityFile, `# created: 2025\n${await generateX25519Identity()}\n`)
    expect((await refusal(restoreInto(await emptySystem(), file, { identityFile }))).code).toBe('backup.locked')
    await writeFile(identityFile, `# created: 2025\n${identity}\n`)
    expect((await restoreInto(await emptySystem(), file, { identityFile })).log.size).toBeGreaterThan(7)
  })

  it.each([
    [{ recipient: 'age1nobody' }, 'backup.badRecipient'],
    [{ passphraseFile: '/nowhere/passphrase' }, 'file.unreadable'],
  ])('refuses the lock %j', async (lock, code) => {
    expect((await refusal(makeBackup(lock))).code).toBe(code)
  })

  it('overwrites nothing and leaves no part of a backup that could not be written', async () => {
    const { file } = await makeBackup()
    const again = { ownerUrl: server.ownerUrl, dataDir, lock: {}, program: '0.0.0', now: new Date() }
    expect((await refusal(backUp({ ...again, file }))).code).toBe('backup.exists')
    expect((await refusal(backUp({ ...again, file: join(folder, 'nowhere', 'x.tar.gz') }))).code).toBe('backup.failed')
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('损坏的备份', () => {
  it('names the part that was changed, whichever it is, before anything is restored', async () => {
    const { file, manifest } = await makeBackup()
    const target = await emptySystem()
    for (const { name } of manifest.parts) {
      const changed = await repacked(file, (tar, at) => {
        const byte = at(name) + 512
        tar[byte] = (tar[byte] ?? 0) ^ 1
        return tar
      })
      expect(await refusal(restoreInto(target, changed))).toEqual({
        code: 'backup.damaged',
        params: { file: changed, part: name, reason: 'digest' },
      })
    }
    expect(await isEmpty(target.ownerUrl)).toBe(true)
  })

  it('names a part that was taken out, put in or put twice, and a file that was cut', async () => {
    const { file, manifest } = await makeBackup()
    const [first, second] = manifest.parts
    const target = await emptySystem()
    const tell = async (changed: string) => (await refusal(restoreInto(target, changed))).params
    const without = await repacked(file, (tar, at) => tar.subarray(at(second?.name ?? '')))
    expect(await tell(without)).toMatchObject({ part: first?.name, reason: 'missing' })
    const twice = await repacked(file, (tar, at) => Buffer.concat([tar.subarray(0, at(second?.name ?? '')), tar]))
    expect(await tell(twice)).toMatchObject({ part: first?.name, reason: 'extra' })
    const headless = await repacked(file, (tar, at) =>
      Buffer.concat([tar.subarray(0, at(manifestName)), Buffer.alloc(1024)]),
    )
    expect(await tell(headless)).toMatchObject({ reason: 'cut' })
    const bytes = await readFile(file)
    await writeFile(`${file}.cut`, bytes.subarray(0, bytes.length >> 1))
    expect((await refusal(restoreInto(target, `${file}.cut`))).code).toBe('backup.damaged')
    await writeFile(`${file}.text`, 'not a backup at all, just words')
    expect((await refusal(restoreInto(target, `${file}.text`))).code).toBe('backup.foreign')
  })

  it('never accepts other content, wherever a byte is flipped', async () => {
    const { file, manifest } = await makeBackup()
    const bytes = await readFile(file)
    const path = `${file}.flipped`
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const flipped = Buffer.from(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ mask
        await writeFile(path, flipped)
        const read = await readPack(path, await openerOf({})).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Refusal)
          return manifest
        })
        expect(read).toEqual(manifest)
      }),
      { numRuns: process.env.QUANHENG_LONG ? 2_000 : 60 },
    )
  })
})

describe('不该恢复的', () => {
  it('restores only into an empty system', async () => {
    const { file } = await makeBackup()
    const target = await emptySystem()
    await restoreInto(target, file)
    expect((await refusal(restoreInto(target, file))).code).toBe('restore.notEmpty')
  })

  it('leaves the system empty when somebody objects before the rows count', async () => {
    const { file } = await makeBackup()
    const target = await emptySystem()
    const beforeCommit = async () => {
      throw new Refusal('restore.rollback', { place: '/mnt/audit', held: 9, size: 8 })
    }
    expect((await refusal(restoreInto(target, file, {}, { beforeCommit }))).code).toBe('restore.rollback')
    expect(await isEmpty(target.ownerUrl)).toBe(true)
    expect((await restoreInto(target, file)).kind).toBe('real')
  })

  it('knows a backup that is older than a checkpoint kept elsewhere', async () => {
    const place = folderPlace(join(await temp(), 'checkpoints'))
    const older = await makeBackup()
    await register(900 + made)
    const sealed = await server.platform.sealer.now(null)
    if (!sealed.ok || sealed.value === null) throw new Error('not sealed')
    const origin = 'quanheng/test'
    await place.send({ db: server.db, origin, checkpoint: sealed.value })
    const newer = await makeBackup()
    const against = async (file: string) => {
      let found: unknown
      const beforeCommit: RestoreRequest['beforeCommit'] = async (client) => {
        found = await rollbackAgainst(client, origin, [place])
      }
      await restoreInto(await emptySystem(), file, {}, { beforeCommit })
      return found
    }
    expect(await against(older.file)).toEqual({ place: place.name, held: sealed.value.size })
    expect(await against(newer.file)).toBeNull()
  })

  it('tells of the restore in the first act, once', async () => {
    const told = {
      at: '2025-01-10T10:00:00Z',
      madeAt: '2025-01-09T18:00:00Z',
      leaves: 8,
      root: 'ab',
      by: '甲',
      witness: '乙',
    }
    await writeRestored(dataDir, { ...told, reason: '磁盘损坏', rollback: null })
    await recordRestore(server.platform)
    await recordRestore(server.platform)
    expect(await readRestored(dataDir)).toBeUndefined()
    const acts = await server.db.selectFrom('act').select('events').where('action', '=', 'backup.restore').execute()
    expect(acts.map(({ events }) => events)).toEqual([
      [{ type: 'backupRestored', ...told, reason: '磁盘损坏', rollback: null }],
    ])
  })
})
