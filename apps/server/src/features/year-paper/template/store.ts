import {
  canonicalOfficeTemplate,
  canonicalTemplatePaper,
  type OfficeTemplate,
  type TemplatePaper,
  type TemplateVersion,
} from '@quanheng/domain/office-template/model'
import { json, type Reader, type Tx } from '../../../platform/database/database.ts'
import type { Change } from '../../../platform/door/outcome.ts'
import type { OfficeTemplateRow, OfficeTemplateVersionRow, TemplatePaperRow } from './tables.ts'

export interface LoadedTemplate {
  readonly row: OfficeTemplateRow
  readonly template: OfficeTemplate
}

const versionOf = (row: OfficeTemplateVersionRow): TemplateVersion => ({
  number: row.number,
  sha256: row.sha256,
  size: row.size,
  fileName: row.file_name,
  tags: row.tags,
  by: row.author,
  at: row.at.toISOString(),
})

const loaded = (row: OfficeTemplateRow, versions: readonly OfficeTemplateVersionRow[]): LoadedTemplate => ({
  row,
  template: {
    id: row.id,
    unitId: row.unit_id,
    kind: row.kind,
    name: row.name,
    active: row.active,
    versions: versions.filter(({ template_id }) => template_id === row.id).map(versionOf),
  },
})

export const canonicalLoadedTemplate = ({ row, template }: LoadedTemplate): object => ({
  ...canonicalOfficeTemplate(template),
  version: row.version,
})

export const officeTemplateChange = (before: LoadedTemplate | null, after: LoadedTemplate): Change => ({
  noun: 'officeTemplate',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalLoadedTemplate(before),
  after: canonicalLoadedTemplate(after),
})

const withVersions = async (db: Reader, rows: readonly OfficeTemplateRow[]): Promise<readonly LoadedTemplate[]> => {
  if (rows.length === 0) return []
  const versions = await db
    .selectFrom('office_template_version')
    .selectAll()
    .where(
      'template_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('number')
    .execute()
  return rows.map((row) => loaded(row, versions))
}

/** Templates of these units: those in use first. */
export const templatesOf = async (db: Reader, unitIds: readonly string[]): Promise<readonly LoadedTemplate[]> => {
  if (unitIds.length === 0) return []
  const rows = await db
    .selectFrom('office_template')
    .selectAll()
    .where('unit_id', 'in', unitIds)
    .orderBy('active', 'desc')
    .orderBy('kind')
    .orderBy('name')
    .execute()
  return withVersions(db, rows)
}

/** Unscoped. */
export const templateById = async (db: Reader, id: string): Promise<LoadedTemplate | undefined> => {
  const rows = await db.selectFrom('office_template').selectAll().where('id', '=', id).execute()
  return (await withVersions(db, rows))[0]
}

export const lockTemplate = async (tx: Tx, id: string): Promise<LoadedTemplate | undefined> => {
  const rows = await tx.selectFrom('office_template').selectAll().where('id', '=', id).forUpdate().execute()
  return (await withVersions(tx, rows))[0]
}

/** Another template in use of the unit and kind has the name. */
export const nameTaken = async (tx: Tx, { id, unitId, kind, name }: OfficeTemplate): Promise<boolean> =>
  (await tx
    .selectFrom('office_template')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('active', '=', true)
    .where('id', '<>', id)
    .executeTakeFirst()) !== undefined

const insertVersion = (tx: Tx, templateId: string, version: TemplateVersion) =>
  tx
    .insertInto('office_template_version')
    .values({
      template_id: templateId,
      number: version.number,
      sha256: version.sha256,
      size: version.size,
      file_name: version.fileName,
      tags: [...version.tags],
      author: json(version.by),
      at: version.at,
    })
    .execute()

export const insertTemplate = async (tx: Tx, template: OfficeTemplate): Promise<LoadedTemplate> => {
  const { id, unitId, kind, name, active, versions } = template
  const row: OfficeTemplateRow = { id, unit_id: unitId, kind, name, active, version: 1 }
  await tx.insertInto('office_template').values(row).execute()
  for (const version of versions) await insertVersion(tx, id, version)
  return { row, template }
}

/** Name and use as they are now, with whatever versions are new. */
export const saveTemplate = async (
  tx: Tx,
  before: LoadedTemplate,
  template: OfficeTemplate,
): Promise<LoadedTemplate> => {
  const row = { ...before.row, name: template.name, active: template.active, version: before.row.version + 1 }
  const { name, active, version } = row
  await tx.updateTable('office_template').set({ name, active, version }).where('id', '=', row.id).execute()
  for (const one of template.versions.slice(before.template.versions.length)) await insertVersion(tx, row.id, one)
  return { row, template }
}

export const paperOfRow = (row: TemplatePaperRow): TemplatePaper => ({
  id: row.id,
  planId: row.plan_id,
  ownerUnitId: row.owner_unit_id,
  kind: row.kind,
  unitId: row.unit_id,
  templateId: row.template_id,
  templateNumber: row.template_number,
  sourceDigest: row.source_digest,
  title: row.title,
  sha256: row.sha256,
  size: row.size,
  by: row.author,
  at: row.at.toISOString(),
})

/** Unscoped. */
export const templatePaperById = async (db: Reader, id: string): Promise<TemplatePaper | undefined> => {
  const row = await db.selectFrom('template_paper').selectAll().where('id', '=', id).executeTakeFirst()
  return row && paperOfRow(row)
}

export const canonicalPaperRow = (paper: TemplatePaper): object => ({ ...canonicalTemplatePaper(paper), version: 1 })

export const insertTemplatePaper = async (tx: Tx, paper: TemplatePaper): Promise<Change> => {
  await tx
    .insertInto('template_paper')
    .values({
      id: paper.id,
      plan_id: paper.planId,
      owner_unit_id: paper.ownerUnitId,
      kind: paper.kind,
      unit_id: paper.unitId,
      template_id: paper.templateId,
      template_number: paper.templateNumber,
      source_digest: paper.sourceDigest,
      title: paper.title,
      sha256: paper.sha256,
      size: paper.size,
      author: json(paper.by),
      at: paper.at,
    })
    .execute()
  return { noun: 'templatePaper', id: paper.id, version: 1, before: null, after: canonicalPaperRow(paper) }
}
