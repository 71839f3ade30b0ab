import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/office-template'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { officeTemplateKinds } from '@quanheng/domain/office-template/model'
import { type Tag, tagsOf } from '@quanheng/domain/office-template/tags'
import { message } from '@quanheng/messages/messages'
import { sampleTemplate } from '@quanheng/papers/template/sample-template'
import type { Reader } from '../../../platform/database/database.ts'
import { type Actor, postsFor, unitIdsOf } from '../../../platform/door/actor.ts'
import { dayOf } from '../../../platform/door/context.ts'
import type { FileReply } from '../../../platform/door/outcome.ts'
import { docxType } from '../../../platform/jobs/paper-file.ts'
import { plansVisibleTo, seesDraftsOf } from '../../plan/index.ts'
import { authorsNamed, unitNames } from '../../result/index.ts'
import type { ReadUpload } from './read-upload.ts'
import { paperOfRow, templateById, templatePaperById, templatesOf } from './store.ts'

const shown = ({ name, meaning, required }: Tag) => ({ name, meaning, required: required === true })

const kinds = officeTemplateKinds.map((kind) => ({
  kind,
  tags: tagsOf[kind].tags.map(shown),
  lists: tagsOf[kind].lists.map((list) => ({ ...shown(list), tags: list.tags.map(shown) })),
}))

const readable = (actor: Actor): readonly string[] => unitIdsOf(postsFor(actor, 'officeTemplate.read'))

export const listed = async (db: Reader, actor: Actor): Promise<ReplyOf<typeof contract.listOfficeTemplates>> => {
  const all = await templatesOf(db, readable(actor))
  const names = await unitNames(
    db,
    all.map(({ template }) => template.unitId),
  )
  const named = await authorsNamed(
    db,
    all.flatMap(({ template }) => template.versions.map(({ by }) => by)),
  )
  return {
    kinds: kinds.map((kind) => ({ ...kind })),
    rows: all.map(({ row, template }) => ({
      id: row.id,
      version: row.version,
      kind: template.kind,
      name: template.name,
      unitName: names.get(template.unitId) ?? '',
      active: template.active,
      versions: template.versions.toReversed().map(({ number, fileName, size, by, at, tags }) => ({
        number,
        fileName,
        size,
        by: named(by).name,
        at,
        tags: [...tags],
      })),
    })),
    mayEdit: postsFor(actor, 'officeTemplate.edit').length > 0,
  }
}

export const sample = async (kind: (typeof officeTemplateKinds)[number]): Promise<FileReply> => {
  const content = await sampleTemplate(kind)
  return { name: '文书模板样例.docx', mediaType: docxType, content, size: content.length }
}

/** Every fault in words, and the tags that stand right. */
export const checked = ({ checked: { faults, tags } }: ReadUpload): ReplyOf<typeof contract.checkOfficeTemplate> => ({
  faults: faults.map(({ code, params }) => ({ code, message: message('zh-CN', code, params) })),
  tags: [...tags],
})

/** A version as it was uploaded. */
export const templateFile = async (
  db: Reader,
  actor: Actor,
  id: string,
  number: number | undefined,
): Promise<Result<FileReply, Refusal>> => {
  const found = (await templateById(db, id))?.template
  const version = number === undefined ? found?.versions.at(-1) : found?.versions.find((one) => one.number === number)
  if (found === undefined || version === undefined || !readable(actor).includes(found.unitId))
    return refuse('platform.notFound')
  return ok({
    name: version.fileName,
    mediaType: docxType,
    content: { stored: version.sha256 },
    size: version.size,
  })
}

export const listedPapers = async (
  db: Reader,
  actor: Actor,
  planId: string,
): Promise<ReplyOf<typeof contract.listTemplatePapers>> => {
  const scope = plansVisibleTo(actor)
  const rows = await db
    .selectFrom('template_paper')
    .innerJoin('office_template', 'office_template.id', 'template_paper.template_id')
    .selectAll('template_paper')
    .select('office_template.name as template_name')
    .where('plan_id', '=', planId)
    .where('owner_unit_id', 'in', [...readable(actor)])
    .orderBy('at', 'desc')
    .orderBy('template_paper.id')
    .execute()
  const seen = rows.filter((row) => seesDraftsOf(scope, row.owner_unit_id))
  const named = await authorsNamed(
    db,
    seen.map(({ author }) => author),
  )
  const units = await unitNames(
    db,
    seen.flatMap(({ unit_id }) => unit_id ?? []),
  )
  return {
    rows: seen.map((row) => {
      const { id, kind, title, unitId, templateNumber, by, size } = paperOfRow(row)
      return {
        id,
        kind,
        title,
        unitName: unitId === null ? null : (units.get(unitId) ?? ''),
        templateName: row.template_name,
        templateNumber,
        by: named(by).name,
        on: dayOf(row.at),
        size,
      }
    }),
  }
}

export const paperFileOf = async (db: Reader, actor: Actor, id: string): Promise<Result<FileReply, Refusal>> => {
  const paper = await templatePaperById(db, id)
  const seen = paper !== undefined && readable(actor).includes(paper.ownerUnitId)
  if (!seen || !seesDraftsOf(plansVisibleTo(actor), paper.ownerUnitId)) return refuse('platform.notFound')
  const { title, sha256, size } = paper
  return ok({ name: `${title}.docx`, mediaType: docxType, content: { stored: sha256 }, size })
}
