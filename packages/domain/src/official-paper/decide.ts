import { readDocumentNumber } from '../approval/document-number.ts'
import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import {
  blocksOf,
  type OfficialIssue,
  type OfficialPaper,
  type OfficialPaperKind,
  type OfficialWords,
  type PaperSource,
  type ProseBlock,
  requiredBlocks,
} from './model.ts'
import { officialPaperWorkflow } from './transitions.ts'
import { namedFigures, typedFigures } from './typed-figures.ts'

export type OfficialPaperErrorCode =
  | 'officialPaper.notNow'
  | 'officialPaper.notYours'
  | 'officialPaper.textMissing'
  | 'officialPaper.typedFigure'
  | 'officialPaper.unknownFigure'
  | 'officialPaper.unchanged'
  | 'officialPaper.sourceMoved'
  | 'officialPaper.sourceSame'
  | 'officialPaper.samePerson'
  | 'officialPaper.inFuture'
  | 'officialPaper.reasonMissing'
  | 'approval.numberMalformed'
type Refused = DomainError<OfficialPaperErrorCode>

export type OfficialPaperCommand =
  | { readonly kind: 'edit'; readonly words: OfficialWords }
  | { readonly kind: 'refresh'; readonly source: PaperSource }
  | {
      readonly kind: 'issue'
      /** As it is now. */
      readonly source: PaperSource
      readonly issue: Omit<OfficialIssue, 'by' | 'at'>
    }
  | { readonly kind: 'withdraw'; readonly reason: string }

export type OfficialPaperEvent =
  | { readonly type: 'officialPaperBegun'; readonly paperKind: OfficialPaperKind }
  | { readonly type: 'officialPaperWorded'; readonly blocks: readonly ProseBlock[] }
  | { readonly type: 'officialPaperRefreshed'; readonly moved: readonly string[] }
  | { readonly type: 'officialPaperIssued'; readonly documentNumber: string; readonly docx: string }
  | { readonly type: 'officialPaperWithdrawn'; readonly documentNumber: string; readonly reason: string }

interface Decided {
  readonly next: OfficialPaper
  readonly events: readonly OfficialPaperEvent[]
}

/** Looks a figure of the source up; undefined where there is none. */
type Lookup = (path: string) => string | undefined

/** Words that may stand: nothing that no paper does without is empty, no figure is typed, each field is one of the source. */
export const checkOfficialWords = (
  kind: OfficialPaperKind,
  words: OfficialWords,
  lookup: Lookup,
): Result<OfficialWords, Refused> => {
  for (const block of blocksOf[kind]) {
    const text = words[block] ?? ''
    const at = `body.words.${block}`
    if (text.trim() === '' && requiredBlocks.includes(block)) {
      return refuse('officialPaper.textMissing', { at, params: { block } })
    }
    for (const [index, line] of text.split('\n').entries()) {
      const params = { block, line: String(index + 1) }
      const [typed] = typedFigures(line)
      if (typed !== undefined) return refuse('officialPaper.typedFigure', { at, params: { ...params, text: typed } })
      const unknown = namedFigures(line).find((path) => lookup(path) === undefined)
      if (unknown !== undefined)
        return refuse('officialPaper.unknownFigure', { at, params: { ...params, path: unknown } })
    }
  }
  return ok(words)
}

/** Blocks whose text differs, in the order of the paper. */
export const changedBlocks = (kind: OfficialPaperKind, a: OfficialWords, b: OfficialWords): readonly ProseBlock[] =>
  blocksOf[kind].filter((block) => (a[block] ?? '') !== (b[block] ?? ''))

/** Paths whose figure is another one now, new and lost ones included, sorted. */
export const movedFigures = (seen: PaperSource, now: PaperSource): readonly string[] =>
  [...new Set([...Object.keys(seen.figures), ...Object.keys(now.figures)])]
    .filter((path) => seen.figures[path] !== now.figures[path])
    .sort()

/** A draft with the proposed text. */
export const beginOfficialPaper = (
  begun: Pick<OfficialPaper, 'planId' | 'ownerUnitId' | 'kind' | 'words' | 'source'>,
  context: CommandContext,
): Decided => ({
  next: { id: context.newId(), ...begun, state: 'draft', writtenBy: authorOf(context.actor) },
  events: [{ type: 'officialPaperBegun', paperKind: begun.kind }],
})

/** What becomes of a paper; `at` of a refusal names the block. */
export const decideOfficialPaper = (
  paper: OfficialPaper,
  command: OfficialPaperCommand,
  context: CommandContext,
): Result<Decided, Refused> => {
  const row = permit(officialPaperWorkflow, paper.state, command.kind, context.actor.post)
  if (!row.ok) return row
  switch (command.kind) {
    case 'edit':
      return edit(paper, command.words, context)
    case 'refresh':
      return refresh(paper, command.source, context)
    case 'issue':
      return issue(paper, command, context)
    case 'withdraw':
      return withdraw(paper, command.reason, context)
  }
}

const edit = (paper: OfficialPaper, words: OfficialWords, { actor }: CommandContext): Result<Decided, Refused> => {
  const checked = checkOfficialWords(paper.kind, words, (path) => paper.source.figures[path])
  if (!checked.ok) return checked
  const blocks = changedBlocks(paper.kind, paper.words, words)
  if (blocks.length === 0) return refuse('officialPaper.unchanged')
  return ok({
    next: { ...paper, words, writtenBy: authorOf(actor) },
    events: [{ type: 'officialPaperWorded', blocks }],
  })
}

/** The writers have seen what moved and take the figures as they are now. */
const refresh = (paper: OfficialPaper, source: PaperSource, { actor }: CommandContext): Result<Decided, Refused> => {
  const moved = movedFigures(paper.source, source)
  if (source.digest === paper.source.digest && moved.length === 0) return refuse('officialPaper.sourceSame')
  return ok({
    next: { ...paper, source, writtenBy: authorOf(actor) },
    events: [{ type: 'officialPaperRefreshed', moved }],
  })
}

const issue = (
  paper: OfficialPaper,
  { source, issue: given }: Extract<OfficialPaperCommand, { kind: 'issue' }>,
  { actor, now, today }: CommandContext,
): Result<Decided, Refused> => {
  const moved = movedFigures(paper.source, source)
  if (source.digest !== paper.source.digest || moved.length > 0) {
    return refuse('officialPaper.sourceMoved', { params: { figures: sayMoved(paper.source, source) } })
  }
  const words = checkOfficialWords(paper.kind, paper.words, (path) => source.figures[path])
  if (!words.ok) return words
  if (paper.writtenBy.personId === actor.personId) return refuse('officialPaper.samePerson')
  const number = readDocumentNumber(given.documentNumber)
  if (!number.ok) return { ok: false, error: { ...number.error, at: 'body.documentNumber' } }
  if (given.issuedOn > today) return refuse('officialPaper.inFuture', { at: 'body.issuedOn' })
  return ok({
    next: { ...paper, state: 'issued', issue: { ...given, by: authorOf(actor), at: now } },
    events: [{ type: 'officialPaperIssued', documentNumber: given.documentNumber, docx: given.files.docx.sha256 }],
  })
}

const most = 5

/** The first few figures that moved: 95.20→95.21、61.00→（无）. */
export const sayMoved = (seen: PaperSource, now: PaperSource): string => {
  const moved = movedFigures(seen, now)
  const said = moved.slice(0, most).map((path) => `${seen.figures[path] ?? '（无）'}→${now.figures[path] ?? '（无）'}`)
  return moved.length > most ? `${said.join('、')}等${moved.length}处` : said.join('、') || '名单或锁定版本'
}

const withdraw = (paper: OfficialPaper, reason: string, { actor, now }: CommandContext): Result<Decided, Refused> => {
  if (reason === '') return refuse('officialPaper.reasonMissing', { at: 'body.reason' })
  const documentNumber = paper.issue?.documentNumber ?? ''
  return ok({
    next: { ...paper, state: 'withdrawn', withdrawal: { by: authorOf(actor), at: now, reason } },
    events: [{ type: 'officialPaperWithdrawn', documentNumber, reason }],
  })
}
