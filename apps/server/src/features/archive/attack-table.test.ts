import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as checkpoints from '@quanheng/contract/checkpoint'
import * as organisation from '@quanheng/contract/organisation'
import type { Route } from '@quanheng/contract/route'
import { signSheet } from '@quanheng/contract/sheet'
import { suggestedRetention } from '@quanheng/domain/archive/model'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import type { Noticed } from '@quanheng/log/noticed'
import { sealMark } from '@quanheng/log/seal-mark'
import { paths, sealOrigin } from '@quanheng/papers/archive/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { both as bothOnFile } from '../../../../../verify/testing/verifiers.ts'
import { changeDigest, saltOf } from '../../platform/door/act.ts'
import { jumpSinceLast, logJump, watchClock } from '../../platform/log/clock-watch.ts'
import { verifierKeys } from '../../platform/log/entries.ts'
import { logPlaces } from '../../platform/log/places/say.ts'
import { logProgram, programDigest } from '../../platform/log/program.ts'
import { newestCheckpoint } from '../../platform/log/seal.ts'
import { makeSigner } from '../../platform/log/signer.ts'
import { cloneRoot } from '../../platform/process/clone.ts'
import { createTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts'
import { callRoute, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes, loggedNouns } from '../index.ts'
import { makeArchiveFile } from './make-archive.ts'
import { lockedYear } from './testing/archive-world.ts'
import {
  type Attacked,
  attacked,
  forcedPackage,
  named,
  rebuild,
  restarted,
  type Standing,
  stolenKey,
} from './testing/attacked.ts'
import { type Contents, ours, packedAgain, theirs, unpacked, type Verdict } from './testing/both-verifiers.ts'
import { verifiersHere } from './verifiers-here.ts'
import { yearsOf } from './year.ts'

/** The attack table of docs/adr/0099: each row carried out by SQL as the database's owner, or on files, and named by the platform and by both verifiers. */
let standing: Standing
let database: TestDatabase
let earlier: Attacked
let contents: Contents
let keys: readonly string[]
/** As printed on papers before anything was done. */
let seal: string
let receipt: string
let staff: { readonly token: string }
let admin: { readonly token: string; readonly personId: string }
let office: string

const newUnit = (server: TestServer, n: number) =>
  callRoute(server, organisation.createUnit, {
    token: staff.token,
    body: { name: `新设第${n}局`, shortName: `新${n}`, aliases: [], sortCode: 90 + n },
  })

beforeAll(async () => {
  database = await createTestDatabase()
  const { ownerUrl, appUrl } = database
  standing = { ownerUrl, appUrl, dataDir: await mkdtemp(join(tmpdir(), 'quanheng-standing-')) }
  const first = await startTestServer(allRoutes, { probe: false, over: standing })
  const world = await lockedYear(first, '攻')
  ;({ staff, office } = world)
  admin = world.outsider
  await first.platform.sealer.now(null)
  await first.close()
  // What the backup of that evening holds.
  earlier = await attacked(standing)
  const server = await startTestServer(allRoutes, { kind: 'new', probe: false, over: standing })
  for (const n of [1, 2]) expect((await newUnit(server, n)).statusCode).toBe(200)
  const [year] = await yearsOf(server.db, office)
  if (year === undefined) throw new Error('no year')
  const request = { year, organ: '绩效办', on: '2025-01-20', retention: suggestedRetention }
  const made = await makeArchiveFile(server.platform, loggedNouns, request)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  const chunks: Buffer[] = []
  for await (const chunk of server.platform.files.open(made.value.zipDigest)) chunks.push(chunk as Buffer)
  contents = await unpacked(Buffer.concat(chunks))
  keys = await verifierKeys(server.db)
  const head = await newestCheckpoint(server.db)
  if (head === undefined) throw new Error('nothing is sealed')
  seal = sealMark(head)
  receipt = (await callRoute(server, checkpoints.receiptFile, { token: staff.token, params: { unitId: office } })).body
  await server.close()
})

const table: string[] = []
afterAll(async () => {
  const inOrder = table.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
  process.stdout.write(`attack | the platform names | both verifiers name\n${inOrder.join('\n')}\n`)
  await earlier.drop()
  await database.drop()
  await rm(standing.dataDir, { recursive: true, force: true })
})

const inCopy = async (work: (one: Attacked) => Promise<void>): Promise<void> => {
  const one = await attacked(standing)
  try {
    await work(one)
  } finally {
    await one.drop()
  }
}

/** Both verifiers' one verdict on a package; `mark` is a seal from paper. */
const both = async (bytes: Uint8Array, mark?: string): Promise<Verdict> => {
  const own = await ours(bytes, keys, mark)
  expect(await theirs([bytes], keys, mark)).toEqual([own])
  return own
}

const tell = (row: string, platform: string, verdict: Verdict | string): void => {
  const said = typeof verdict === 'string' ? verdict : (verdict.code ?? JSON.stringify(verdict.counts))
  table.push(`${row} | ${platform} | ${said}`)
}

const leavesOf = async (one: Attacked): Promise<number> => {
  await one.server.platform.sealer.now(null)
  return Number((await one.sql('SELECT count(*) AS n FROM tree_entry')).rows[0].n)
}

/** Both verifiers name it, by package and by receipt, with what the act says; a package that opens no act names it too. */
const noticedBy = async (one: Attacked, row: string, wanted: readonly Partial<Noticed>[]): Promise<void> => {
  const forced = await forcedPackage(one, contents)
  const verdict = await both(forced, seal)
  expect(verdict).toMatchObject({ ok: true, noticed: wanted })
  expect(verdict.noticed).toHaveLength(wanted.length)
  // Whoever takes it signed in on that day.
  one.server.setNow('2025-01-10T10:00:00+08:00')
  const asked = { token: staff.token, params: { unitId: office } }
  const text = (await callRoute(one.server, checkpoints.receiptFile, asked)).body
  expect(bothOnFile({ text, keys })).toMatchObject({ ok: true, noticed: verdict.noticed ?? [] })
  const changed = text.replace(/"events": "\[\{/, '"events": "[{\\"a\\":1,')
  expect(changed).not.toBe(text)
  expect(bothOnFile({ text: changed, keys })).toMatchObject({ ok: false, code: 'receipt.event' })
  const signer = await stolenKey(one)
  const parts = await unpacked(forced)
  const { size } = JSON.parse(Buffer.from(parts.get('manifest.json') ?? []).toString('utf8'))
  const closed = await packedAgain(new Map(parts).set(paths.acts, Buffer.from('')), async (root) =>
    signer.note({ origin: sealOrigin('quanheng/test'), size, root }),
  )
  const unopened = (verdict.noticed ?? []).map((noticed) => ({ ...noticed, figures: {} }))
  expect((await both(closed, seal)).noticed).toEqual(unopened)
  const codes = [...new Set(wanted.map(({ code }) => code))].join(' ')
  tell(row, codes, `${codes}, by package and by receipt`)
}

const aUnit = (one: Attacked): Promise<string> =>
  one.sql(`SELECT id::text AS id FROM unit WHERE name LIKE '新设第1局'`).then(({ rows }) => rows[0].id)

const edit = (one: Attacked) =>
  one.sql(`UPDATE item SET data_source = '改过的来源' WHERE id = (SELECT min(id::text)::uuid FROM item)`)

/** The leaf that speaks last of the edited row, made to say what the row says now: salts lie in the database. */
const editWithLeaf = async (one: Attacked): Promise<void> => {
  await edit(one)
  const { rows } = await one.sql(`SELECT min(id::text) AS id FROM item`)
  const { id } = rows[0] as { id: string }
  const saltKey = one.server.platform.installation.current()?.saltKey ?? Buffer.alloc(0)
  const after = changeDigest(saltOf(saltKey, 'item', id), await loggedNouns.item?.form(one.server.db, id))
  const found = await one.sql(
    `SELECT leaf.act_id, convert_from(bytes, 'UTF8') AS text FROM leaf JOIN tree_entry USING (act_id)
     WHERE convert_from(bytes, 'UTF8') LIKE $1 ORDER BY position DESC LIMIT 1`,
    [`%${id}%`],
  )
  const { act_id, text } = found.rows[0] as { act_id: string; text: string }
  const leaf = JSON.parse(text)
  for (const change of leaf.changes) if (change.id === id) change.after = after
  await one.sql('UPDATE leaf SET bytes = $1 WHERE act_id = $2', [Buffer.from(canonicalJson(leaf)), act_id])
}

const cutOff = (one: Attacked, from: number) => one.sql('DELETE FROM tree_entry WHERE position >= $1', [from])
const sizeNow = async (one: Attacked): Promise<number> =>
  Number((await one.sql('SELECT count(*) AS n FROM tree_entry')).rows[0].n)

interface Attack {
  readonly does: (one: Attacked) => Promise<unknown>
  /** First among all that the platform names. */
  readonly platform: string
  /** First fault of the package that such a database gives. */
  readonly verifiers: string
  /** Seen only beside a seal that left the machine before. */
  readonly bySeal?: true
}

const attacks: Readonly<Record<string, Attack>> = {
  '1 a score row edited': { does: edit, platform: 'checkpoint.rowChanged', verifiers: 'archive.object' },
  '2 the row and its leaf edited': {
    does: editWithLeaf,
    platform: 'checkpoint.leafChanged',
    verifiers: 'archive.tree',
  },
  '3 both, and the trees rebuilt under another key': {
    does: async (one) => {
      await editWithLeaf(one)
      await rebuild(one, await makeSigner(join(one.dataDir, 'other.pem')))
    },
    platform: 'checkpoint.rolledBack',
    verifiers: 'receipt.signature',
  },
  '4 the same with the stolen key': {
    does: async (one) => {
      await editWithLeaf(one)
      await rebuild(one, await stolenKey(one))
    },
    platform: 'checkpoint.rolledBack',
    verifiers: 'receipt.seal',
    bySeal: true,
  },
  '5 a row deleted': {
    does: async (one) => one.sql('DELETE FROM unit WHERE id = $1', [await aUnit(one)]),
    platform: 'checkpoint.rowGone',
    verifiers: 'archive.objectMissing',
  },
  '6 the newest leaves cut off, with the stolen key': {
    does: async (one) => {
      await cutOff(one, (await sizeNow(one)) - 2)
      await rebuild(one, await stolenKey(one))
    },
    platform: 'checkpoint.rolledBack',
    verifiers: 'receipt.sealApart',
    bySeal: true,
  },
  '7 two leaves swapped': {
    does: async (one) => {
      await one.sql('UPDATE tree_entry SET position = 100000 WHERE position = 1')
      await one.sql('UPDATE tree_entry SET position = 1 WHERE position = 2')
      await one.sql('UPDATE tree_entry SET position = 2 WHERE position = 100000')
    },
    platform: 'checkpoint.leafChanged',
    verifiers: 'archive.milestone',
  },
  '7 a leaf put into the past, with the stolen key': {
    does: async (one) => {
      const last = (await sizeNow(one)) - 1
      await one.sql('UPDATE tree_entry SET position = position + 100000 WHERE position >= 2')
      await one.sql('UPDATE tree_entry SET position = 2 WHERE position = $1', [100_000 + last])
      await one.sql('UPDATE tree_entry SET position = position - 99999 WHERE position >= 100000')
      await rebuild(one, await stolenKey(one))
    },
    platform: 'checkpoint.rolledBack',
    verifiers: 'receipt.seal',
    bySeal: true,
  },
  '11 a post put in by hand for somebody who has none': {
    does: (one) =>
      one.sql(
        `INSERT INTO post (id, person_id, unit_id, kind, acting, from_date, version)
         VALUES ('00000000-0000-4000-8000-000000000011', $1, $2, 'officeDirector', false, '2020-01-01', 1)`,
        [admin.personId, office],
      ),
    platform: 'checkpoint.rowUnlogged',
    verifiers: 'archive.object',
  },
  '18 an act hidden with its leaf, with the stolen key': {
    does: async (one) => {
      const id = await aUnit(one)
      const { rows } = await one.sql(`SELECT id FROM act WHERE subjects @> ARRAY[$1::uuid]`, [id])
      await one.sql(`DELETE FROM command WHERE act_id = $1`, [rows[0].id])
      const { rows: places } = await one.sql('DELETE FROM tree_entry WHERE act_id = $1 RETURNING position', [
        rows[0].id,
      ])
      await one.sql('UPDATE tree_entry SET position = position + 100000 WHERE position > $1', [places[0].position])
      await one.sql('UPDATE tree_entry SET position = position - 100001 WHERE position > 100000')
      await one.sql('DELETE FROM leaf WHERE act_id = $1', [rows[0].id])
      await one.sql('DELETE FROM act WHERE id = $1', [rows[0].id])
      await one.sql('DELETE FROM unit WHERE id = $1', [id])
      await rebuild(one, await stolenKey(one))
    },
    platform: 'checkpoint.rolledBack',
    verifiers: 'receipt.sealApart',
    bySeal: true,
  },
  '20 a bit of a node turned': {
    does: (one) =>
      one.sql(
        'UPDATE tree_node SET hash = set_byte(hash, 3, get_byte(hash, 3) # 4) WHERE level = 1 AND index < (SELECT max(index) FROM tree_node WHERE level = 1)',
      ),
    platform: 'checkpoint.nodeChanged',
    verifiers: '—',
  },
}

describe('the attack table', () => {
  it('suspects nothing where nothing was done', () =>
    inCopy(async (one) => {
      expect(await named(one)).toEqual([])
      const forced = await forcedPackage(one, contents)
      expect(await both(forced, seal)).toMatchObject({ ok: true, noticed: [] })
    }))

  it.each(Object.entries(attacks))('%s', (row, { does, platform, verifiers, bySeal }) =>
    inCopy(async (one) => {
      await does(one)
      const forced = await forcedPackage(one, contents)
      expect((await named(one))[0]).toBe(platform)
      if (verifiers === '—') {
        const { body } = await callRoute(one.server, checkpoints.receiptFile, {
          token: staff.token,
          params: { unitId: office },
        })
        const verdict = bothOnFile({ text: body, keys })
        expect(verdict).toMatchObject({ ok: false, code: 'receipt.proof' })
        return tell(row, platform, verdict as Verdict)
      }
      const verdict = await both(forced, bySeal && seal)
      tell(row, platform, verdict)
      expect(verdict).toMatchObject({ ok: false, code: verifiers })
    }),
  )

  it.each([
    ['8 a stored file replaced under its name', Buffer.from('replaced')],
    ['20 a bit of a stored file turned', undefined],
  ])('%s', (row, put) =>
    inCopy(async (one) => {
      const path = [...contents.keys()].find((name) => name.startsWith('files/')) ?? ''
      const place = one.server.platform.files.locate(path.slice('files/'.length))
      const bytes = Buffer.from(contents.get(path) ?? [])
      bytes[0] = (bytes[0] ?? 0) ^ 1
      await chmod(place, 0o600)
      await writeFile(place, put ?? bytes)
      const checked = await one.server.platform.custodian.check('command')
      expect(checked?.faults).toMatchObject([{ digest: path.slice('files/'.length), fault: 'damaged' }])
      const verdict = await both(await forcedPackage(one, contents))
      expect(verdict).toMatchObject({ ok: false, code: 'archive.file', path })
      tell(row, 'file.check: damaged', verdict)
    }),
  )

  it('9 an old backup put back', async () => {
    const said = await named(earlier, standing.dataDir)
    expect(said[0]).toBe('checkpoint.rolledBack')
    const verdict = await both(await forcedPackage(earlier, contents), seal)
    expect(verdict).toMatchObject({ ok: false, code: 'receipt.sealApart' })
    tell('9 an old backup put back', said[0] as string, verdict)
  })

  it('10 the log forked into two', () =>
    inCopy((left) =>
      inCopy(async (right) => {
        const heads = []
        for (const [one, n] of [
          [left, 7],
          [right, 8],
        ] as const) {
          expect((await newUnit(one.server, n)).statusCode).toBe(200)
          const sealed = await one.server.platform.sealer.now(null)
          heads.push(sealed.ok ? sealed.value : null)
        }
        const [here, there] = heads
        if (!here || !there) throw new Error('not sealed')
        expect(here.size).toBe(there.size)
        const said = await named(right, left.dataDir)
        expect(said[0]).toBe('checkpoint.rolledBack')
        const verdict = await both(await forcedPackage(right, contents), sealMark(here))
        expect(verdict).toMatchObject({ ok: false, code: 'receipt.seal', size: String(here.size) })
        tell('10 the log forked into two', said[0] as string, verdict)
      }),
    ))

  it('11 whoever may not score is refused', () =>
    inCopy(async (one) => {
      const { rows } = await one.sql('SELECT id::text AS id FROM sheet LIMIT 1')
      const body = { version: 1, digest: '0'.repeat(64) }
      const asked = { token: admin.token, params: { sheetId: rows[0].id }, body }
      const reply = await callRoute(one.server, signSheet as Route, asked)
      expect([403, 404]).toContain(reply.statusCode)
      expect((await named(one))[0]).toBeUndefined()
      tell('11 a sheet signed by who may not', reply.json().error.code, 'no such act')
    }))

  it('12 the clock set back to beat a deadline', () =>
    inCopy(async (one) => {
      let passed = 0
      const look = watchClock(one.server.platform.clock, () => passed)
      passed = 60_000
      one.server.setNow('2025-01-10T10:01:00+08:00')
      expect(look()).toBeUndefined()
      passed = 61_000
      one.server.setNow('2025-01-09T09:00:00+08:00')
      const jump = look()
      expect(jump?.seconds).toBe(-90_061)
      // A restart in between does not hide it: the log itself is ahead.
      expect((await jumpSinceLast(one.server.db, one.server.platform.clock))?.seconds).toBeLessThan(0)
      const facts = one.server.platform.installation.current()
      if (jump === undefined || facts === null) throw new Error('no jump')
      await logJump(one.server.db, facts, one.server.platform.clock, jump)
      expect((await newUnit(one.server, 9)).statusCode).toBe(200)
      await one.server.platform.sealer.now(null)
      const { seconds, from, to } = jump
      await noticedBy(one, '12 the clock set back', [
        { code: 'log.clockJumped', time: to, figures: { seconds: String(seconds), from, to } },
      ])
    }))

  it('12 the clock set back, and nobody watched it', () =>
    inCopy(async (one) => {
      one.server.setNow('2025-01-10T10:10:00+08:00')
      expect((await newUnit(one.server, 8)).statusCode).toBe(200)
      const before = await leavesOf(one)
      // A minute is what a command may wait for its turn.
      one.server.setNow('2025-01-10T10:09:01+08:00')
      expect((await newUnit(one.server, 9)).statusCode).toBe(200)
      one.server.setNow('2025-01-10T10:05:00+08:00')
      for (const n of [10, 11]) expect((await newUnit(one.server, n)).statusCode).toBe(200)
      await one.server.platform.sealer.now(null)
      const verdict = await both(await forcedPackage(one, contents), seal)
      const figures = { seconds: '300', after: String(before - 1) }
      const time = '2025-01-10T02:05:00.000Z'
      expect(verdict).toMatchObject({ ok: true, noticed: [{ code: 'log.timeBack', leaf: before + 1, time, figures }] })
      expect(verdict.noticed).toHaveLength(1)
      tell('12 the same, unwatched', 'log.timeBack by whoever verifies', 'log.timeBack')
    }))

  it('13 the log kept from writing', () =>
    inCopy(async (one) => {
      await one.sql(`CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`)
      await one.sql('CREATE TRIGGER swallow BEFORE INSERT ON leaf FOR EACH ROW EXECUTE FUNCTION swallow()')
      const before = (await one.sql('SELECT count(*) AS n FROM unit')).rows[0].n
      const reply = await newUnit(one.server, 9)
      expect(reply.statusCode).toBe(503)
      expect(reply.json().error).toMatchObject({ code: 'platform.notLogged' })
      expect(reply.json().error.message).toContain('没有保存这次操作的留痕')
      expect((await one.sql('SELECT count(*) AS n FROM unit')).rows[0].n).toBe(before)
      // Written past the door instead.
      await one.sql('DROP TRIGGER swallow ON leaf')
      await one.sql(`UPDATE unit SET name = '改名局' WHERE id = $1`, [await aUnit(one)])
      const verdict = await both(await forcedPackage(one, contents))
      expect(verdict).toMatchObject({ ok: false, code: 'archive.object', noun: 'unit' })
      tell('13 the log kept from writing', 'platform.notLogged', verdict)
    }))

  it('14 the program swapped', () =>
    inCopy(async (one) => {
      const folder = join(one.dataDir, 'program')
      const { platform, db } = one.server
      const facts = platform.installation.current()
      if (facts === null) throw new Error('no installation')
      await mkdir(folder)
      const digests: string[] = []
      for (const text of ['one', 'one', 'two']) {
        await writeFile(join(folder, 'main.js'), text)
        const digest = await programDigest(one.dataDir, ['program'])
        await logProgram(db, facts, platform.clock, { digest, version: '0.1.0' })
        digests.push(digest)
      }
      await platform.sealer.now(null)
      const [before = '', , digest = ''] = digests
      await noticedBy(one, '14 the program swapped', [
        { code: 'log.programChanged', figures: { version: '0.1.0', digest, before } },
      ])
    }))

  it('16 another paper put among those that were issued', () =>
    inCopy(async (one) => {
      const signer = await stolenKey(one)
      const { size } = JSON.parse(Buffer.from(contents.get('manifest.json') ?? []).toString('utf8'))
      const origin = sealOrigin('quanheng/test')
      const added = new Map(contents).set('papers/001-另一份-评分报告.docx', Buffer.from('PK'))
      const bytes = await packedAgain(added, async (root) => signer.note({ origin, size, root }))
      const verdict = await both(bytes, seal)
      expect(verdict).toMatchObject({ ok: false, code: 'archive.paper' })
      tell('16 an issued paper printed by another template', 'archive.notSound', verdict)
    }))

  it('17 a false verifier handed out', () =>
    inCopy(async (one) => {
      const folder = join(one.dataDir, 'verify')
      await cp(join(cloneRoot, 'verify'), folder, { recursive: true })
      // It looks at everything but what things say.
      const path = join(folder, 'archive_year.py')
      const honest = await readFile(path, 'utf8')
      const lying = honest.replace('raise Fault("archive.object", noun=noun, id=line["id"])', 'pass')
      expect(lying).not.toBe(honest)
      const digests = (await verifiersHere(folder)).map(({ sha256 }) => sha256)
      const readme = Buffer.from(contents.get('README.txt') ?? []).toString('utf8')
      for (const digest of digests) expect(readme).toContain(digest)
      await writeFile(path, lying)
      await edit(one)
      const forced = await forcedPackage(one, contents)
      const [said] = await theirs([forced], keys, undefined, join(folder, 'verify.py'))
      expect(said).toMatchObject({ ok: true })
      const verdict = await both(forced)
      expect(verdict).toMatchObject({ ok: false, code: 'archive.object' })
      const now = (await verifiersHere(folder)).filter(({ sha256 }) => !readme.includes(sha256))
      expect(now.map(({ name }) => name)).toEqual(['archive_year.py'])
      const facts = one.server.platform.installation.current()
      if (facts === null) throw new Error('no installation')
      for (const root of [cloneRoot, one.dataDir]) {
        const digest = await programDigest(root, ['verify'])
        await logProgram(one.server.db, facts, one.server.platform.clock, { digest, version: '0.1.0' })
      }
      const { rows } = await one.sql(`SELECT count(*)::int AS n FROM act WHERE action = 'log.programChanged'`)
      expect(rows[0].n).toBe(2)
      tell(
        '17 a false verifier handed out',
        'log.programChanged',
        `${verdict.code} by the other one; not the digest in the package`,
      )
    }))

  it('18 a receipt taken away proves what is hidden afterwards', () =>
    inCopy(async (one) => {
      expect(bothOnFile({ text: receipt, keys }).ok).toBe(true)
      const attack = attacks['18 an act hidden with its leaf, with the stolen key']
      await attack?.does(one)
      const now = (
        await callRoute(one.server, checkpoints.receiptFile, { token: staff.token, params: { unitId: office } })
      ).body
      const verdict = bothOnFile({ text: now, keys, seal })
      expect(verdict).toMatchObject({ ok: false, code: 'receipt.sealApart' })
      tell('18 the same, by the receipt', 'checkpoint.rolledBack', verdict as Verdict)
    }))

  it('19 the second place taken away', () =>
    inCopy(async (one) => {
      const place = join(one.dataDir, 'checkpoints')
      const { rows } = await one.sql('SELECT max(size)::int AS size FROM checkpoint_copy WHERE place = $1', [place])
      await rm(place, { recursive: true })
      await writeFile(place, 'no folder')
      expect((await newUnit(one.server, 9)).statusCode).toBe(200)
      const sealer = restarted(one)
      await sealer.now(null)
      expect(sealer.trouble()).toEqual([])
      one.server.setNow('2025-01-11T11:00:00+08:00')
      // The folder of the system that this one is a copy of is such a place as well.
      for (const _ of [1, 2]) await sealer.now(null)
      expect(sealer.trouble()).toContainEqual({ code: 'checkpoint.placeSilent', params: { place, hours: '25' } })
      const noticed = (of: string, size: number) => ({
        code: 'log.placeSilent' as const,
        time: '2025-01-11T03:00:00.000Z',
        figures: { place: of, hours: '25', since: String(size) },
      })
      const old = await one.sql('SELECT max(size)::int AS size FROM checkpoint_copy WHERE place <> $1', [place])
      await noticedBy(one, '19 the second place taken away', [
        noticed(join(standing.dataDir, 'checkpoints'), old.rows[0].size),
        noticed(place, rows[0].size ?? 0),
      ])
    }))

  it('19 the second place left out at a start', () =>
    inCopy(async (one) => {
      const { platform, db } = one.server
      const facts = platform.installation.current()
      if (facts === null) throw new Error('no installation')
      const own = join(one.dataDir, 'checkpoints')
      const starts = [[own], [own, 'https://witness.example'], ['https://witness.example', own], [own], [own]]
      for (const names of starts) await logPlaces(db, facts, platform.clock, names)
      const { rows } = await one.sql(`SELECT count(*)::int AS n FROM act WHERE action = 'log.placesNamed'`)
      expect(rows[0].n).toBe(3)
      await platform.sealer.now(null)
      await noticedBy(one, '19 the second place left out at a start', [
        { code: 'log.placeRemoved', figures: { place: 'https://witness.example', since: '0' } },
      ])
    }))
})
