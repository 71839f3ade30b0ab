import type { Author } from '@quanheng/domain/kernel/command-context'
import { checkOfficialWords } from '@quanheng/domain/official-paper/decide'
import {
  canonicalOfficialPaper,
  type OfficialPaper,
  type OfficialPaperKind,
  type OfficialWords,
  type ProseBlock,
} from '@quanheng/domain/official-paper/model'
import { json, type Reader, type Tx } from '../../../platform/database/database.ts'
import type { Change } from '../../../platform/door/outcome.ts'
import type { OfficialPaperRow } from './tables.ts'

export interface LoadedPaper {
  readonly row: OfficialPaperRow
  readonly paper: OfficialPaper
}

const loaded = (row: OfficialPaperRow): LoadedPaper => ({
  row,
  paper: {
    id: row.id,
    planId: row.plan_id,
    ownerUnitId: row.owner_unit_id,
    kind: row.kind,
    state: row.state,
    words: row.words,
    source: row.source,
    writtenBy: row.written_by,
    ...(row.issue !== null && { issue: row.issue }),
    ...(row.withdrawal !== null && { withdrawal: row.withdrawal }),
  },
})

export const canonicalLoadedPaper = ({ row, paper }: LoadedPaper): object => ({
  ...canonicalOfficialPaper(paper),
  version: row.version,
})

export const officialPaperChange = (before: LoadedPaper | null, after: LoadedPaper): Change => ({
  noun: 'officialPaper',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalLoadedPaper(before),
  after: canonicalLoadedPaper(after),
})

/** Unscoped. */
export const officialPaperById = async (db: Reader, id: string): Promise<LoadedPaper | undefined> => {
  const row = await db.selectFrom('official_paper').selectAll().where('id', '=', id).executeTakeFirst()
  return row && loaded(row)
}

export const lockOfficialPaper = async (tx: Tx, id: string): Promise<LoadedPaper | undefined> => {
  const row = await tx.selectFrom('official_paper').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && loaded(row)
}

/** Every paper of the kind that was ever begun for the plan: the draft first, then those that are out, then those withdrawn. Unscoped. */
export const officialPapersOf = async (
  db: Reader,
  planId: string,
  kind: OfficialPaperKind,
): Promise<readonly LoadedPaper[]> => {
  const rows = await db
    .selectFrom('official_paper')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('kind', '=', kind)
    .execute()
  const order: readonly string[] = ['draft', 'issued', 'withdrawn']
  const on = ({ issue }: OfficialPaperRow): string => issue?.at ?? ''
  return rows
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || on(b).localeCompare(on(a)))
    .map(loaded)
}

/** What people wrote of a paper; undefined before anybody began, and where a figure that it names is gone. */
export const writtenWords = async (
  db: Reader,
  planId: string,
  kind: OfficialPaperKind,
  lookup: (path: string) => string | undefined,
): Promise<OfficialWords | undefined> => {
  const [found] = await officialPapersOf(db, planId, kind)
  const words = found?.paper.state === 'withdrawn' ? undefined : found?.paper.words
  return words !== undefined && checkOfficialWords(kind, words, lookup).ok ? words : undefined
}

const stored = ({ paper }: Pick<LoadedPaper, 'paper'>) => ({
  state: paper.state,
  words: json(paper.words),
  source: json(paper.source),
  written_by: json(paper.writtenBy),
  issue: paper.issue === undefined ? null : json(paper.issue),
  withdrawal: paper.withdrawal === undefined ? null : json(paper.withdrawal),
})

const rowOf = (paper: OfficialPaper, version: number): OfficialPaperRow => ({
  id: paper.id,
  plan_id: paper.planId,
  owner_unit_id: paper.ownerUnitId,
  kind: paper.kind,
  state: paper.state,
  words: paper.words,
  source: paper.source,
  written_by: paper.writtenBy,
  issue: paper.issue ?? null,
  withdrawal: paper.withdrawal ?? null,
  version,
})

export const insertOfficialPaper = async (tx: Tx, paper: OfficialPaper): Promise<LoadedPaper> => {
  await tx
    .insertInto('official_paper')
    .values({
      id: paper.id,
      plan_id: paper.planId,
      owner_unit_id: paper.ownerUnitId,
      kind: paper.kind,
      ...stored({ paper }),
      version: 1,
    })
    .execute()
  return { row: rowOf(paper, 1), paper }
}

export const saveOfficialPaper = async (tx: Tx, before: LoadedPaper, paper: OfficialPaper): Promise<LoadedPaper> => {
  const version = before.row.version + 1
  await tx
    .updateTable('official_paper')
    .set({ ...stored({ paper }), version })
    .where('id', '=', paper.id)
    .execute()
  return { row: rowOf(paper, version), paper }
}

interface Written {
  readonly blocks: readonly ProseBlock[]
  readonly restored: boolean
  readonly author: Author
  readonly at: Date
}

/** How these blocks read from this version on. */
export const insertRevisions = async (
  tx: Tx,
  { row, paper }: LoadedPaper,
  { blocks, restored, author, at }: Written,
): Promise<void> => {
  for (const block of blocks)
    await tx
      .insertInto('official_paper_revision')
      .values({
        paper_id: row.id,
        number: row.version,
        block,
        text: paper.words[block] ?? '',
        restored,
        author: json(author),
        at,
      })
      .execute()
}

/** The latest first. */
export const revisionsOf = (db: Reader, paperId: string) =>
  db
    .selectFrom('official_paper_revision')
    .selectAll()
    .where('paper_id', '=', paperId)
    .orderBy('number', 'desc')
    .orderBy('block')
    .execute()
