import type { Refusal } from '@quanheng/contract/errors'
import { type Noticed, watchLeaves } from '@quanheng/log/noticed'
import type { Database } from '../../database/database.ts'
import { isOwnCheckpoint } from '../seal.ts'
import type { Signer } from '../signer.ts'
import { checkUnlogged } from './check-acts.ts'
import { checkRows, type LoggedNouns } from './check-rows.ts'
import { checkTrail } from './check-trail.ts'
import { checkTrees } from './check-trees.ts'
import { Faults } from './faults.ts'

export interface CheckedLog {
  readonly leaves: number
  readonly things: number
  /** First fault first; empty is well. */
  readonly faults: readonly Refusal[]
  /** Leaves whose time goes back without an act that says so; the latest where there are many. No fault. */
  readonly timeBack: readonly Noticed[]
}

/** Kept of one check. */
const mostBack = 50

export interface CheckMeans {
  readonly origin: string
  readonly saltKey: Buffer
  readonly signer: Signer
  readonly nouns: LoggedNouns
}

/**
 * Everything that is stored against everything that was logged, as of one moment: leaves and inner nodes of both trees hashed again,
 * every signed head, acts against their leaves, the access trail against its digests, and all rows against the last act on them.
 */
export const checkLog = (db: Database, { origin, saltKey, signer, nouns }: CheckMeans): Promise<CheckedLog> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const faults = new Faults()
      const isOurs = (row: Parameters<typeof isOwnCheckpoint>[2]) => isOwnCheckpoint(signer, origin, row)
      const watch = watchLeaves(origin)
      const leaves = await checkTrees(tx, { faults, isOurs, watch })
      await checkUnlogged(tx, faults)
      await checkTrail(tx, faults)
      const things = await checkRows(tx, { faults, nouns, saltKey, leaves })
      const timeBack = watch.noticed(() => undefined).filter(({ code }) => code === 'log.timeBack')
      return { leaves, things, faults: faults.all, timeBack: timeBack.slice(-mostBack) }
    })
