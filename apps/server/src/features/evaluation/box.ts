import { randomInt } from 'node:crypto'
import { inSerialOrder, type Slip } from '@quanheng/domain/evaluation/secret'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

interface Lying {
  readonly channel_key: string
  readonly unit_id: string
  readonly mark: string
  readonly serial: string
  readonly permit: string | null
}

/** Fisher–Yates with the system's randomness. */
const shaken = <T>(things: readonly T[]): readonly T[] => {
  const order = [...things]
  for (let at = order.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    const [one, two] = [order[at] as T, order[other] as T]
    order[at] = two
    order[other] = one
  }
  return order
}

const slipOf = ({ channel_key, unit_id, mark, serial, permit }: Lying): Slip => ({
  channelKey: channel_key,
  unitId: unit_id,
  mark,
  serial,
  ...(permit !== null && { permit }),
})

const take = async (tx: Tx, evaluationId: string): Promise<readonly Slip[]> => {
  // One at a time: what lies in the box is taken out and put in again whole.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`box ${evaluationId}`}, 0))`.execute(tx)
  const rows = await tx
    .deleteFrom('evaluation_slip')
    .where('evaluation_id', '=', evaluationId)
    .returning(['channel_key', 'unit_id', 'mark', 'serial', 'permit'])
    .execute()
  return rows.map(slipOf)
}

/**
 * Slips fall into the box, and the box is shaken: all its rows are written anew in a random order by one transaction, so that neither
 * their place nor their transaction says which came together or after which. A slip that lies there as it is sent is taken as
 * said twice. @returns whether all lie in it now; false where a serial or a permit was used for something else
 */
export const dropSlips = async (tx: Tx, evaluationId: string, slips: readonly Slip[]): Promise<boolean> => {
  const lying = await take(tx, evaluationId)
  const bySerial = new Map(lying.map((slip) => [slip.serial, slip]))
  const fresh = slips.filter(({ serial }) => !bySerial.has(serial))
  const isSame = slips.every((slip) => {
    const there = bySerial.get(slip.serial)
    return !there || (there.mark === slip.mark && there.unitId === slip.unitId && there.channelKey === slip.channelKey)
  })
  const all = [...lying, ...fresh]
  const permits = all.flatMap(({ permit }) => permit ?? [])
  const isOnce =
    new Set(permits).size === permits.length && new Set(all.map(({ serial }) => serial)).size === all.length
  if (!isSame || !isOnce) return false
  const rows = shaken(all).map(({ channelKey, unitId, mark, serial, permit }) => ({
    evaluation_id: evaluationId,
    channel_key: channelKey,
    unit_id: unitId,
    mark,
    serial,
    permit: permit ?? null,
  }))
  if (rows.length > 0) await tx.insertInto('evaluation_slip').values(rows).execute()
  return true
}

/** The box is emptied for the count. */
export const emptyBox = async (tx: Tx, evaluationId: string): Promise<readonly Slip[]> =>
  inSerialOrder(await take(tx, evaluationId))
