import { Buffer } from 'node:buffer'
import type { Refusal } from '@quanheng/contract/errors'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { type Asking, listFile } from '../../platform/jobs/list-file.ts'
import { reportById } from './report-store.ts'
import { visibleResult } from './result-store.ts'
import { runOf } from './run-store.ts'
import { resultsVisibleTo, seesResultsOf } from './scope.ts'
import { scoresList } from './scores-table.ts'

/** The run of a lead unit's locked version; totals leave the platform as papers only. */
const leadResult = async (db: Reader, actor: Actor, resultId: string) => {
  const found = await visibleResult(db, resultsVisibleTo(actor), resultId)
  const run = found && (await runOf(db, found.result.runDigest))
  return found?.result.purpose === 'leadReport' && run !== undefined ? { ...found, run } : undefined
}

export const scoresFile = async (db: Reader, resultId: string, asking: Asking): Promise<Result<FileReply, Refusal>> => {
  const found = await leadResult(db, asking.actor, resultId)
  if (found === undefined) return refuse('platform.notFound')
  const { run, row } = found
  const list = { ...scoresList(run), dataAt: row.frozen_at, scope: '其他牵头单位负责的指标' }
  return ok(listFile(list.title, list, asking))
}

export const scoresJson = async (db: Reader, actor: Actor, resultId: string): Promise<Result<FileReply, Refusal>> => {
  const found = await leadResult(db, actor, resultId)
  if (found === undefined) return refuse('platform.notFound')
  const content = Buffer.from(canonicalJson(found.run))
  return ok({ name: 'scores.json', mediaType: 'application/json', content, size: content.length })
}

/** The stamped scan of a report that came on paper, for the office and for the lead unit itself. */
export const scanOf = async (
  db: Reader,
  actor: Actor,
  { reportId, digest }: { readonly reportId: string; readonly digest: string },
): Promise<Result<FileReply, Refusal>> => {
  const found = await reportById(db, reportId)
  const cited = found?.report.versions.some(({ via }) => via.kind === 'paper' && via.scanDigest === digest)
  if (found === undefined || !cited || !seesResultsOf(resultsVisibleTo(actor), found.row.lead_unit_id)) {
    return refuse('platform.notFound')
  }
  const upload = await db.selectFrom('upload').selectAll().where('sha256', '=', digest).executeTakeFirst()
  return ok({
    name: upload?.name ?? `${digest.slice(0, 12)}`,
    mediaType: upload?.media_type ?? 'application/octet-stream',
    content: { stored: digest },
    ...(upload && { size: upload.size }),
  })
}
