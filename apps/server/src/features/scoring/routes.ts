import * as contract from '@quanheng/contract/sheet'
import * as whys from '@quanheng/contract/why'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { exportMark } from '../../platform/jobs/export-mark.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { runInWorker } from '../../platform/jobs/run.ts'
import { xlsxType } from '../../platform/jobs/table-file.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'
import type { Platform } from '../../platform/platform.ts'
import { recordItem, recordItems } from './item-service.ts'
import { list } from './list-sheets.ts'
import { confirmPaper, refusePaper, registerPaper, signersOn } from './paper-service.ts'
import { printedSheet } from './printing.ts'
import { sheetsVisibleTo } from './scope.ts'
import { readVisible, sheetNames, show } from './show-sheet.ts'
import { recall, score, sendBack, sign } from './sign-service.ts'
import { whyScore } from './why.ts'
import type { WorkbookOrder } from './workbook-task.ts'

const workbookTask = new URL('./workbook-task.ts', import.meta.url)

export const scoringRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.listSheets, async ({ db, actor, query, context }) =>
    ok(await list(db, actor, query, context.today)),
  ),
  bindQuery(contract.showSheet, ({ db, actor, params, context }) => show(db, actor, params.sheetId, context.today)),
  bindCommand(contract.recordItem, recordItem),
  bindCommand(contract.recordItems, recordItems),
  bindCommand(contract.scoreSheet, score),
  bindCommand(contract.signSheet, sign),
  bindCommand(contract.returnSheet, sendBack),
  bindCommand(contract.recallSheet, recall),
  bindCommand(contract.registerPaperSignature, registerPaper),
  bindCommand(contract.confirmPaperSignature, confirmPaper),
  bindCommand(contract.refusePaperSignature, refusePaper),
  bindQuery(contract.listSigners, async ({ db, actor, params, context }) => {
    const read = await readVisible(db, actor, params.sheetId, context.today)
    if (!read.ok) return read
    const signers = await signersOn(db, read.value.row, read.value.order.map, context.today)
    return ok({
      rows: signers.map(({ name, unitName, role, author }) => ({
        personId: author.personId,
        name,
        post: author.post,
        role,
        unitName,
      })),
    })
  }),
  bindQuery(contract.sheetPaper, async ({ db, actor, params, query, context }) => {
    const read = await readVisible(db, actor, params.sheetId, context.today)
    if (!read.ok) return read
    const printing = { today: context.today, seal: await printedSeal(db) }
    const sheet = printedSheet(read.value, await sheetNames(db, read.value), printing)
    const { format } = query
    const taking = { actor, context }
    if (format !== 'xlsx')
      return ok(await paperFile(platform, { paper: { kind: 'score', sheet }, format, name: sheet.title }, taking))
    const content = await runInWorker<WorkbookOrder, Uint8Array>(workbookTask, {
      sheet,
      watermark: exportMark(taking),
    })
    return ok({ name: `${sheet.title}.xlsx`, mediaType: xlsxType, content })
  }),
  bindQuery(contract.signatureScan, async ({ db, actor, params, context }) => {
    const read = await readVisible(db, actor, params.sheetId, context.today)
    if (!read.ok) return read
    const signature = read.value.sheet.signatures.find(({ id }) => id === params.signatureId)
    if (signature?.means.kind !== 'paper') return refuse('platform.notFound')
    const { scanDigest } = signature.means
    const upload = await db.selectFrom('upload').selectAll().where('sha256', '=', scanDigest).executeTakeFirst()
    const mediaType = upload?.media_type ?? 'application/octet-stream'
    return ok({
      name: upload?.name ?? scanDigest,
      mediaType,
      content: { stored: scanDigest },
      inline: mediaType === 'application/pdf' || mediaType.startsWith('image/'),
    })
  }),
  bindQuery(whys.whyItem, ({ db, actor, params, context }) =>
    whyScore(db, sheetsVisibleTo(actor), params.itemId, context.today),
  ),
]
