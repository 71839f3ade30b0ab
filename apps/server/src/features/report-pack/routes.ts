import * as contract from '@quanheng/contract/report-pack'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { newestScan } from '../../platform/files/custodian.ts'
import { keptFile } from '../../platform/files/sent-files.ts'
import {
  type Binding,
  bindHousekeeping,
  bindPrepared,
  bindQuery,
  type HousekeepingHandler,
} from '../../platform/http/bind.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { markUploaded } from '../../platform/jobs/uploaded-table.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'
import type { Platform } from '../../platform/platform.ts'
import { namesFor } from '../collection/index.ts'
import { plansAsked } from './asked.ts'
import { keepFiles } from './keep-files.ts'
import { list } from './list.ts'
import { make } from './make.ts'
import { previewOf } from './preview.ts'
import { type Reading, readPack } from './read-pack.ts'
import { receiptOf } from './receipt.ts'
import { visiblePack } from './store.ts'
import { preparing, take } from './take.ts'
import { packForm } from './workbook.ts'

type Asked = Omit<Reading, 'today'>

const reading = ({ db, actor, posts, context }: Asked): Reading => ({
  db,
  actor,
  posts,
  context,
  today: context.today,
})

/** What cannot be taken as it is leaves nothing behind; the files of a faultless pack are stored, to be cited when it is taken. */
const read =
  (platform: Platform): HousekeepingHandler<typeof contract.readReportPack> =>
  async (request) => {
    const pack = await readPack(platform, reading(request), request.body.digest)
    if (!pack.ok) return pack
    if (pack.value.faults.length === 0) {
      const kept = await keepFiles(platform, request.actor.personId, pack.value)
      if (!kept.ok) return kept
    }
    return ok(await previewOf(request.db, pack.value))
  }

export const reportPackRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.listReportPackPlans, async ({ db, actor, posts, context }) =>
    ok({ rows: await plansAsked({ db, actor, posts, today: context.today }) }),
  ),
  bindQuery(contract.makeReportPack, make),
  bindHousekeeping(contract.readReportPack, read(platform)),
  bindQuery(contract.markReportPack, async (request) => {
    const pack = await readPack(platform, reading(request), request.body.digest)
    if (!pack.ok) return pack
    const marks = pack.value.faults.flatMap(({ sheet, cell, text }) =>
      sheet !== null && cell !== null ? [{ sheet, cell, text }] : [],
    )
    const marked = await markUploaded(pack.value.workbook, packForm, marks)
    return marked === null ? refuse('upload.notFound') : ok(marked)
  }),
  bindPrepared(contract.takeReportPack, preparing(platform), take),
  bindQuery(contract.listReportPacks, async ({ db, actor, query }) => ok(await list(db, actor, query))),
  bindQuery(contract.reportPackReceipt, async ({ db, actor, params, query, context }) => {
    const pack = await visiblePack(db, actor, params.packId)
    if (!pack) return refuse('platform.notFound')
    const sheet = await receiptOf(db, pack, { today: context.today, seal: await printedSeal(db) })
    const names = await namesFor(db, { units: [pack.unitId] })
    const name = `填报包回执（${names.unit(pack.unitId)}）`
    const asked = { paper: { kind: 'form', sheet }, format: query.format, name } as const
    return ok(await paperFile(platform, asked, { actor, context }))
  }),
  bindQuery(contract.reportPackOriginal, async ({ db, actor, params }) => {
    const pack = await visiblePack(db, actor, params.packId)
    const file = pack?.originals.find(({ sha256 }) => sha256 === params.fileDigest)
    if (!file) return refuse('platform.notFound')
    if ((await newestScan(db, file.sha256))?.state === 'infected') return refuse('upload.infected')
    return ok(await keptFile(db, file.sha256))
  }),
]
