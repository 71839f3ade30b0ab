import type { Refusal } from '@quanheng/contract/errors'
import type { beginFromFile, importPlanFile, readPlanFile } from '@quanheng/contract/plan-file'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { emptyContent } from '@quanheng/domain/plan/begin'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { citedFiles } from '@quanheng/domain/plan/named'
import { message } from '@quanheng/messages/messages'
import type { Reader } from '../../../platform/database/database.ts'
import type { Actor, HeldPost } from '../../../platform/door/actor.ts'
import type { CommandHandler, Preparation } from '../../../platform/door/outcome.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { drafterOf } from '../begin-service.ts'
import { citable } from '../cited.ts'
import { replaceContent } from '../draft-service.ts'
import { openDraft } from '../open-draft.ts'
import { plansVisibleTo } from '../scope.ts'
import { comparison } from '../version-queries.ts'
import { visibleDraft } from '../visible-draft.ts'
import { contentOf, type ReadUpload, readUpload } from './read-upload.ts'

/** Number and date come with an issue, never with a file: a draft keeps what it has of them. */
const asDraft = (content: PlanContent, current?: PlanContent): PlanContent => {
  const { number: _number, date: _date, ...document } = content.document
  const { number, date } = current?.document ?? {}
  return {
    ...content,
    document: { ...document, ...(number !== undefined && { number }), ...(date !== undefined && { date }) },
  }
}

/** Why a file that can be read cannot become this draft: it is of another kind or body, or cites a file that is not at hand. */
const unfit = async (
  db: Reader,
  actor: Actor,
  content: PlanContent,
  current: PlanContent | null,
  owners: readonly string[],
): Promise<Refusal | null> => {
  if (current && content.kind !== current.kind) return { code: 'plan.kindFixed' }
  if (current && content.ownerUnitId !== current.ownerUnitId) return { code: 'plan.ownerFixed' }
  if (!current && !owners.includes(content.ownerUnitId)) return { code: 'plan.otherUnit' }
  const known = new Set(current ? citedFiles(current) : [])
  const cited = citedFiles(content).filter((digest) => !known.has(digest))
  return (await citable(db, actor.personId, plansVisibleTo(actor), cited)) ? null : { code: 'plan.fileNotHere' }
}

const ownersAmong = (posts: readonly HeldPost[], content: PlanContent): readonly string[] => {
  const drafting = drafterOf(content.kind, posts)
  return drafting.ok ? posts.filter(({ kind }) => kind === drafting.value.kind).map(({ unitId }) => unitId) : []
}

const nothing: ReplyOf<typeof readPlanFile>['compared'] = { changes: [], names: {} }

export const readFile =
  (files: FileStore) =>
  async (request: {
    readonly db: Reader
    readonly actor: Actor
    readonly posts: readonly HeldPost[]
    readonly body: { readonly digest: string; readonly planId: string | null }
  }): Promise<Result<ReplyOf<typeof readPlanFile>, Refusal>> => {
    const { db, actor, posts, body } = request
    const draft = body.planId === null ? null : await visibleDraft(db, actor, body.planId)
    if (draft === undefined) return refuse('platform.notFound')
    const read = await readUpload(db, files, actor, body.digest)
    if (!read.ok) return read
    const { content: given, faults } = read.value
    if (!given) return ok({ faults: [...faults], plan: null, compared: nothing })
    const current = draft?.content ?? null
    const reason = await unfit(db, actor, given, current, ownersAmong(posts, given))
    if (reason)
      return ok({ faults: [{ line: 1, message: message('zh-CN', reason.code) }], plan: null, compared: nothing })
    const content = asDraft(given, current ?? undefined)
    const { kind, ownerUnitId, year, title } = content
    return ok({
      faults: [],
      plan: {
        kind,
        title,
        year,
        indicators: content.indicators.length,
        units: new Set(content.unitGroups.flatMap(({ unitIds }) => unitIds)).size,
        tasks: content.tasks.length,
      },
      compared: await comparison(db, current ?? emptyContent({ kind, ownerUnitId, year, title }), content),
    })
  }

/** Reads the file before any row is held, for a draft of the own unit only: whoever is not to know of it is not told of the file either. */
export const prepareImport =
  (files: FileStore): Preparation<typeof importPlanFile, ReadUpload> =>
  async ({ db, actor, posts, params, body }) => {
    const draft = await visibleDraft(db, actor, params.planId)
    const own = draft !== undefined && posts.some(({ unitId }) => unitId === draft.ownerUnitId)
    return own ? readUpload(db, files, actor, body.digest) : refuse('platform.notFound')
  }

export const prepareDraft =
  (files: FileStore): Preparation<typeof beginFromFile, ReadUpload> =>
  ({ db, actor, body }) =>
    readUpload(db, files, actor, body.digest)

export const importFile: CommandHandler<typeof importPlanFile, ReadUpload> = async (asked, read) => {
  const content = contentOf(read)
  if (!content.ok) return content
  return replaceContent(
    asked,
    async (current) => {
      const reason = await unfit(asked.tx, asked.actor, content.value, current, [])
      return reason ? { ok: false, error: reason } : ok(asDraft(content.value, current))
    },
    { type: 'planFileImported', planId: asked.params.planId, file: asked.body.digest },
  )
}

export const beginWithFile: CommandHandler<typeof beginFromFile, ReadUpload> = async (
  { tx, actor, posts, context, body },
  read,
) => {
  const given = contentOf(read)
  if (!given.ok) return given
  const drafting = drafterOf(given.value.kind, posts)
  if (!drafting.ok) return drafting
  const reason = await unfit(tx, actor, given.value, null, ownersAmong(posts, given.value))
  if (reason) return { ok: false, error: reason }
  const content = asDraft(given.value)
  const post =
    posts.find(({ kind, unitId }) => kind === drafting.value.kind && unitId === content.ownerUnitId) ?? drafting.value
  const { row, change } = await openDraft(tx, { actor, post }, { content, parentPlanId: null, carried: [] }, context)
  return ok({
    post,
    events: [
      { type: 'planBegun', planId: row.id, kind: row.kind, year: row.year, copiedFrom: null },
      { type: 'planFileImported', planId: row.id, file: body.digest },
    ],
    changes: [change],
    reply: { id: row.id },
  })
}
