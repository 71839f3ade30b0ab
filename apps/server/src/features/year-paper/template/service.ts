import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/office-template'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { OfficeTemplate, TemplateVersion } from '@quanheng/domain/office-template/model'
import { authorUnder, type HeldPost } from '../../../platform/door/actor.ts'
import type { CommandHandler, CommandRequest, Outcome, Preparation } from '../../../platform/door/outcome.ts'
import { sameVersion } from '../../../platform/door/stale.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { faultlessUpload, type ReadUpload } from './read-upload.ts'
import {
  insertTemplate,
  type LoadedTemplate,
  lockTemplate,
  nameTaken,
  officeTemplateChange,
  saveTemplate,
  templateById,
} from './store.ts'

type Asked = Pick<CommandRequest<typeof contract.addOfficeTemplate>, 'tx' | 'actor' | 'context'>

const versionFrom = (
  { actor, context }: Asked,
  post: HeldPost,
  number: number,
  { digest, read }: { readonly digest: string; readonly read: ReadUpload },
): TemplateVersion => ({
  number,
  sha256: digest,
  size: read.file.bytes.length,
  fileName: read.file.name,
  tags: read.checked.tags,
  by: authorUnder(actor, post),
  at: context.now.toISOString(),
})

export const readForAdd =
  (files: FileStore): Preparation<typeof contract.addOfficeTemplate, ReadUpload> =>
  ({ db, actor, body }) =>
    faultlessUpload(db, files, { personId: actor.personId, digest: body.digest, kind: body.templateKind })

export const add: CommandHandler<typeof contract.addOfficeTemplate, ReadUpload> = async (asked, read) => {
  const { tx, posts, body, context } = asked
  const [post] = posts
  if (post === undefined) return refuse('platform.notFound')
  // Two at once at one unit's templates: the second waits here and then sees the first.
  await tx.selectFrom('unit').select('id').where('id', '=', post.unitId).forUpdate().execute()
  const template: OfficeTemplate = {
    id: context.newId(),
    unitId: post.unitId,
    kind: body.templateKind,
    name: normaliseName(body.name),
    active: true,
    versions: [versionFrom(asked, post, 1, { digest: body.digest, read })],
  }
  if (await nameTaken(tx, template))
    return refuse('officeTemplate.nameTaken', { at: 'body.name', params: { name: template.name } })
  const after = await insertTemplate(tx, template)
  return ok({
    post,
    events: [{ type: 'officeTemplateAdded', officeTemplateId: template.id, digest: body.digest }],
    changes: [officeTemplateChange(null, after)],
    reply: { officeTemplateId: template.id },
  })
}

/** A template of one of the caller's units, held to the end of the transaction, as the caller saw it. */
const held = async (
  { tx, posts }: { readonly tx: Asked['tx']; readonly posts: readonly HeldPost[] },
  id: string,
  seen: number,
): Promise<Result<{ readonly before: LoadedTemplate; readonly post: HeldPost }, Refusal>> => {
  const before = await lockTemplate(tx, id)
  const post = posts.find(({ unitId }) => unitId === before?.template.unitId)
  if (before === undefined || post === undefined) return refuse('platform.notFound')
  const current = await sameVersion(tx, before.row, seen)
  return current.ok ? ok({ before, post }) : current
}

const saved = async (
  tx: Asked['tx'],
  { before, post }: { readonly before: LoadedTemplate; readonly post: HeldPost },
  next: OfficeTemplate,
  type: 'officeTemplateRevised' | 'officeTemplateChanged',
): Promise<Result<Outcome<{ version: number }>, Refusal>> => {
  const after = await saveTemplate(tx, before, next)
  return ok({
    post,
    events: [{ type, officeTemplateId: next.id, active: next.active }],
    changes: [officeTemplateChange(before, after)],
    reply: { version: after.row.version },
  })
}

/** Null where there is no such template in sight: the command says so. */
export const readForRevise =
  (files: FileStore): Preparation<typeof contract.reviseOfficeTemplate, ReadUpload | null> =>
  async ({ db, actor, posts, params, body }) => {
    const found = await templateById(db, params.officeTemplateId)
    if (found === undefined || !posts.some(({ unitId }) => unitId === found.template.unitId)) return ok(null)
    return faultlessUpload(db, files, {
      personId: actor.personId,
      digest: body.digest,
      kind: found.template.kind,
    })
  }

export const revise: CommandHandler<typeof contract.reviseOfficeTemplate, ReadUpload | null> = async (asked, read) => {
  const { tx, params, body } = asked
  const holding = await held(asked, params.officeTemplateId, body.version)
  if (!holding.ok) return holding
  if (read === null) return refuse('platform.notFound')
  const { before, post } = holding.value
  const { template } = before
  if (!template.active) return refuse('officeTemplate.retired')
  if (template.versions.at(-1)?.sha256 === body.digest) return refuse('officeTemplate.sameFile')
  const version = versionFrom(asked, post, template.versions.length + 1, { digest: body.digest, read })
  return saved(tx, holding.value, { ...template, versions: [...template.versions, version] }, 'officeTemplateRevised')
}

export const change: CommandHandler<typeof contract.changeOfficeTemplate> = async (asked) => {
  const { tx, params, body } = asked
  const holding = await held(asked, params.officeTemplateId, body.version)
  if (!holding.ok) return holding
  const { template } = holding.value.before
  const next = { ...template, name: normaliseName(body.name), active: body.active }
  if (next.name === template.name && next.active === template.active) return refuse('officeTemplate.unchanged')
  await tx.selectFrom('unit').select('id').where('id', '=', template.unitId).forUpdate().execute()
  if (next.active && (await nameTaken(tx, next)))
    return refuse('officeTemplate.nameTaken', { at: 'body.name', params: { name: next.name } })
  return saved(tx, holding.value, next, 'officeTemplateChanged')
}
