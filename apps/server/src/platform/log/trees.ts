import type { Hash } from '@quanheng/domain/kernel/digest'
import { append, type Frontier, frontierAddresses, frontierAt } from '@quanheng/log/append'
import type { NodeAddress, ReadNode, StoredNode } from '@quanheng/log/range'
import { sql } from 'kysely'
import type { Reader, Tx } from '../database/database.ts'
import { sha256, sm3 } from './means.ts'

/** The log is one order of leaves under two trees: C2SP tools read the first, 密评 asks for the second. */
export interface Tree {
  /** As people know it. */
  readonly name: 'SHA-256' | 'SM3'
  readonly table: 'tree_node' | 'sm3_node'
  readonly hash: Hash
  /** Its own name, so that a root of one tree can never pass for the other's. */
  readonly originOf: (origin: string) => string
}

export const sha256Tree: Tree = { name: 'SHA-256', table: 'tree_node', hash: sha256, originOf: (origin) => origin }
export const sm3Tree: Tree = { name: 'SM3', table: 'sm3_node', hash: sm3, originOf: (origin) => `${origin}/sm3` }

/** Number of leaves that the tree has taken up. */
export const sizeOf = async (db: Reader, tree: Tree): Promise<number> => {
  const { size } = await db
    .selectFrom(tree.table)
    .select((max) => sql<number>`COALESCE(${max.fn.max('index')} + 1, 0)`.as('size'))
    .where('level', '=', 0)
    .executeTakeFirstOrThrow()
  return size
}

/** The stored nodes at these addresses, fetched in one query. */
export const nodesAt = async (db: Reader, tree: Tree, addresses: readonly NodeAddress[]): Promise<ReadNode> => {
  const asked = [...new Map(addresses.map((address) => [`${address.level}/${address.index}`, address])).values()]
  const levels = asked.map(({ level }) => level)
  const indices = asked.map(({ index }) => index)
  const { rows } = await sql<StoredNode>`
    SELECT node.level, node.index, node.hash FROM ${sql.table(tree.table)} node
    JOIN unnest(${levels}::int[], ${indices}::bigint[]) AS asked (level, index)
      ON node.level = asked.level AND node.index = asked.index`.execute(db)
  const found = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  return ({ level, index }) => found.get(`${level}/${index}`)
}

/** @throws Error where the store lacks a node of the tree */
export const storedFrontier = async (db: Reader, tree: Tree, size: number): Promise<Frontier> =>
  frontierAt(size, await nodesAt(db, tree, frontierAddresses(size)))

/** Stores the nodes that `leafHashes` make behind the first `size` leaves. */
export const grow = async (tx: Tx, tree: Tree, size: number, leafHashes: readonly Uint8Array[]): Promise<void> => {
  const { nodes } = append(tree.hash, await storedFrontier(tx, tree, size), leafHashes)
  // One parameter a column: a statement of some thousand parameters costs the database more than the rows do.
  await sql`
    INSERT INTO ${sql.table(tree.table)} (level, index, hash)
    SELECT * FROM unnest(${nodes.map(({ level }) => level)}::int[], ${nodes.map(({ index }) => index)}::bigint[],
      ${nodes.map(({ hash }) => Buffer.from(hash))}::bytea[])`.execute(tx)
}
