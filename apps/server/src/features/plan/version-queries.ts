import type { Refusal } from '@quanheng/contract/errors'
import type { comparePlan, listVersions, showVersion } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { compareVersions } from '@quanheng/domain/plan/compare'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { citedFiles, namedIds, rowNames } from '@quanheng/domain/plan/named'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { namesOf } from './check-context.ts'
import { authorsNamed, seenContent, seenPlan } from './show.ts'
import { versionsOf } from './store.ts'

export const versions = async (
  db: Reader,
  actor: Actor,
  planId: string,
): Promise<Result<ReplyOf<typeof listVersions>, Refusal>> => {
  const seen = await seenPlan(db, actor, planId)
  if (!seen.ok) return seen
  const rows = await versionsOf(db, planId)
  const named = await authorsNamed(
    db,
    rows.flatMap((row) => [row.author, ...row.acceptances.map((acceptance) => acceptance.by)]),
  )
  return ok({
    rows: rows.map((row) => ({
      number: row.number,
      digest: row.digest,
      way: row.way,
      documentNumber: row.document_number,
      documentDate: row.document_date,
      scanDigest: row.scan_digest,
      reason: row.reason,
      issuedAt: row.issued_at.toISOString(),
      author: named(row.author),
      acceptances: row.acceptances.map(({ code, at, reason, on, by }) => ({ code, at, reason, on, by: named(by) })),
    })),
  })
}

export const version = async (
  db: Reader,
  actor: Actor,
  planId: string,
  number: number,
): Promise<Result<ReplyOf<typeof showVersion>, Refusal>> => {
  const content = await seenContent(db, actor, planId, number)
  return content.ok
    ? ok({ content: content.value, names: { ...(await namesOf(db, namedIds(content.value))) } })
    : content
}

/** A draft has neither number nor date yet: that is no difference to the version in force. */
const givenAtIssue: ReadonlySet<string> = new Set(['document.number', 'document.date'])

export const compare = async (
  db: Reader,
  actor: Actor,
  planId: string,
  from: number,
  to: number | undefined,
): Promise<Result<ReplyOf<typeof comparePlan>, Refusal>> => {
  const before = await seenContent(db, actor, planId, from)
  if (!before.ok) return before
  const after = await seenContent(db, actor, planId, to)
  if (!after.ok) return after
  return ok(await comparison(db, before.value, after.value))
}

/** Every difference between two contents, with the names of both. */
export const comparison = async (
  db: Reader,
  before: PlanContent,
  after: PlanContent,
): Promise<ReplyOf<typeof comparePlan>> => {
  const [a, b] = [namedIds(before), namedIds(after)]
  const names = await namesOf(db, {
    units: [...a.units, ...b.units],
    sections: [...a.sections, ...b.sections],
    people: [...a.people, ...b.people],
  })
  return {
    changes: compareVersions(before, after)
      .filter(({ at, after: now }) => now !== undefined || !givenAtIssue.has(at))
      .map((change) => ({ ...change })),
    names: { ...rowNames(before, after), ...names },
  }
}

/** Types that a browser shows without running anything in them. */
const shown = /^(application\/pdf|image\/(png|jpeg|gif|webp))$/

/** A file that the visible content, or a version of the plan, cites. */
export const citedFile = async (
  db: Reader,
  actor: Actor,
  planId: string,
  digest: string,
): Promise<Result<FileReply, Refusal>> => {
  const seen = await seenPlan(db, actor, planId)
  if (!seen.ok) return seen
  const issued = await versionsOf(db, planId)
  const contents = [seen.value.plan.content, ...issued.map((row) => row.content)]
  const cited =
    contents.some((content) => citedFiles(content).includes(digest)) || issued.some((row) => row.scan_digest === digest)
  if (!cited) return refuse('platform.notFound')
  const upload = await db
    .selectFrom('upload')
    .select(['name', 'media_type', 'size'])
    .where('sha256', '=', digest)
    .orderBy('received_at')
    .executeTakeFirst()
  const mediaType = upload?.media_type ?? 'application/octet-stream'
  return ok({
    name: upload?.name ?? digest,
    mediaType,
    content: { stored: digest },
    ...(upload && { size: upload.size }),
    inline: shown.test(mediaType),
  })
}
