import { Buffer } from 'node:buffer'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Refusal } from '@quanheng/contract/errors'
import type { showInspection } from '@quanheng/contract/progress-report'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { inForce, type SuperiorPlan } from '@quanheng/domain/superior-plan/model'
import { label } from '@quanheng/messages/labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import { writeZip, type ZipPart } from '@quanheng/papers/zip/write'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { listFile, type TakenOut } from '../../platform/jobs/list-file.ts'
import { namesOf } from '../scoring/index.ts'
import { contentFor, readsWhole, visibleSuperiorPlan } from '../superior-plan/index.ts'
import { sharesFor } from './round.ts'
import { sayPeriod } from './say-period.ts'
import { reportsOf } from './store.ts'

type Reply = ReplyOf<typeof showInspection>
type Row = Reply['rows'][number]

/** A pack is put together in memory. */
const mostMegabytes = 200

/** 迎检资料: for each indicator in sight who must show what, what lies with the reports, and who has brought nothing. */
const inspectionFor = async (
  db: Reader,
  actor: Actor,
  superiorPlanId: string,
): Promise<{ readonly plan: SuperiorPlan; readonly rows: readonly Row[] } | undefined> => {
  const plan = await visibleSuperiorPlan(db, actor, superiorPlanId)
  if (!plan) return undefined
  const indicators = readsWhole(actor, plan) ? (inForce(plan)?.indicators ?? []) : contentFor(actor, plan).indicators
  const shares = sharesFor(actor, plan)
  const reports = (await reportsOf(db, [plan.id])).filter(({ model }) => model.state !== 'returned')
  const names = await namesOf(db, {
    units: shares.map(({ unitId }) => unitId),
    sections: shares.flatMap(({ sectionId }) => sectionId ?? []),
  })
  const rows = indicators.flatMap((indicator, at) =>
    shares
      .filter(({ indicatorKey }) => indicatorKey === indicator.key)
      .map((share): Row => {
        const found = reports.flatMap(({ model }) =>
          model.shareKey === share.key
            ? model.content.files.map(({ digest, name }) => ({
                digest,
                name,
                period: model.period,
                progressReportId: model.id,
              }))
            : [],
        )
        // One file that went with several rounds is one.
        const files = [...new Map(found.map((file) => [file.digest, file])).values()]
        return {
          number: at + 1,
          shareKey: share.key,
          indicator: indicator.name,
          role: share.role,
          unitName: names.get(share.unitId) ?? '',
          sectionName: share.sectionId === undefined ? '' : (names.get(share.sectionId) ?? ''),
          owner: share.ownerName || label('zh-CN', 'sharePost', share.post),
          files,
        }
      }),
  )
  return { plan, rows }
}

export const inspection = async (db: Reader, actor: Actor, superiorPlanId: string): Promise<Result<Reply, Refusal>> => {
  const found = await inspectionFor(db, actor, superiorPlanId)
  if (!found) return refuse('platform.notFound')
  const missing = found.rows.filter(({ files }) => files.length === 0).length
  return ok({ rows: [...found.rows], missing, mayPack: readsWhole(actor, found.plan) })
}

const columns: readonly TableColumn[] = [
  { key: 'number', header: '编号', width: 8, kind: 'text' },
  { key: 'indicator', header: '上级指标', width: 34, kind: 'text' },
  { key: 'role', header: '责任', width: 8, kind: 'text' },
  { key: 'unit', header: '承担单位', width: 26, kind: 'text' },
  { key: 'section', header: '科室', width: 18, kind: 'text' },
  { key: 'owner', header: '责任人', width: 16, kind: 'text' },
  { key: 'state', header: '情况', width: 10, kind: 'text' },
  { key: 'file', header: '材料', width: 40, kind: 'text' },
  { key: 'period', header: '期次', width: 16, kind: 'text' },
  { key: 'digest', header: 'SHA-256', width: 68, kind: 'text' },
]

const tableOf = (plan: SuperiorPlan, rows: readonly Row[]): TakenOut => ({
  title: `${plan.content.document.title}迎检资料目录`,
  columns,
  rows: rows.flatMap((row) => {
    const head = {
      number: String(row.number),
      indicator: row.indicator,
      role: label('zh-CN', 'shareRole', row.role),
      unit: row.unitName,
      section: row.sectionName || undefined,
      owner: row.owner,
    }
    return row.files.length === 0
      ? [{ ...head, state: '缺' }]
      : row.files.map(({ name, period, digest }) => ({
          ...head,
          state: '已有',
          file: name,
          period: sayPeriod(period),
          digest,
        }))
  }),
  scope: '其他单位承担的任务',
})

/** 迎检资料目录 as a workbook: what is there, what is missing, who owes it. */
export const inspectionTable = async (
  db: Reader,
  actor: Actor,
  superiorPlanId: string,
): Promise<Result<TakenOut, Refusal>> => {
  const found = await inspectionFor(db, actor, superiorPlanId)
  return found ? ok(tableOf(found.plan, found.rows)) : refuse('platform.notFound')
}

/** Signs that a folder may not bear, and dots that would hide it. */
const folder = (name: string): string =>
  name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(0, 60)

const two = (n: number): string => String(n).padStart(2, '0')

const bytesOf = async (files: FileStore, digest: string): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  for await (const part of files.open(digest)) parts.push(part as Uint8Array)
  return Buffer.concat(parts)
}

interface Packing {
  readonly db: Reader
  readonly actor: Actor
  readonly context: Context
}

/** 迎检资料包: numbered folders by indicator and unit, and the catalogue that says what is missing. */
export const inspectionPack = async (
  files: FileStore,
  { db, actor, context }: Packing,
  superiorPlanId: string,
): Promise<Result<FileReply, Refusal>> => {
  const found = await inspectionFor(db, actor, superiorPlanId)
  if (!found || !readsWhole(actor, found.plan)) return refuse('platform.notFound')
  const { plan, rows } = found
  const digests = [...new Set(rows.flatMap((row) => row.files.map(({ digest }) => digest)))]
  const sizes =
    digests.length === 0
      ? []
      : await db.selectFrom('upload').select(['sha256', 'size']).where('sha256', 'in', digests).execute()
  const bytes = [...new Map(sizes.map(({ sha256, size }) => [sha256, size])).values()].reduce((a, b) => a + b, 0)
  if (bytes > mostMegabytes * 1_048_576)
    return refuse('progressReport.packTooLarge', { params: { limit: `${mostMegabytes} MB` } })
  const catalogue = tableOf(plan, rows)
  const { content } = listFile(catalogue.title, catalogue, { actor, context, query: { format: 'xlsx' } })
  const parts: ZipPart[] = [{ path: '迎检资料目录.xlsx', bytes: new Uint8Array(await buffer(content as Readable)) }]
  for (const row of rows) {
    const place = `${two(row.number)}-${folder(row.indicator)}/${folder(`${row.unitName}${row.sectionName}`)}`
    for (const [at, file] of row.files.entries())
      parts.push({ path: `${place}/${two(at + 1)}-${folder(file.name)}`, bytes: await bytesOf(files, file.digest) })
  }
  const zip = await writeZip(parts)
  return ok({
    name: `迎检资料-${plan.content.document.title}-${context.today}.zip`,
    mediaType: 'application/zip',
    content: zip,
    size: zip.byteLength,
  })
}
