import { ok, refuse } from '@quanheng/domain/kernel/result'
import { base64 } from '@quanheng/log/base64'
import { consistencyAddresses, consistencyProof } from '@quanheng/log/proof'
import type { Database } from '../../database/database.ts'
import { nodesAt, sha256Tree } from '../trees.ts'
import type { Place } from './place.ts'

/** Milliseconds; a witness on the intranet answers at once. */
const patience = 10_000

const bodyOf = async (db: Database, old: number, size: number, note: string): Promise<string> => {
  const proof =
    old === 0
      ? []
      : consistencyProof(sha256Tree.hash, old, size, await nodesAt(db, sha256Tree, consistencyAddresses(old, size)))
  return `${[`old ${old}`, ...proof.map(base64)].join('\n')}\n\n${note}`
}

/** A witness on the intranet that cosigns only what continues the last checkpoint it saw (C2SP tlog-witness). */
export const witnessPlace = (url: string): Place => ({
  name: url,
  send: async ({ db, checkpoint: { size, note } }) => {
    const latest = await db
      .selectFrom('checkpoint_copy')
      .select((max) => max.fn.max('size').as('size'))
      .where('place', '=', url)
      .executeTakeFirst()
    const ask = async (old: number): Promise<Response> =>
      fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
        method: 'POST',
        body: await bodyOf(db, old, size, note),
        signal: AbortSignal.timeout(patience),
        redirect: 'error',
      })
    const first = await ask(latest?.size ?? 0)
    if (first.status === 200) return ok(await first.text())
    // 409 tells the size that the witness has: further than ours means that ours was set back.
    const held = first.status === 409 ? Number((await first.text()).trim()) : Number.NaN
    const other = { params: { place: url, size: String(held) } }
    if (Number.isSafeInteger(held) && held > size) return refuse('checkpoint.rolledBack', other)
    const second = Number.isSafeInteger(held) ? await ask(held) : first
    if (second.status === 200) return ok(await second.text())
    if (second.status === 422) return refuse('checkpoint.rolledBack', other)
    throw new Error(`witness answered ${second.status}`)
  },
})
