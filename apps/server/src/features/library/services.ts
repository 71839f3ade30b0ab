import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/library'
import type { BodyOf } from '@quanheng/contract/route'
import { normaliseCode, normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { beginLibraryDocument, replacedBy } from '@quanheng/domain/library/decide'
import type { LibraryClause, LibraryContent } from '@quanheng/domain/library/model'
import type { Asking } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { actOnLibrary, decideOnLibrary, earlierOf, libraryContext } from './act-on-library.ts'
import { libraryKeeper } from './store.ts'

type ContentBody = BodyOf<typeof contract.beginLibraryDocument>['content']

const trimmed = (text: string): string => normaliseText(text).trim()

const clausesOf = (clauses: readonly LibraryClause[]): readonly LibraryClause[] =>
  clauses.map(({ article, text }) => ({ article: normaliseName(article), text: trimmed(text) }))

/** Files were sent by this person or lie with it already; the version before it is one of this office. */
const readContent = async (
  asked: Asking,
  body: ContentBody,
  unitId: string,
  earlier: readonly string[] = [],
): Promise<Result<LibraryContent, Refusal>> => {
  const digests = body.files.map(({ digest }) => digest)
  const sent = await filesSent(asked, digests, earlier, 'body.content.files')
  if (!sent.ok) return sent
  if (body.replacesId !== null) {
    const before = await asked.tx
      .selectFrom('library_document')
      .select('id')
      .where('id', '=', body.replacesId)
      .where('unit_id', '=', unitId)
      .where('state', '!=', 'discarded')
      .executeTakeFirst()
    if (!before) return refuse('platform.notFound', { at: 'body.content.replacesId' })
  }
  return ok({
    kind: body.kind,
    title: normaliseName(body.title),
    issuer: normaliseName(body.issuer),
    documentNumber: normaliseCode(body.documentNumber),
    issuedOn: body.issuedOn ?? '',
    effectiveOn: body.effectiveOn ?? '',
    lastOn: body.lastOn ?? '',
    interpreter: normaliseName(body.interpreter),
    ...(body.replacesId !== null && { replacesId: body.replacesId }),
    clauses: clausesOf(body.clauses),
    files: body.files.map(({ digest, name }) => ({ digest, name })),
  })
}

export const begin: CommandHandler<typeof contract.beginLibraryDocument> = async ({ body, ...asked }) => {
  const [post] = asked.posts
  if (post === undefined) return refuse('platform.notFound')
  const content = await readContent(asked, body.content, post.unitId)
  if (!content.ok) return content
  const begun = beginLibraryDocument(content.value, await libraryContext(asked, post))
  if (!begun.ok) return begun
  const saved = await libraryKeeper.insert(asked.tx, begun.value.next)
  return ok({
    post,
    events: begun.value.events,
    changes: [libraryKeeper.change(null, saved)],
    reply: { libraryDocumentId: saved.row.id },
  })
}

export const edit: CommandHandler<typeof contract.editLibraryDocument> = (asked) =>
  actOnLibrary(asked, async ({ row }) => {
    const content = await readContent(asked, asked.body.content, row.unit_id, row.file_digests)
    return content.ok ? ok({ kind: 'edit', content: content.value }) : content
  })

/** Out to all posts; what it replaces is told so in the same act. */
export const publish: CommandHandler<typeof contract.publishLibraryDocument> = async (asked) => {
  const decided = await decideOnLibrary(asked, async () => ok({ kind: 'publish' }))
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  const earlier = await earlierOf(asked, after.model)
  const changes = [libraryKeeper.change(before, after)]
  if (earlier !== undefined) {
    const told = replacedBy(earlier.model, after.model, await libraryContext(asked, post))
    changes.push(libraryKeeper.change(earlier, await libraryKeeper.save(asked.tx, earlier, told)))
  }
  return ok({ post, events, changes, reply: { version: after.row.version } })
}

export const discard: CommandHandler<typeof contract.discardLibraryDocument> = (asked) =>
  actOnLibrary(asked, async () => ok({ kind: 'discard', reason: trimmed(asked.body.reason) }))

export const correct: CommandHandler<typeof contract.correctLibraryDocument> = (asked) =>
  actOnLibrary(asked, async () => {
    const { clauses, interpreter, reason } = asked.body
    return ok({
      kind: 'correct',
      clauses: clausesOf(clauses),
      interpreter: normaliseName(interpreter),
      reason: trimmed(reason),
    })
  })

export const repeal: CommandHandler<typeof contract.repealLibraryDocument> = (asked) =>
  actOnLibrary(asked, async () => {
    const { from, reason } = asked.body
    return ok({ kind: 'repeal', from, reason: trimmed(reason) })
  })
