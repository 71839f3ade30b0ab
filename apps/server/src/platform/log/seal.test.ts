import { createHash, generateKeyPairSync } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as contract from '@quanheng/contract/organisation'
import { parseCheckpoint } from '@quanheng/log/checkpoint'
import { parseNote, parseVerifierKey, verifyNote } from '@quanheng/log/note'
import { consistencyAddresses, consistencyProof } from '@quanheng/log/proof'
import { verifyConsistency } from '@quanheng/log/verify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allRoutes } from '../../features/index.ts'
import { silentLogger } from '../logger.ts'
import { withClient } from '../postgres/client.ts'
import { type Caller, seedUnit, signedIn, startTestServer, type TestServer } from '../testing/test-server.ts'
import { sha256, sm3, verifySignature } from './means.ts'
import { folderPlace } from './places/folder.ts'
import { newestCheckpoint } from './seal.ts'
import { makeSealer, type Sealer } from './sealer.ts'
import { sequence } from './sequencer.ts'
import { nodesAt, sha256Tree, sm3Tree } from './trees.ts'

let server: TestServer
let office: Caller
let registered = 0

beforeEach(async () => {
  server = await startTestServer(allRoutes, { probe: false })
  office = await signedIn(server, [{ kind: 'officeStaff', unitId: await seedUnit(server.db, '绩效办') }])
})
afterEach(() => server.close())

const register = async (count: number) => {
  for (let at = 0; at < count; at++) {
    registered++
    const body = { name: `第${registered}局`, shortName: `${registered}`, aliases: [], sortCode: registered }
    expect((await office.call(contract.createUnit, { body })).statusCode).toBe(200)
  }
}

const sealed = async (sealer: Sealer = server.platform.sealer) => {
  const result = await sealer.now(null)
  if (!result.ok || result.value === null) throw new Error(result.ok ? 'empty log' : result.error.code)
  return result.value
}

const refusalOf = async (sealer: Sealer = server.platform.sealer) => {
  const result = await sealer.now(null)
  return result.ok ? null : { code: result.error.code, ...result.error.params }
}

/** As whoever owns the database, past every right that the server lacks. */
const tamper = (statement: string, values: readonly unknown[] = []) =>
  withClient(server.ownerUrl, (client) => client.query(statement, [...values]))

/** A program that has just been started over the same data. */
const restarted = (dataDir = server.platform.options.dataDir): Sealer =>
  makeSealer({
    database: () => server.db,
    installation: server.platform.installation,
    clock: server.platform.clock,
    logger: silentLogger,
    dataDir,
    places: [folderPlace(join(server.platform.options.dataDir, 'checkpoints'))],
  })

/** RFC 6962 §2.1, written as its sentences say. */
const naiveRoot = (hash: string, leaves: readonly Uint8Array[]): Buffer => {
  const digest = (...parts: Uint8Array[]) => createHash(hash).update(Buffer.concat(parts)).digest()
  if (leaves.length === 1) return digest(Buffer.of(0), leaves[0] as Uint8Array)
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  return digest(Buffer.of(1), naiveRoot(hash, leaves.slice(0, split)), naiveRoot(hash, leaves.slice(split)))
}

describe('a checkpoint', () => {
  it('signs both trees over the stored leaves, so that anyone with the key can tell', async () => {
    await register(5)
    const made = await sealed()
    const rows = await server.db
      .selectFrom('tree_entry')
      .innerJoin('leaf', 'leaf.act_id', 'tree_entry.act_id')
      .select('leaf.bytes')
      .orderBy('position')
      .execute()
    const leaves = rows.map(({ bytes }) => bytes)
    expect(made.size).toBe(5)
    expect(made.root.equals(naiveRoot('sha256', leaves))).toBe(true)
    expect(made.sm3_root.equals(naiveRoot('sm3', leaves))).toBe(true)
    const keys = await server.db.selectFrom('log_key').select('verifier').orderBy('verifier').execute()
    const verified = [made.note, made.sm3_note].map((text) => {
      const note = parseNote(text)
      const head = note && parseCheckpoint(note.text)
      const key = keys
        .map(({ verifier }) => parseVerifierKey(sha256, verifier))
        .find((one) => one?.name === head?.origin)
      return note && head && key && verifyNote(sha256, verifySignature, note, key) ? [head.origin, head.size] : null
    })
    expect(verified).toEqual([
      ['quanheng/test', 5],
      ['quanheng/test/sm3', 5],
    ])
  })

  it('continues the one before it: both trees prove it', async () => {
    await register(3)
    const before = await sealed()
    await register(4)
    const after = await sealed()
    for (const [tree, oldRoot, newRoot] of [
      [sha256Tree, before.root, after.root],
      [sm3Tree, before.sm3_root, after.sm3_root],
    ] as const) {
      const nodes = await nodesAt(server.db, tree, consistencyAddresses(3, 7))
      const proof = consistencyProof(tree.hash, 3, 7, nodes)
      expect(verifyConsistency(tree.hash, { oldSize: 3, oldRoot, newSize: 7, newRoot, proof })).toBe(true)
    }
  })

  it('is not made again where nothing happened, nor twice when two ask at once', async () => {
    await register(2)
    const [one, two] = await Promise.all([sealed(), sealed()])
    expect(one).toEqual(two)
    expect((await sealed()).made_at).toEqual(one.made_at)
    expect(await server.db.selectFrom('checkpoint').selectAll().execute()).toHaveLength(1)
  })

  it('is none before the first act', async () => {
    expect(await server.platform.sealer.now(null)).toEqual({ ok: true, value: null })
  })

  it('covers a log that is older than its second tree', async () => {
    await register(4)
    await sealed()
    await tamper('DELETE FROM checkpoint_copy')
    await tamper('DELETE FROM checkpoint')
    await tamper('DELETE FROM sm3_node')
    await rm(join(server.platform.options.dataDir, 'checkpoints'), { recursive: true })
    const made = await sealed()
    const bytes = await server.db
      .selectFrom('leaf')
      .innerJoin('tree_entry', 'tree_entry.act_id', 'leaf.act_id')
      .select('leaf.bytes')
      .orderBy('position')
      .execute()
    expect(
      made.sm3_root.equals(
        naiveRoot(
          'sm3',
          bytes.map((row) => row.bytes),
        ),
      ),
    ).toBe(true)
  })

  it('lies outside the database as well, the newest by name', async () => {
    await register(2)
    const made = await sealed()
    const folder = join(server.platform.options.dataDir, 'checkpoints')
    expect(await readFile(join(folder, 'latest'), 'utf8')).toBe(made.note)
    expect(await readFile(join(folder, '0000000002.sm3.checkpoint'), 'utf8')).toBe(made.sm3_note)
    const copies = await server.db.selectFrom('checkpoint_copy').select(['place', 'size']).execute()
    expect(copies).toEqual([{ place: folder, size: 2 }])
  })
})

describe('nothing more is signed, and it is said what, once the owner of the database', () => {
  beforeEach(async () => {
    await register(3)
    await sealed()
    await register(3)
    while ((await server.db.selectFrom('leaf_queue').selectAll().execute()).length > 0) {
      await sequence(server.db)
    }
  })

  it('edits a leaf that waits for its checkpoint', async () => {
    await tamper(
      `UPDATE leaf SET bytes = bytes || ' ' WHERE act_id = (SELECT act_id FROM tree_entry WHERE position = 4)`,
    )
    expect(await refusalOf()).toEqual({ code: 'checkpoint.leafChanged', leaf: '4' })
    expect(server.platform.sealer.trouble()).toHaveLength(1)
  })

  it('edits a leaf and its hash in the order', async () => {
    await tamper(`UPDATE leaf SET bytes = '{}' WHERE act_id = (SELECT act_id FROM tree_entry WHERE position = 5)`)
    const hash = sha256(Buffer.concat([Buffer.of(0), Buffer.from('{}')]))
    await tamper('UPDATE tree_entry SET hash = $1 WHERE position = 5', [hash])
    expect(await refusalOf()).toEqual({ code: 'checkpoint.treeChanged', size: '6' })
  })

  it('swaps two leaves', async () => {
    await tamper('UPDATE tree_entry SET position = 100 WHERE position = 4')
    await tamper('UPDATE tree_entry SET position = 4 WHERE position = 5')
    await tamper('UPDATE tree_entry SET position = 5 WHERE position = 100')
    expect(await refusalOf()).toEqual({ code: 'checkpoint.treeChanged', size: '6' })
  })

  it('edits a node under an earlier checkpoint', async () => {
    for (const table of ['tree_node', 'sm3_node']) {
      await tamper(`UPDATE ${table} SET hash = $1 WHERE level = 1 AND index = 0`, [Buffer.alloc(32)])
      expect(await refusalOf(), table).toEqual({ code: 'checkpoint.treeChanged', size: '3' })
      await tamper(`UPDATE ${table} SET hash = $1 WHERE level = 1 AND index = 0`, [await nodeOf(table)])
    }
  })

  it('writes a checkpoint of their own', async () => {
    await tamper('UPDATE checkpoint SET root = $1', [Buffer.alloc(32)])
    expect(await refusalOf()).toEqual({ code: 'checkpoint.forged', size: '3' })
  })

  it('cuts the newest leaves off, checkpoint and all', async () => {
    await sealed()
    await tamper('DELETE FROM checkpoint_copy WHERE size = 6')
    await tamper('DELETE FROM checkpoint WHERE size = 6')
    await tamper('DELETE FROM tree_entry WHERE position >= 3')
    for (const table of ['tree_node', 'sm3_node']) {
      await tamper(`DELETE FROM ${table} WHERE (index + 1) * (1 << level) > 3`)
    }
    const folder = join(server.platform.options.dataDir, 'checkpoints')
    expect(await refusalOf(restarted())).toEqual({ code: 'checkpoint.rolledBack', place: folder, size: '6' })
    await register(4)
    expect(await refusalOf(restarted())).toMatchObject({ code: 'checkpoint.rolledBack' })
    const { size } = (await newestCheckpoint(server.db)) ?? { size: 0 }
    expect(size, 'no second branch is ever signed').toBe(3)
  })

  it('takes the key away, or brings another', async () => {
    const path = join(server.platform.options.dataDir, 'keys', 'log.pem')
    const key = await readFile(path)
    await rm(path)
    expect(await refusalOf(restarted())).toEqual({ code: 'checkpoint.keyMissing', file: join('keys', 'log.pem') })
    const other = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' })
    await writeFile(path, other)
    expect(await refusalOf(restarted())).toEqual({ code: 'checkpoint.otherKey' })
    await writeFile(path, key)
    expect(await refusalOf(restarted())).toBeNull()
  })
})

/** The node over leaves 0 and 1, as it was. */
const nodeOf = async (table: string): Promise<Uint8Array> => {
  const hash = table === 'tree_node' ? sha256 : sm3
  const rows = await server.db
    .selectFrom('leaf')
    .innerJoin('tree_entry', 'tree_entry.act_id', 'leaf.act_id')
    .select('leaf.bytes')
    .where('position', '<', 2)
    .orderBy('position')
    .execute()
  const [left, right] = rows.map(({ bytes }) => hash(Buffer.concat([Buffer.of(0), bytes])))
  return hash(Buffer.concat([Buffer.of(1), left as Uint8Array, right as Uint8Array]))
}
