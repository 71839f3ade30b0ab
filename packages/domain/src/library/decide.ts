import { authorOf } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type { LibraryCommand, LibraryContext, LibraryErrorCode, LibraryResult } from './commands.ts'
import type { LibraryClause, LibraryContent, LibraryDocument, LibraryStep } from './model.ts'
import { libraryWorkflow } from './transitions.ts'

type Checked = Result<null, DomainError<LibraryErrorCode>>
type Move = Result<Partial<LibraryDocument>, DomainError<LibraryErrorCode>>

/** 录入. What is missing is asked for when it is published. */
export const beginLibraryDocument = (content: LibraryContent, context: LibraryContext): LibraryResult => {
  if (content.title === '') return refuse('library.titleMissing', { at: 'content.title' })
  const { actor, now } = context
  const id = context.newId()
  const next: LibraryDocument = {
    id,
    unitId: actor.unitId,
    state: 'draft',
    content,
    standing: {},
    steps: [{ command: 'begin', by: authorOf(actor), at: now, words: '' }],
  }
  return ok({ next, events: [{ type: 'libraryDocumentBegun', documentId: id }] })
}

/** The one way a document changes: published, its words are as issued; a correction says what was read wrongly. */
export const decideLibraryDocument = (
  document: LibraryDocument,
  command: LibraryCommand,
  context: LibraryContext,
): LibraryResult => {
  const row = permit(libraryWorkflow, document.state, command.kind, context.actor.post)
  if (!row.ok) return row
  if (context.actor.unitId !== document.unitId) return refuse('library.otherUnit')
  const moved = move(document, command, context)
  if (!moved.ok) return moved
  const words = 'reason' in command ? command.reason : ''
  return ok({
    next: stepped({ ...document, ...moved.value }, { command: command.kind, words }, context),
    events: [{ type: 'libraryDocumentMoved', documentId: document.id, command: command.kind }],
  })
}

/** The earlier version, once the next one is published: it holds until the day before. */
export const replacedBy = (
  earlier: LibraryDocument,
  { id, content }: Pick<LibraryDocument, 'id' | 'content'>,
  context: LibraryContext,
): LibraryDocument =>
  stepped(
    { ...earlier, standing: { ...earlier.standing, replaced: { byId: id, from: content.effectiveOn } } },
    { command: 'replace', words: content.title },
    context,
  )

const stepped = (
  document: LibraryDocument,
  { command, words }: Pick<LibraryStep, 'command' | 'words'>,
  { actor, now }: LibraryContext,
): LibraryDocument => {
  const [first, ...rest] = document.steps
  return { ...document, steps: [first, ...rest, { command, by: authorOf(actor), at: now, words }] }
}

const move = (document: LibraryDocument, command: LibraryCommand, context: LibraryContext): Move => {
  const { content, standing } = document
  switch (command.kind) {
    case 'edit':
      return command.content.title === ''
        ? refuse('library.titleMissing', { at: 'content.title' })
        : ok({ content: command.content })
    case 'publish': {
      const complete = checkContent(content, context)
      return complete.ok ? ok({ state: 'published', standing: { publishedOn: context.today } }) : complete
    }
    case 'discard':
      return command.reason ? ok({ state: 'discarded' }) : refuse('library.reasonMissing', { at: 'reason' })
    case 'correct': {
      if (!command.reason) return refuse('library.reasonMissing', { at: 'reason' })
      const { clauses, interpreter } = command
      const named = checkClauses(clauses, 'clauses')
      if (!named.ok) return named
      if (clauses.length === 0 && content.files.length === 0) return refuse('library.empty', { at: 'clauses' })
      return ok({ content: { ...content, clauses, interpreter } })
    }
    case 'repeal': {
      const { from, reason } = command
      if (!reason) return refuse('library.reasonMissing', { at: 'reason' })
      if (from < content.effectiveOn) return refuse('library.repealTooEarly', { at: 'from' })
      return ok({ state: 'repealed', standing: { ...standing, repealed: { from, reason } } })
    }
  }
}

const checkContent = (content: LibraryContent, { sameName, replaces }: LibraryContext): Checked => {
  const { title, issuer, effectiveOn, lastOn, clauses, files, replacesId } = content
  if (title === '') return refuse('library.titleMissing', { at: 'content.title' })
  if (issuer === '') return refuse('library.issuerMissing', { at: 'content.issuer' })
  if (effectiveOn === '') return refuse('library.effectiveMissing', { at: 'content.effectiveOn' })
  if (lastOn !== '' && lastOn < effectiveOn) return refuse('library.lastBeforeFirst', { at: 'content.lastOn' })
  if (clauses.length === 0 && files.length === 0) return refuse('library.empty', { at: 'content.clauses' })
  const named = checkClauses(clauses, 'content.clauses')
  if (!named.ok) return named
  if (sameName) return refuse('library.sameName', { at: 'content.documentNumber' })
  if (replacesId === undefined) return ok(null)
  if (replaces?.state !== 'published') return refuse('library.replacesUnknown', { at: 'content.replacesId' })
  if (replaces.standing.replaced) return refuse('library.replacedAlready', { at: 'content.replacesId' })
  return replaces.content.effectiveOn >= effectiveOn
    ? refuse('library.replacesLater', { at: 'content.effectiveOn' })
    : ok(null)
}

/** A citation names document and article: each clause has its own, once. */
const checkClauses = (clauses: readonly LibraryClause[], at: string): Checked => {
  const seen = new Set<string>()
  for (const [index, { article, text }] of clauses.entries()) {
    if (article === '' || text === '') return refuse('library.articleMissing', { at: `${at}[${index}].article` })
    if (seen.has(article)) return refuse('library.articleTwice', { at: `${at}[${index}].article`, params: { article } })
    seen.add(article)
  }
  return ok(null)
}
