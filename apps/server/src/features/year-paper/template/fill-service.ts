import { Buffer } from 'node:buffer'
import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/office-template'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { isPerUnit, type TemplatePaper, type TemplateVersion } from '@quanheng/domain/office-template/model'
import { type Actor, authorUnder, postsFor, unitIdsOf } from '../../../platform/door/actor.ts'
import type { Context } from '../../../platform/door/context.ts'
import type { CommandHandler, FileReply, Preparation } from '../../../platform/door/outcome.ts'
import type { FileStore, StoredFile } from '../../../platform/files/file-store.ts'
import { docxType } from '../../../platform/jobs/paper-file.ts'
import { ChildFailed, runInChild } from '../../../platform/jobs/run.ts'
import type { Platform } from '../../../platform/platform.ts'
import { issuedPlan, lockIssuedPlan, visibleDraft } from '../../plan/index.ts'
import { carryingPosts } from '../../result/index.ts'
import type { FillOrder } from './fill-task.ts'
import { childLimits } from './read-upload.ts'
import { type TemplateSource, templateSource } from './source.ts'
import { insertTemplatePaper, type LoadedTemplate, templateById } from './store.ts'

interface Asked {
  readonly templateId: string
  readonly planId: string
  readonly unitId: string | null
}

interface Filled {
  readonly source: TemplateSource
  readonly found: LoadedTemplate
  readonly version: TemplateVersion
  readonly bytes: Uint8Array
}

const bytesOf = async (files: FileStore, sha256: string): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  for await (const part of files.open(sha256)) parts.push(part as Uint8Array)
  return Buffer.concat(parts)
}

const filledIn = async (order: FillOrder): Promise<Result<Uint8Array, Refusal>> => {
  try {
    return await runInChild<FillOrder, Result<Uint8Array, Refusal>>(
      new URL('./fill-task.ts', import.meta.url),
      order,
      childLimits,
    )
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    return refuse('officeTemplate.notFillable')
  }
}

/** The newest version of a template in sight, filled with what the plan or its locked version says now. */
const filled = async (
  platform: Platform,
  actor: Actor,
  { templateId, planId, unitId }: Asked,
  context: Context,
): Promise<Result<Filled, Refusal>> => {
  const found = await templateById(platform.db, templateId)
  const version = found?.template.versions.at(-1)
  const seen = unitIdsOf(postsFor(actor, 'officeTemplate.read'))
  if (found === undefined || version === undefined || !seen.includes(found.template.unitId))
    return refuse('platform.notFound')
  const { kind, active } = found.template
  if (!active) return refuse('officeTemplate.retired')
  const { now, today } = context
  const asked = { planId, kind, unitId: isPerUnit(kind) ? unitId : null, tags: version.tags, now, today }
  const source = await templateSource(platform.db, actor, asked)
  if (!source.ok) return source
  if (source.value.ownerUnitId !== found.template.unitId) return refuse('platform.notFound')
  const made = await filledIn({ bytes: await bytesOf(platform.files, version.sha256), values: source.value.values })
  return made.ok ? ok({ source: source.value, found, version, bytes: made.value }) : made
}

/** What the template would make now; nothing is kept. */
export const preview = async (
  platform: Platform,
  actor: Actor,
  asked: Asked,
  context: Context,
): Promise<Result<FileReply, Refusal>> => {
  const made = await filled(platform, actor, asked, context)
  if (!made.ok) return made
  const { source, bytes } = made.value
  return ok({ name: `预览 ${source.title}.docx`, mediaType: docxType, content: bytes, size: bytes.length })
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

const largest = 50 * 1_048_576

type Kept = Omit<Filled, 'bytes'> & { readonly file: StoredFile }

/** The paper, made and kept while nothing is held; null where there is nothing in sight. */
export const makeBefore =
  (platform: Platform): Preparation<typeof contract.fillOfficeTemplate, Kept | null> =>
  async ({ actor, params, body, context }) => {
    const asked = { templateId: params.officeTemplateId, planId: body.planId, unitId: body.unitId }
    const made = await filled(platform, actor, asked, context)
    if (!made.ok) return made.error.code === 'platform.notFound' ? ok(null) : made
    const { bytes, ...rest } = made.value
    if (rest.source.stop !== null) return { ok: false, error: rest.source.stop }
    const file = await platform.files.put(once(bytes), largest)
    return file.ok ? ok({ ...rest, file: file.value }) : file
  }

/** Whether plan version or run are still those that the paper was made from. */
const stands = async (
  { tx, body }: Parameters<CommandHandler<typeof contract.fillOfficeTemplate>>[0],
  { source, found }: Kept,
): Promise<boolean> => {
  if (found.template.kind === 'pledge') return (await issuedPlan(tx, body.planId))?.digest === source.digest
  const row = await tx
    .selectFrom('result')
    .select('id')
    .where('plan_id', '=', body.planId)
    .where('run_digest', '=', source.digest)
    .where('state', '<>', 'voided')
    .forShare()
    .executeTakeFirst()
  return row !== undefined
}

export const fill: CommandHandler<typeof contract.fillOfficeTemplate, Kept | null> = async (asked, kept) => {
  const { tx, actor, posts, body, context } = asked
  await lockIssuedPlan(tx, body.planId)
  const draft = await visibleDraft(tx, actor, body.planId)
  const post = draft && carryingPosts(posts, (await issuedPlan(tx, body.planId)) ?? draft)[0]
  if (kept === null || post === undefined) return refuse('platform.notFound')
  if (!(await stands(asked, kept)))
    return refuse('officialPaper.sourceMoved', { params: { figures: kept.source.title } })
  const { source, found, version, file } = kept
  const paper: TemplatePaper = {
    id: context.newId(),
    planId: body.planId,
    ownerUnitId: source.ownerUnitId,
    kind: found.template.kind,
    unitId: isPerUnit(found.template.kind) ? body.unitId : null,
    templateId: found.template.id,
    templateNumber: version.number,
    sourceDigest: source.digest,
    title: source.title,
    sha256: file.sha256,
    size: file.size,
    by: authorUnder(actor, post),
    at: context.now.toISOString(),
  }
  const change = await insertTemplatePaper(tx, paper)
  return ok({
    post,
    events: [{ type: 'templatePaperMade', templatePaperId: paper.id, digest: file.sha256 }],
    changes: [change],
    reply: { templatePaperId: paper.id },
  })
}
