import type { Hash } from '@quanheng/domain/kernel/digest'
import { append, type Frontier, rootOf } from '@quanheng/log/append'
import { leafHash } from '@quanheng/log/hashing'
import type pg from 'pg'
import { sha256, sm3 } from '../log/means.ts'
import type { Manifest } from './manifest.ts'

/** Leaves read at a time. */
const batch = 5_000

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Size and roots of both trees, from the stored bytes of the leaves alone, as this connection sees them. */
export const logHeads = async (client: pg.Client): Promise<Manifest['log']> => {
  let heads: { sha256: Frontier; sm3: Frontier } = {
    sha256: { size: 0, peaks: [] },
    sm3: { size: 0, peaks: [] },
  }
  const grown = (hash: Hash, frontier: Frontier, leaves: readonly Uint8Array[]): Frontier =>
    append(
      hash,
      frontier,
      leaves.map((bytes) => leafHash(hash, bytes)),
    ).frontier
  for (;;) {
    const { rows } = await client.query<{ bytes: Buffer }>(
      `SELECT leaf.bytes FROM tree_entry entry JOIN leaf ON leaf.act_id = entry.act_id
        WHERE entry.position >= $1 AND entry.position < $2 ORDER BY entry.position`,
      [heads.sha256.size, heads.sha256.size + batch],
    )
    if (rows.length === 0) break
    const leaves = rows.map(({ bytes }) => bytes)
    heads = { sha256: grown(sha256, heads.sha256, leaves), sm3: grown(sm3, heads.sm3, leaves) }
  }
  return {
    size: heads.sha256.size,
    root: hex(rootOf(sha256, heads.sha256)),
    sm3Root: hex(rootOf(sm3, heads.sm3)),
  }
}
