import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import * as account from '@quanheng/contract/account'
import * as archive from '@quanheng/contract/archive'
import * as result from '@quanheng/contract/result'
import * as sheet from '@quanheng/contract/sheet'
import * as upload from '@quanheng/contract/upload'
import { suggestedRetention } from '@quanheng/domain/archive/model'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { utf8 } from '@quanheng/domain/kernel/digest'
import { type ObjectLine, paths, rowsPath, sealOrigin } from '@quanheng/papers/archive/model'
import { openPackage } from '@quanheng/papers/archive/package-reader'
import { manifestOf, writeArchive } from '@quanheng/papers/archive/write-archive'
import { readZip } from '@quanheng/papers/archive/zip'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { verifierKeys } from '../../platform/log/entries.ts'
import { sha256, sm3 } from '../../platform/log/means.ts'
import { packageMeans } from '../../platform/log/package-means.ts'
import { startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes, keptFiles, loggedNouns } from '../index.ts'
import { archivedTables, type RowLine } from './collect-rows.ts'
import { importPackage } from './import-package.ts'
import { lockedYear } from './testing/archive-world.ts'
import { inMemory } from './testing/both-verifiers.ts'
import { templatePaper } from './testing/template-paper.ts'

let server: TestServer
let world: Awaited<ReturnType<typeof lockedYear>>
let bytes: Buffer
let folder: string
let template: Awaited<ReturnType<typeof templatePaper>>
const ground = { nouns: loggedNouns, keptFiles }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quanheng-import-'))
  server = await startTestServer(allRoutes, { probe: false })
  world = await lockedYear(server, '档')
  template = await templatePaper(server, world)
  const body = { year: 2024, retention: suggestedRetention }
  const { archiveId } = (await world.director.call(archive.makeArchive, { body })).json()
  bytes = (await world.director.call(archive.archiveFile, { params: { archiveId } })).rawPayload
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const emptySystem = async (): Promise<TestServer> => {
  const empty = await startTestServer(allRoutes, { kind: 'new', probe: false, now: '2031-03-01T10:00:00+08:00' })
  onTestFinished(() => empty.close())
  return empty
}

const fileOf = async (content: Uint8Array): Promise<string> => {
  const file = join(folder, `${randomBytes(6).toString('hex')}.zip`)
  await writeFile(file, content)
  return file
}

const taken = async (empty: TestServer, content: Uint8Array = bytes) =>
  importPackage(empty.platform, ground, { file: await fileOf(content), keys: await verifierKeys(server.db) })

/** The package with other rows, or none, sealed again by the log's own key. */
const withRows = async (change: ((line: RowLine) => RowLine) | null): Promise<Buffer> => {
  const open = await openPackage(inMemory(bytes), { ...packageMeans, keys: [] })
  const entries = (await readZip(inMemory(bytes), packageMeans.decode)) ?? []
  const rows = (await open.lines<RowLine>(rowsPath, 'table', 'row')).map((line) => change?.(line) ?? line)
  const kinds = new Map(open.manifest.files.map(({ path, kind }) => [path, kind]))
  const kept = entries.slice(2).filter(({ path }) => change !== null || path !== rowsPath)
  const files = kept.map(({ path, at, size }) => ({
    path,
    kind: kinds.get(path) ?? ('record' as const),
    bytes: () =>
      path === rowsPath
        ? utf8(rows.map((row) => `${canonicalJson(row)}\n`).join(''))
        : Uint8Array.from(bytes.subarray(at, at + size)),
  }))
  const { v: _, kind: __, files: ___, ...head } = open.manifest
  const manifest = utf8(canonicalJson(await manifestOf(head, files, { sha256, sm3 })))
  const seal = await server.platform.sealer.attest({
    origin: sealOrigin(head.origin),
    size: head.size,
    root: sha256(manifest),
  })
  if (!seal.ok) throw new Error(seal.error.code)
  const pieces: Uint8Array[] = []
  for await (const piece of writeArchive({ manifest, seal: utf8(seal.value), files }, (one) => crc32(one)))
    pieces.push(piece)
  return Buffer.concat(pieces)
}

describe('归档包导入空系统', () => {
  it('gives every thing of the year as it was sealed, and the nightly check finds nothing', async () => {
    const empty = await emptySystem()
    const done = await taken(empty)
    expect(done).toMatchObject({ ok: true, value: { year: 2024, trusted: true, login: 'guidang' } })
    const open = await openPackage(inMemory(bytes), { ...packageMeans, keys: [] })
    const objects = await open.lines<ObjectLine>(paths.objects, 'noun', 'id', 'salt', 'text')
    expect(objects.length).toBeGreaterThan(40)
    for (const { noun, id, text } of objects)
      expect(canonicalJson(await loggedNouns[noun]?.form(empty.db, id)), noun).toBe(text)
    expect((await empty.platform.sealer.now(null)).ok).toBe(true)
    await empty.platform.sealer.check(loggedNouns)
    expect(empty.platform.sealer.trouble()).toEqual([])
    const phones = await empty.db.selectFrom('person').select('phone').where('phone', 'is not', null).execute()
    expect(phones).toEqual([])
  })

  it('is read under one account with its banner, and refuses every act with words', async () => {
    const empty = await emptySystem()
    const done = await taken(empty)
    if (!done.ok) throw new Error(done.error.code)
    const { login, password } = done.value
    const signed = await empty.app.inject({
      method: 'POST',
      url: account.signIn.path,
      headers: { 'x-quanheng': '1' },
      payload: { login, password },
    })
    expect(signed.statusCode, signed.body).toBe(200)
    const cookies = Object.fromEntries(signed.cookies.map(({ name, value }) => [name, value]))
    const get = (url: string) => empty.app.inject({ method: 'GET', url, cookies })
    expect((await get(account.session.path)).json().archived).toEqual({
      year: 2024,
      title: expect.any(String),
      madeOn: expect.any(String),
      leaves: expect.any(Number),
    })
    const planId = world.year.planId
    const shown = await get(result.showTotals.path.replace(':resultId', world.totalsId))
    expect(shown.statusCode, shown.body).toBe(200)
    const before = await world.director.call(result.showTotals, { params: { resultId: world.totalsId } })
    expect(before.json().groups.length).toBeGreaterThan(0)
    expect(shown.json()).toEqual(before.json())
    const { rows, may } = (await get(archive.listArchives.path)).json()
    expect(rows).toHaveLength(1)
    expect(may).toEqual([])
    const kept = await get(archive.archiveFile.path.replace(':archiveId', rows[0].id))
    expect(kept.rawPayload.equals(bytes)).toBe(true)

    const acts = await empty.db.selectFrom('act').select('id').execute()
    const refused = (url: string, method: 'POST' | 'PUT', payload: object = {}) =>
      empty.app.inject({
        method,
        url,
        cookies,
        headers: { 'x-quanheng': '1', 'idempotency-key': 'k'.repeat(12) },
        payload,
      })
    for (const reply of [
      await refused(result.computeRun.path.replace(':planId', planId), 'POST'),
      await refused(archive.makeArchive.path, 'POST', { year: 2024, retention: suggestedRetention }),
      await refused(sheet.signSheet.path.replace(':sheetId', planId), 'POST'),
      await refused(upload.putFile.path, upload.putFile.method as 'POST'),
    ]) {
      expect(reply.statusCode, reply.body).toBe(409)
      expect(reply.json().error).toMatchObject({ code: 'platform.archived', params: { year: '2024' } })
      expect(reply.json().error.message).toContain('只供查阅')
    }
    expect(await empty.db.selectFrom('act').select('id').execute()).toEqual(acts)
  })

  it('takes nothing where anything stands already', async () => {
    expect(await taken(server)).toEqual({ ok: false, error: { code: 'archive.notEmpty' } })
    const empty = await emptySystem()
    expect((await taken(empty)).ok).toBe(true)
    expect(await taken(empty)).toEqual({ ok: false, error: { code: 'archive.notEmpty' } })
  })

  it('takes nothing of a package that does not verify', async () => {
    const empty = await emptySystem()
    const changed = Buffer.from(bytes)
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1
    expect(await taken(empty, changed)).toMatchObject({ ok: false, error: { code: 'archive.file' } })
    const strangers = await importPackage(empty.platform, ground, {
      file: await fileOf(bytes),
      keys: ['elsewhere+00000000+AAAA'],
    })
    expect(strangers.ok).toBe(false)
    expect(await empty.db.selectFrom('unit').select('id').execute()).toEqual([])
    expect(await empty.db.selectFrom('installation').select('id').execute()).toEqual([])
  })

  it('brings papers made from the office’s templates with their files, and takes no year without one of them', async () => {
    const lacking = await emptySystem()
    const { files } = lacking.platform
    const platform = { ...lacking.platform, files: { ...files, has: async (one: string) => one !== template.paper } }
    expect(await taken({ ...lacking, platform })).toMatchObject({
      ok: false,
      error: { code: 'archive.filesMissing', params: { digest: template.paper } },
    })
    expect(await lacking.db.selectFrom('unit').select('id').execute()).toEqual([])
    expect((await taken(lacking)).ok).toBe(true)
    const row = await lacking.db.selectFrom('template_paper').select(['title', 'sha256']).executeTakeFirstOrThrow()
    expect(row).toEqual({ title: '目标责任书', sha256: template.paper })
    for (const digest of Object.values(template)) expect(await files.has(digest)).toBe(true)

    const other = await emptySystem()
    const changed = await withRows((line) =>
      line.table === 'template_paper' ? { ...line, row: { ...line.row, title: '别的' } } : line,
    )
    expect(await taken(other, changed)).toMatchObject({
      ok: false,
      error: { code: 'archive.rowsDiffer', params: { noun: 'templatePaper' } },
    })
  })

  it('takes no row that says something else than what was sealed, though the key itself signed the package', async () => {
    const empty = await emptySystem()
    const item = await withRows((line) =>
      line.table === 'item' ? { ...line, row: { ...line.row, data_source: '改' } } : line,
    )
    expect(await taken(empty, item)).toMatchObject({
      ok: false,
      error: { code: 'archive.rowsDiffer', params: { noun: 'item' } },
    })
    const credential = await withRows((line) => (line.table === 'item' ? { ...line, table: 'credential' } : line))
    expect(await taken(empty, credential)).toMatchObject({
      error: { code: 'archive.rowsUnknown', params: { name: 'credential' } },
    })
    const column = await withRows((line) =>
      line.table === 'item' ? { ...line, row: { ...line.row, later: '1' } } : line,
    )
    expect(await taken(empty, column)).toMatchObject({
      error: { code: 'archive.rowsUnknown', params: { name: 'item.later' } },
    })
    expect(await empty.db.selectFrom('unit').select('id').execute()).toEqual([])
    expect((await taken(empty)).ok).toBe(true)
  })

  it('takes no public export, and says why of a package from before rows were put in', async () => {
    const empty = await emptySystem()
    const { archiveId } = (await world.director.call(archive.publishArchive, { body: { year: 2024 } })).json()
    const open = (await world.director.call(archive.archiveFile, { params: { archiveId } })).rawPayload
    expect(await taken(empty, open)).toEqual({ ok: false, error: { code: 'archive.publicOnly' } })
    expect(open.includes(Buffer.from(rowsPath))).toBe(false)
    expect(await taken(empty, await withRows(null))).toEqual({ ok: false, error: { code: 'archive.noRows' } })
  })

  it('a lead unit’s own package can be read too', async () => {
    const empty = await emptySystem()
    const body = { year: 2024, retention: suggestedRetention }
    const { archiveId } = (await world.clerk.call(archive.makeArchive, { body })).json()
    const own = (await world.clerk.call(archive.archiveFile, { params: { archiveId } })).rawPayload
    expect(await taken(empty, own)).toMatchObject({ ok: true, value: { year: 2024 } })
  })

  /** What stays behind: the log and its keys, accounts, what runs, and what belongs to no one year. */
  const leftOut = [
    'access_trail act archive assigned_task assigned_task_step checkpoint checkpoint_copy circular circular_step command credential draft evaluation_slip factor_use',
    'file_check file_scan installation job leaf leaf_queue library_document library_document_step likeness_review log_key login_name matter matter_step meeting meeting_step milestone milestone_step milestone_told notice_import',
    'notification one_time_link people_proposal people_proposal_step picture picture_likeness read_mark rectification rectification_step schema_migration second_factor session sign_in_failure',
    'sm3_node supervision supervision_step supervision_visit supervision_visit_step task_claim tree_entry tree_node unscored_file upload',
  ].flatMap((names) => names.split(' '))

  it('every table either goes along or is known to stay behind', async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`.execute(
      server.db,
    )
    expect(rows.map(({ name }) => name).sort()).toEqual([...archivedTables, ...leftOut].sort())
    expect(await readFile(join(import.meta.dirname, 'readme.ts'), 'utf8')).toContain(rowsPath)
  })
})
