import * as receipts from '@quanheng/contract/checkpoint'
import * as contract from '@quanheng/contract/organisation'
import { append, emptyFrontier, rootOf } from '@quanheng/log/append'
import { checkpointText } from '@quanheng/log/checkpoint'
import { leafHash } from '@quanheng/log/hashing'
import { ed25519, keyId, noteText } from '@quanheng/log/note'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { both } from '../../../../../verify/testing/verifiers.ts'
import { allRoutes } from '../../features/index.ts'
import { loggedNouns } from '../../features/logged-nouns.ts'
import { silentLogger } from '../logger.ts'
import { withClient } from '../postgres/client.ts'
import { type Caller, signedIn, startTestServer, type TestServer } from '../testing/test-server.ts'
import type { LoggedNouns } from './check/check-rows.ts'
import { sha256 } from './means.ts'
import { folderPlace } from './places/folder.ts'
import { makeSealer } from './sealer.ts'
import { makeSigner, readSigner } from './signer.ts'
import { sha256Tree, sm3Tree, type Tree } from './trees.ts'

/**
 * What whoever owns the database, or the machine, may do to the log, each once: named by the platform, and by both verifiers in the
 * hands of a body that kept its keys and its earlier receipt.
 */
let server: TestServer
let office: Caller
let unitId: string
let keys: readonly string[]
let kept: string
const nouns = { unit: loggedNouns.unit } as LoggedNouns

beforeEach(async () => {
  server = await startTestServer(allRoutes, { probe: false })
  unitId = crypto.randomUUID()
  const names = { name: '绩效办', short_name: '绩效办', aliases: [], sort_code: 0 }
  await server.db
    .insertInto('unit')
    .values({ id: unitId, ...names, state: 'active', version: 1 })
    .execute()
  office = await signedIn(server, [{ kind: 'officeStaff', unitId }])
  await register(1, 5)
  await server.platform.sealer.now(null)
  kept = (await receipt()).text
  await register(6, 7)
  await server.platform.sealer.now(null)
  keys = (await server.db.selectFrom('log_key').select('verifier').execute()).map(({ verifier }) => verifier)
})
afterEach(() => server.close())

const register = async (from: number, to: number) => {
  for (let n = from; n <= to; n++) {
    const body = { name: `第${n}局`, shortName: `${n}`, aliases: [], sortCode: n }
    expect((await office.call(contract.createUnit, { body })).statusCode).toBe(200)
  }
}

const receipt = async () => {
  const reply = await office.call(receipts.receiptFile, { params: { unitId } })
  return { status: reply.statusCode, text: reply.body }
}

const tamper = (statement: string, values: readonly unknown[] = []) =>
  withClient(server.ownerUrl, (client) => client.query(statement, [...values]))

const file = (...parts: string[]) => [server.platform.options.dataDir, ...parts].join('/')

/** A program started anew over what is there now, as after any theft or restore. */
const restarted = () =>
  makeSealer({
    database: () => server.db,
    installation: server.platform.installation,
    clock: server.platform.clock,
    logger: silentLogger,
    dataDir: server.platform.options.dataDir,
    places: [folderPlace(file('checkpoints'))],
  })

/** All that the platform names: the refusal to seal, and the first fault of the check of everything. */
const named = async (): Promise<readonly string[]> => {
  const sealer = restarted()
  const sealed = await sealer.now(null)
  const checked = await sealer.check(nouns)
  const faults = (checked?.faults ?? []).filter(({ params }) => params?.id !== unitId)
  return [...(sealed.ok ? [] : [sealed.error.code]), ...faults.map(({ code }) => code)]
}

const leavesNow = async () =>
  (
    await server.db
      .selectFrom('tree_entry')
      .innerJoin('leaf', 'leaf.act_id', 'tree_entry.act_id')
      .select('leaf.bytes')
      .orderBy('position')
      .execute()
  ).map(({ bytes }) => bytes)

/** Both trees made anew over the leaves as they are now, and the newest checkpoint's roots and notes with them. */
const rebuild = async (signer: Awaited<ReturnType<typeof makeSigner>>) => {
  const leaves = await leavesNow()
  const made = async (tree: Tree) => {
    const hashes = leaves.map((bytes) => leafHash(tree.hash, bytes))
    const { frontier, nodes } = append(tree.hash, emptyFrontier, hashes)
    await tamper(`DELETE FROM ${tree.table}`)
    for (const { level, index, hash } of nodes) {
      await tamper(`INSERT INTO ${tree.table} VALUES ($1, $2, $3)`, [level, index, Buffer.from(hash)])
    }
    if (tree === sha256Tree) {
      for (const [at, hash] of hashes.entries()) {
        await tamper('UPDATE tree_entry SET hash = $1 WHERE position = $2', [Buffer.from(hash), at])
      }
    }
    const root = rootOf(tree.hash, frontier)
    return {
      root: Buffer.from(root),
      note: signer.note({ origin: tree.originOf('quanheng/test'), size: leaves.length, root }),
    }
  }
  const [one, two] = [await made(sha256Tree), await made(sm3Tree)]
  await tamper('DELETE FROM checkpoint_copy')
  await tamper('DELETE FROM checkpoint')
  await tamper('INSERT INTO checkpoint VALUES ($1, now(), NULL, $2, $3, $4, $5)', [
    leaves.length,
    one.root,
    two.root,
    one.note,
    two.note,
  ])
}

const editLeaf = (position: number) =>
  tamper(
    `UPDATE leaf SET bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '"version":1', '"version":2'), 'UTF8')
     WHERE act_id = (SELECT act_id FROM tree_entry WHERE position = $1)`,
    [position],
  )

const thief = async () => {
  const stolen = await readSigner(file('keys', 'log.pem'))
  if (stolen === undefined) throw new Error('no key')
  return stolen
}

interface Attack {
  readonly does: () => Promise<unknown>
  /** First among all that the platform names. */
  readonly platform: string
  /** First fault of a receipt that the attacked database gives; null where it holds by itself, and the kept one shows it. */
  readonly receipt: string | null
}

const attacks: Readonly<Record<string, Attack>> = {
  '2 a row’s leaf edited': {
    does: () => editLeaf(2),
    platform: 'checkpoint.leafChanged',
    receipt: 'receipt.proof',
  },
  '3 leaf edited and the trees rebuilt, signed with another key': {
    does: async () => {
      await editLeaf(2)
      await rebuild(await makeSigner(file('other.pem')))
    },
    platform: 'checkpoint.rolledBack',
    receipt: 'receipt.signature',
  },
  '4 the same with the stolen key': {
    does: async () => {
      await editLeaf(2)
      await rebuild(await thief())
    },
    platform: 'checkpoint.rolledBack',
    receipt: null,
  },
  '6 the newest leaves cut off, with the stolen key': {
    does: async () => {
      await tamper('DELETE FROM tree_entry WHERE position >= 4')
      await rebuild(await thief())
    },
    platform: 'checkpoint.rolledBack',
    receipt: null,
  },
  '7 two leaves swapped': {
    does: async () => {
      await tamper('UPDATE tree_entry SET position = 100 WHERE position = 1')
      await tamper('UPDATE tree_entry SET position = 1 WHERE position = 2')
      await tamper('UPDATE tree_entry SET position = 2 WHERE position = 100')
    },
    platform: 'checkpoint.leafChanged',
    receipt: 'receipt.proof',
  },
  '7 a leaf put into the past, with the stolen key': {
    does: async () => {
      await tamper('UPDATE tree_entry SET position = position + 100 WHERE position >= 2')
      await tamper('UPDATE tree_entry SET position = 2 WHERE position = 106')
      await tamper('UPDATE tree_entry SET position = position - 99 WHERE position >= 100')
      await rebuild(await thief())
    },
    platform: 'checkpoint.rolledBack',
    receipt: null,
  },
  '20 a bit of a node turned': {
    does: () =>
      tamper('UPDATE tree_node SET hash = set_byte(hash, 3, get_byte(hash, 3) # 4) WHERE level = 1 AND index = 0'),
    platform: 'checkpoint.nodeChanged',
    receipt: 'receipt.proof',
  },
}

/** What each receipt says stands at each place: two that differ in what they both speak of cannot be of one log. */
const saidBy = (text: string): ReadonlyMap<number, string> =>
  new Map((JSON.parse(text).entries as { index: number; leaf: string }[]).map(({ index, leaf }) => [index, leaf]))

describe('whoever owns the database', () => {
  it('is not suspected where nothing was done', async () => {
    expect(await named()).toEqual([])
    const { text } = await receipt()
    expect(both({ text, keys }).ok).toBe(true)
    expect(both({ text: kept, keys }).ok).toBe(true)
  })

  it.each(Object.entries(attacks))('%s', async (_, { does, platform, receipt: fault }) => {
    await does()
    expect((await named())[0]).toBe(platform)
    const { status, text } = await receipt()
    expect(status).toBe(200)
    const verdict = both({ text, keys })
    if (fault !== null) {
      expect(verdict).toMatchObject({ ok: false, code: fault })
      return
    }
    // Signed with the stolen key it holds; beside the receipt kept from before it is proof of guilt.
    expect(verdict.ok).toBe(true)
    expect(both({ text: kept, keys }).ok).toBe(true)
    const now = saidBy(text)
    const contradicted = [...saidBy(kept)].filter(([index, leaf]) => now.get(index) !== leaf)
    expect(contradicted.length).toBeGreaterThan(0)
  })
})

it('keeps the key’s own name in its notes, so that one of another log cannot pass for it', () => {
  const key = { name: 'quanheng/other', type: ed25519, publicKey: new Uint8Array(32) }
  const text = checkpointText({ origin: 'quanheng/other', size: 1, root: new Uint8Array(32) })
  const note = noteText({
    text,
    signatures: [{ name: key.name, keyId: keyId(sha256, key), bytes: new Uint8Array(64) }],
  })
  const foreign = JSON.stringify({ ...JSON.parse(kept), checkpoint: note })
  expect(both({ text: foreign, keys })).toMatchObject({ ok: false, code: 'receipt.signature' })
})
