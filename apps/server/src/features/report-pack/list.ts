import type { listReportPacks } from '@quanheng/contract/report-pack'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { named, namesFor } from '../collection/index.ts'
import { issuedVersion } from '../plan/index.ts'
import { packIsVisible, packOf } from './store.ts'

type Reply = ReplyOf<typeof listReportPacks>

/** Packs taken in for the bodies of this person, the newest first. */
export const list = async (
  db: Reader,
  actor: Actor,
  { page, size }: QueryOf<typeof listReportPacks>,
): Promise<Reply> => {
  const found = db.selectFrom('report_pack').where(packIsVisible(actor))
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const packs = rows.map(packOf)
  const names = await namesFor(db, {
    units: packs.map(({ unitId }) => unitId),
    authors: packs.map(({ takenBy }) => takenBy),
  })
  const reply: Reply['rows'] = []
  for (const pack of packs) {
    const plan = await issuedVersion(db, pack.planId, pack.planNumber)
    const { name, post, unitName } = named(names, pack.takenBy)
    reply.push({
      id: pack.id,
      planTitle: plan?.title ?? '',
      planNumber: pack.planNumber,
      unitName: names.unit(pack.unitId),
      fileName: pack.file.name,
      by: { name, post, unitName },
      at: pack.takenAt,
      figures: pack.figures.length,
      evidence: pack.evidence.length,
      originals: pack.originals.map((file) => ({ name: file.name, digest: file.sha256, size: file.size })),
      left: [...pack.left],
    })
  }
  return { total, rows: reply }
}
