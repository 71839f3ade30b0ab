import type { Refusal } from '@quanheng/contract/errors'
import type { checkOfficialPaper, showOfficialPaper } from '@quanheng/contract/official-paper'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { Ability } from '@quanheng/domain/ability/abilities'
import { nextNumber } from '@quanheng/domain/approval/document-number'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { checkOfficialWords, movedFigures, sayMoved } from '@quanheng/domain/official-paper/decide'
import { blocksOf, type OfficialPaperKind, requiredBlocks } from '@quanheng/domain/official-paper/model'
import type { Letter } from '@quanheng/papers/paper/model'
import { titleText } from '@quanheng/papers/paper/title'
import type { Reader } from '../../../platform/database/database.ts'
import { type Actor, postsFor } from '../../../platform/door/actor.ts'
import type { Context } from '../../../platform/door/context.ts'
import type { FileReply } from '../../../platform/door/outcome.ts'
import { mediaTypes, paperFile } from '../../../platform/jobs/paper-file.ts'
import type { Platform } from '../../../platform/platform.ts'
import { bookById, headingsNumbered, letterLines } from '../../approval/index.ts'
import { authorsNamed, carryingPosts } from '../../result/index.ts'
import { stopOf } from './issue-service.ts'
import { makeFiles } from './make.ts'
import { type OfficialSource, officialSource } from './source.ts'
import { type LoadedPaper, officialPaperById, officialPapersOf, revisionsOf } from './store.ts'

type Reply = ReplyOf<typeof showOfficialPaper>

interface Asked {
  readonly actor: Actor
  readonly planId: string
  readonly kind: OfficialPaperKind
  readonly now: Date
}

const issuedIds = async (db: Reader, papers: readonly LoadedPaper[]): Promise<ReadonlyMap<string, string>> => {
  if (papers.length === 0) return new Map()
  const rows = await db
    .selectFrom('issued_paper')
    .select(['id', 'official_paper_id'])
    .where(
      'official_paper_id',
      'in',
      papers.map(({ row }) => row.id),
    )
    .execute()
  return new Map(rows.map(({ id, official_paper_id }) => [official_paper_id ?? '', id]))
}

/** The letter as it stands: with its number and day once it is out. A draft whose fields are gone reads as proposed. */
const letterOf = (source: OfficialSource, found: LoadedPaper | undefined): Letter => {
  const paper = found?.paper
  const words = paper?.words ?? source.proposed
  const known = paper === undefined || checkOfficialWords(paper.kind, words, source.lookup).ok
  const stamp = paper?.issue && { number: paper.issue.documentNumber, on: paper.issue.issuedOn }
  return source.compose(known ? words : source.proposed, stamp ?? undefined)
}

const books = async (db: Reader, unitId: string, year: number): Promise<Reply['books']> => {
  const rows = await db
    .selectFrom('number_book')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('year', '>=', year)
    .orderBy('year', 'desc')
    .orderBy('code')
    .execute()
  const found = await Promise.all(rows.map(({ id }) => bookById(db, id)))
  return found.flatMap((book) =>
    book === undefined ? [] : [{ id: book.id, next: nextNumber(book.book).documentNumber }],
  )
}

const mayOf = (actor: Actor, source: OfficialSource, found: LoadedPaper | undefined): Reply['may'] => {
  const holds = (ability: Ability) => carryingPosts(postsFor(actor, ability), source).length > 0
  const paper = found?.paper
  const edits = holds('officialPaper.edit')
  const moved = paper?.state === 'draft' && movedFigures(paper.source, source.source).length > 0
  const again =
    paper?.state === 'withdrawn' || (paper?.state === 'issued' && paper.source.digest !== source.source.digest)
  const isDraft = paper?.state === 'draft'
  return [
    ...(edits && (paper === undefined || again) ? (['begin'] as const) : []),
    ...(edits && isDraft ? (['edit'] as const) : []),
    ...(edits && isDraft && (moved || paper.source.digest !== source.source.digest) ? (['refresh'] as const) : []),
    ...(isDraft && paper.writtenBy.personId !== actor.personId && holds('officialPaper.issue')
      ? (['issue'] as const)
      : []),
    ...(paper?.state === 'issued' && holds('officialPaper.withdraw') ? (['withdraw'] as const) : []),
  ]
}

export const showOfficial = async (
  { db }: Pick<Platform, 'db'>,
  { actor, ...asked }: Asked,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const read = await officialSource(db, actor, asked)
  if (!read.ok) return read
  const source = read.value
  const all = await officialPapersOf(db, asked.planId, asked.kind)
  const [found, ...rest] = all
  const outs = await issuedIds(db, all)
  const revisions = found === undefined ? [] : await revisionsOf(db, found.row.id)
  const named = await authorsNamed(db, [
    ...revisions.map(({ author }) => author),
    ...(found ? [found.paper.writtenBy] : []),
  ])
  const letter = letterOf(source, found)
  const { paper } = found ?? {}
  const { contact: _, ...lines } = letterLines(letter, attachmentLine(letter))
  const moved =
    paper?.state === 'draft' &&
    (paper.source.digest !== source.source.digest || movedFigures(paper.source, source.source).length > 0)
  return ok({
    planTitle: source.planTitle,
    paper:
      found === undefined
        ? null
        : {
            id: found.row.id,
            version: found.row.version,
            state: found.row.state,
            writtenBy: named(found.paper.writtenBy).name,
            documentNumber: paper?.issue?.documentNumber ?? null,
            issuedOn: paper?.issue?.issuedOn ?? null,
            withdrawn: paper?.withdrawal?.reason ?? null,
            issuedPaperId: outs.get(found.row.id) ?? null,
          },
    blocks: blocksOf[asked.kind].map((block) => ({
      block,
      text: (paper?.words ?? source.proposed)[block] ?? '',
      proposed: source.proposed[block] ?? '',
      required: requiredBlocks.includes(block),
    })),
    figures: source.fields.map((field) => ({ ...field })),
    moved: moved && paper ? sayMoved(paper.source, source.source) : null,
    letter: lines,
    attachments: (letter.attachments ?? []).map(({ name, body }) => ({ name, body: headingsNumbered(body ?? []) })),
    revisions: revisions.map(({ number, block, text, author, at, restored }) => ({
      number,
      block,
      text,
      by: named(author).name,
      at: at.toISOString(),
      restored,
    })),
    earlier: rest.flatMap(({ row, paper: old }) =>
      old.issue === undefined
        ? []
        : [
            {
              id: row.id,
              documentNumber: old.issue.documentNumber,
              issuedOn: old.issue.issuedOn,
              withdrawn: old.withdrawal?.reason ?? null,
              issuedPaperId: outs.get(row.id) ?? null,
            },
          ],
    ),
    givenNumber: source.givenNumber,
    books: await books(db, source.ownerUnitId, Number(today.slice(0, 4))),
    may: [...mayOf(actor, source, found)],
  })
}

/** As the 附件说明 lists them. */
const attachmentLine = ({ attachments = [] }: Letter): string =>
  attachments.length === 1
    ? (attachments[0]?.name ?? '')
    : attachments.map(({ name }, at) => `${at + 1}. ${name}`).join('\n')

const readWith = async (
  { db }: Pick<Platform, 'db'>,
  actor: Actor,
  officialPaperId: string,
  now: Date,
): Promise<Result<{ readonly found: LoadedPaper; readonly source: OfficialSource }, Refusal>> => {
  const found = await officialPaperById(db, officialPaperId)
  if (found === undefined) return refuse('platform.notFound')
  const source = await officialSource(db, actor, { planId: found.paper.planId, kind: found.paper.kind, now })
  return source.ok ? ok({ found, source: source.value }) : source
}

/** A number and a day of the right form, so that the form of the rest can be judged before they are known. */
const trialStamp = (source: OfficialSource, today: string) => ({
  number: source.givenNumber ?? `试编〔${today.slice(0, 4)}〕1号`,
  on: today,
})

export const checkOfficial = async (
  platform: Platform,
  actor: Actor,
  officialPaperId: string,
  { now, today }: Context,
): Promise<Result<ReplyOf<typeof checkOfficialPaper>, Refusal>> => {
  const read = await readWith(platform, actor, officialPaperId, now)
  if (!read.ok) return read
  const { found, source } = read.value
  if (found.paper.state === 'draft') {
    const stop = stopOf(found.paper, source)
    if (!stop.ok) return stop
  }
  const letter =
    found.paper.state === 'draft'
      ? source.compose(found.paper.words, trialStamp(source, today))
      : letterOf(source, found)
  const { faults, missing, pages } = await makeFiles(platform, letter)
  return ok({ faults: faults.map((fault) => ({ ...fault })), missing: [...missing], pages })
}

/** A draft with a watermark; an issued paper byte for byte. */
export const officialFile = async (
  platform: Platform,
  actor: Actor,
  {
    officialPaperId,
    format,
  }: { readonly officialPaperId: string } & QueryOf<
    typeof import('@quanheng/contract/official-paper').officialPaperFile
  >,
  context: Context,
): Promise<Result<FileReply, Refusal>> => {
  const read = await readWith(platform, actor, officialPaperId, context.now)
  if (!read.ok) return read
  const { found, source } = read.value
  const { paper } = found
  const letter = letterOf(source, found)
  const title = titleText(letter.title)
  if (paper.issue !== undefined) {
    const { sha256, size } = paper.issue.files[format]
    return ok({ name: `${title}.${format}`, mediaType: mediaTypes[format], content: { stored: sha256 }, size })
  }
  const words = checkOfficialWords(paper.kind, paper.words, source.lookup)
  if (!words.ok) return words
  const draft = { paper: { kind: 'letter', paper: letter }, format, name: title, draft: true } as const
  return ok(await paperFile(platform, draft, { actor, context }))
}
