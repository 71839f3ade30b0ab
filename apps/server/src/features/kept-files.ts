import type { KeptFiles } from '../platform/files/file-check.ts'

const unnamed = (sha256: string | null) => (sha256 === null ? [] : [{ sha256, sm3: null, name: null }])

/** What the check of stored files looks for, one line a noun. */
export const keptFiles: KeptFiles = async (db) => {
  const [
    evidence,
    signatures,
    papers,
    packages,
    credits,
    meetings,
    assigned,
    circulars,
    matters,
    questions,
    uploads,
    archives,
    templates,
    filled,
  ] = await Promise.all([
    db.selectFrom('evidence').select(['sha256', 'sm3', 'name']).execute(),
    db.selectFrom('signature').select('scan_digest').execute(),
    db.selectFrom('issued_paper').select(['sha256', 'file_name', 'pdf_sha256', 'ofd_sha256']).execute(),
    db.selectFrom('submission').select('zip_digest').execute(),
    db.selectFrom('credit').select('file_digests').execute(),
    db.selectFrom('meeting').select('file_digests').execute(),
    db.selectFrom('assigned_task').select('file_digests').execute(),
    db.selectFrom('circular').select('file_digests').execute(),
    db.selectFrom('matter').select('file_digests').execute(),
    db.selectFrom('feedback_question').select('file_digests').execute(),
    db.selectFrom('upload').select(['sha256', 'sm3', 'name']).execute(),
    db.selectFrom('archive').select('zip_digest').execute(),
    db.selectFrom('office_template_version').select(['sha256', 'file_name']).execute(),
    db.selectFrom('template_paper').select(['sha256', 'title']).execute(),
  ])
  return [
    ...evidence,
    ...signatures.flatMap((row) => unnamed(row.scan_digest)),
    ...papers.map((row) => ({ sha256: row.sha256, sm3: null, name: row.file_name })),
    ...papers.flatMap((row) => [row.pdf_sha256, row.ofd_sha256].flatMap(unnamed)),
    ...packages.flatMap((row) => unnamed(row.zip_digest)),
    ...archives.flatMap((row) => unnamed(row.zip_digest)),
    ...[...meetings, ...assigned, ...circulars, ...matters, ...questions].flatMap((row) =>
      row.file_digests.flatMap(unnamed),
    ),
    ...credits.flatMap((row) => row.file_digests.flatMap(unnamed)),
    ...templates.map((row) => ({ sha256: row.sha256, sm3: null, name: row.file_name })),
    ...filled.map((row) => ({ sha256: row.sha256, sm3: null, name: `${row.title}.docx` })),
    ...uploads,
  ]
}
