import type { Refusal } from '@quanheng/contract/errors'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { append, type Frontier, rootOf } from '@quanheng/log/append'
import { parseCheckpoint } from '@quanheng/log/checkpoint'
import { leafHash } from '@quanheng/log/hashing'
import { keyId, type Note, parseNote, parseVerifierKey, verifierKeyText, verifyNote } from '@quanheng/log/note'
import { sm2Type } from '@quanheng/log/sm2'
import type { Database, Reader } from '../database/database.ts'
import type { CheckpointRow } from '../database/tables.ts'
import { sha256, verifySignature } from './means.ts'
import { type Signer, verifierOf, verifiersOf } from './signer.ts'
import { sha256Tree, sizeOf, sm3Tree, storedFrontier, type Tree } from './trees.ts'

/** Below the data directory, as people are told of it. */
const sm2File = 'keys/log-sm2.pem'

/** Leaves hashed again at a time. */
const batch = 2_000

export const newestCheckpoint = (db: Reader): Promise<CheckpointRow | undefined> =>
  db.selectFrom('checkpoint').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst()

/** Older checkpoints have no line of the SM2 key; one that is there must hold. */
const holdsSm2 = (signer: Signer, origin: string, note: Note): boolean =>
  verifiersOf(origin, signer)
    .filter(({ type }) => type === sm2Type)
    .every((key) => {
      const id = keyId(sha256, key)
      return !note.signatures.some((one) => one.keyId === id) || verifyNote(sha256, verifySignature, note, key)
    })

/** Whether the note is our own word for exactly this head: a row can be written by whoever owns the database. */
const isOurs = (signer: Signer, origin: string, text: string, size: number, root: Uint8Array): boolean => {
  const note = parseNote(text)
  const head = note && parseCheckpoint(note.text)
  if (note === undefined || head === undefined) return false
  return (
    head.origin === origin &&
    head.size === size &&
    Buffer.from(head.root).equals(root) &&
    verifyNote(sha256, verifySignature, note, verifierOf(origin, signer.publicKey)) &&
    holdsSm2(signer, origin, note)
  )
}

/** Whether both notes are our own word for the row's size and roots. */
export const isOwnCheckpoint = (signer: Signer, origin: string, row: CheckpointRow): boolean =>
  isOurs(signer, sha256Tree.originOf(origin), row.note, row.size, row.root) &&
  isOurs(signer, sm3Tree.originOf(origin), row.sm3_note, row.size, row.sm3_root)

interface Heads {
  readonly sha256: Frontier
  readonly sm3: Frontier
}

const rootsOf = (heads: Heads) => ({
  root: rootOf(sha256Tree.hash, heads.sha256),
  sm3Root: rootOf(sm3Tree.hash, heads.sm3),
})

/** Both trees as they stood at the newest checkpoint, if they still give the roots that it signed. */
const headsAt = async (
  db: Reader,
  signer: Signer,
  origin: string,
  last: CheckpointRow | undefined,
): Promise<Result<Heads, Refusal>> => {
  if (last === undefined) return ok({ sha256: { size: 0, peaks: [] }, sm3: { size: 0, peaks: [] } })
  const params = { size: String(last.size) }
  if (!isOwnCheckpoint(signer, origin, last)) return refuse('checkpoint.forged', { params })
  try {
    const heads = {
      sha256: await storedFrontier(db, sha256Tree, last.size),
      sm3: await storedFrontier(db, sm3Tree, last.size),
    }
    const { root, sm3Root } = rootsOf(heads)
    const same = last.root.equals(root) && last.sm3_root.equals(sm3Root)
    return same ? ok(heads) : refuse('checkpoint.treeChanged', { params })
  } catch {
    return refuse('checkpoint.treeChanged', { params })
  }
}

const grown = (tree: Tree, frontier: Frontier, bytes: readonly Uint8Array[]): Frontier =>
  append(
    tree.hash,
    frontier,
    bytes.map((one) => leafHash(tree.hash, one)),
  ).frontier

/** Hashes the stored bytes behind the newest checkpoint once more and grows both heads from them alone. */
const rehash = async (db: Reader, from: Heads, size: number): Promise<Result<Heads, Refusal>> => {
  let heads = from
  while (heads.sha256.size < size) {
    const begin = heads.sha256.size
    const rows = await db
      .selectFrom('tree_entry')
      .leftJoin('leaf', 'leaf.act_id', 'tree_entry.act_id')
      .select(['tree_entry.position', 'tree_entry.hash', 'leaf.bytes'])
      .where('tree_entry.position', '>=', begin)
      .where('tree_entry.position', '<', Math.min(size, begin + batch))
      .orderBy('tree_entry.position')
      .execute()
    const wrong = rows.findIndex(
      (row, at) =>
        row.position !== begin + at || row.bytes === null || !row.hash.equals(leafHash(sha256Tree.hash, row.bytes)),
    )
    if (wrong >= 0 || rows.length === 0) {
      return refuse('checkpoint.leafChanged', { params: { leaf: String(begin + Math.max(0, wrong)) } })
    }
    const bytes = rows.map((row) => row.bytes as Buffer)
    heads = { sha256: grown(sha256Tree, heads.sha256, bytes), sm3: grown(sm3Tree, heads.sm3, bytes) }
  }
  return ok(heads)
}

/** The nodes that proofs are made of must be those of the leaves, or a proof would fail in the hands of whoever got it. */
const isStored = async (db: Reader, heads: Heads): Promise<boolean> => {
  const { root, sm3Root } = rootsOf(heads)
  try {
    const stored = rootsOf({
      sha256: await storedFrontier(db, sha256Tree, heads.sha256.size),
      sm3: await storedFrontier(db, sm3Tree, heads.sm3.size),
    })
    return Buffer.from(root).equals(stored.root) && Buffer.from(sm3Root).equals(stored.sm3Root)
  } catch {
    return false
  }
}

/**
 * Remembers with which keys; a key that is not the one remembered of its kind is refused, as verifiers would refuse what it signs. An SM2
 * key may come later than the first; one that has come stays.
 */
const ownKey = async (db: Database, signer: Signer, origin: string, now: Date): Promise<Result<null, Refusal>> => {
  const keys = [sha256Tree, sm3Tree].flatMap((tree) => verifiersOf(tree.originOf(origin), signer))
  const known = (await db.selectFrom('log_key').select('verifier').execute()).map(({ verifier }) => verifier)
  const kinds = new Set(known.map((line) => parseVerifierKey(sha256, line)?.type))
  if (kinds.has(sm2Type) && signer.sm2 === undefined) {
    return refuse('checkpoint.keyMissing', { params: { file: sm2File } })
  }
  const fresh = keys.filter((key) => !known.includes(verifierKeyText(sha256, key)))
  if (fresh.some(({ type }) => kinds.has(type))) return refuse('checkpoint.otherKey')
  if (fresh.length > 0) {
    await db
      .insertInto('log_key')
      .values(fresh.map((key) => ({ verifier: verifierKeyText(sha256, key), since: now })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return ok(null)
}

export interface SealRequest {
  readonly signer: Signer
  readonly origin: string
  readonly now: Date
  /** Route of the milestone that asks for it; null for the regular one. */
  readonly cause: string | null
}

/**
 * Signs what both trees hold now, after hashing all stored bytes behind the newest checkpoint again. Resolves with the newest
 * checkpoint, new or as it stood when nothing was added; null for an empty log. Refuses, naming what, where anything covered by
 * a signature or about to be is not what it was.
 */
export const seal = async (db: Database, request: SealRequest): Promise<Result<CheckpointRow | null, Refusal>> => {
  const { signer, origin, now, cause } = request
  const key = await ownKey(db, signer, origin, now)
  if (!key.ok) return key
  const last = await newestCheckpoint(db)
  const begun = await headsAt(db, signer, origin, last)
  if (!begun.ok) return begun
  // The second tree may be catching up: what both hold can be signed.
  const size = Math.min(await sizeOf(db, sha256Tree), await sizeOf(db, sm3Tree))
  if (size < (last?.size ?? 0)) return refuse('checkpoint.treeChanged', { params: { size: String(last?.size) } })
  if (size === (last?.size ?? 0)) return ok(last ?? null)
  const heads = await rehash(db, begun.value, size)
  if (!heads.ok) return heads
  if (!(await isStored(db, heads.value))) return refuse('checkpoint.treeChanged', { params: { size: String(size) } })
  const { root, sm3Root } = rootsOf(heads.value)
  await db
    .insertInto('checkpoint')
    .values({
      size,
      made_at: now,
      cause,
      root: Buffer.from(root),
      sm3_root: Buffer.from(sm3Root),
      note: signer.note({ origin: sha256Tree.originOf(origin), size, root }),
      sm3_note: signer.note({ origin: sm3Tree.originOf(origin), size, root: sm3Root }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const made = await newestCheckpoint(db)
  return made === undefined ? fail({ code: 'checkpoint.treeChanged', params: { size: String(size) } }) : ok(made)
}
