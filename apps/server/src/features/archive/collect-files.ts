import type { OfficialPaperKind } from '@quanheng/domain/official-paper/model'
import { label } from '@quanheng/messages/labels'
import { storedFile } from '@quanheng/papers/archive/model'
import type { Reader } from '../../platform/database/database.ts'

/** A stored file to put in, under a name of its own where it has one that people read. */
export interface CitedFile {
  readonly path: string
  readonly sha256: string
  readonly kind: 'paper' | 'evidence' | 'record'
}

const readable = (text: string): string =>
  text
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cs}\ufeff]/gu, '_')
    .replace(/[. ]+$/u, '')
    .slice(0, 80) || '_'

/** 文种 by what the paper is. */
const genres: Readonly<Record<OfficialPaperKind | 'letter' | 'scoreReport', string>> = {
  letter: '函',
  scoreReport: '报告',
  planNotice: '通知',
  resultCircular: '通报',
}

const digestForm = /[0-9a-f]{64}/g

/**
 * Papers as they were issued or made from the office's templates, and every stored file that a text of the package names by its digest: evidence, scans of signatures and minutes,
 * packages that were sent. In order of path.
 */
export const filesOf = async (
  db: Reader,
  planIds: readonly string[],
  texts: Iterable<string>,
): Promise<{ readonly files: readonly CitedFile[]; readonly papers: readonly PaperEntry[] }> => {
  const named = new Set<string>()
  for (const text of texts) for (const [digest] of text.matchAll(digestForm)) named.add(digest)
  const issued = await db
    .selectFrom('issued_paper')
    .innerJoin('unit', 'unit.id', 'issued_paper.owner_unit_id')
    .selectAll('issued_paper')
    .select('unit.name as organ')
    .where('plan_id', 'in', [...planIds])
    .orderBy('issued_on')
    .orderBy('document_number')
    .orderBy('kind')
    .orderBy('issued_paper.id')
    .execute()
  const papers = issued.map((row, at): PaperEntry => {
    const what = label('zh-CN', 'paperKind', row.kind)
    const number = String(at + 1).padStart(3, '0')
    return {
      path: `papers/${number}-${readable(row.document_number)}-${what}.docx`,
      sha256: row.sha256,
      size: row.size,
      title: row.title,
      documentNumber: row.document_number,
      organ: row.organ,
      date: row.issued_on,
      genre: genres[row.kind],
    }
  })
  const evidence = await db
    .selectFrom('evidence')
    .select('sha256')
    .distinct()
    .where('plan_id', 'in', [...planIds])
    .execute()
  const uploads = await db.selectFrom('upload').select('sha256').distinct().execute()
  const packages = await db
    .selectFrom('submission')
    .select('zip_digest')
    .where('plan_id', 'in', [...planIds])
    .execute()
  const filled = await db
    .selectFrom('template_paper')
    .select('sha256')
    .distinct()
    .where('plan_id', 'in', [...planIds])
    .execute()
  const made = new Set(filled.map(({ sha256 }) => sha256))
  const own = new Set(evidence.map(({ sha256 }) => sha256))
  const others = [
    ...uploads.map(({ sha256 }) => sha256),
    ...packages.map(({ zip_digest }) => zip_digest),
    ...issued.flatMap(({ pdf_sha256, ofd_sha256 }) => [pdf_sha256, ofd_sha256].filter((one) => one !== null)),
  ]
  const cited = new Set([...own, ...made, ...others.filter((sha256) => named.has(sha256))])
  const files = [...cited].map(
    (sha256): CitedFile => ({
      path: storedFile(sha256),
      sha256,
      kind: own.has(sha256) ? 'evidence' : made.has(sha256) ? 'paper' : 'record',
    }),
  )
  return {
    files: [...papers.map(({ path, sha256 }): CitedFile => ({ path, sha256, kind: 'paper' })), ...files],
    papers,
  }
}

export interface PaperEntry {
  readonly path: string
  readonly sha256: string
  readonly size: number
  readonly title: string
  readonly documentNumber: string
  readonly organ: string
  readonly date: string
  /** 文种 */
  readonly genre: string
}
