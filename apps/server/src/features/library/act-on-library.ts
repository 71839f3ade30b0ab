import type { Refusal } from '@quanheng/contract/errors'
import type { Result } from '@quanheng/domain/kernel/result'
import type { LibraryCommand, LibraryContext } from '@quanheng/domain/library/commands'
import { decideLibraryDocument } from '@quanheng/domain/library/decide'
import { citedAs, type LibraryContent, type LibraryDocument } from '@quanheng/domain/library/model'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import { type Acting, actOn, decideOn, officePost } from '../../platform/work/act-on-kept.ts'
import { libraryIsVisible } from './scope.ts'
import { type KeptLibraryDocument, libraryKeeper } from './store.ts'
import type { LibraryRow } from './tables.ts'

/** Two that publish at once wait for each other at the unit: names are one's own, and a version is replaced once. */
const sameName = async ({ tx }: Asking, unitId: string, id: string, content: LibraryContent): Promise<boolean> => {
  await tx.selectFrom('unit').select('id').where('id', '=', unitId).forUpdate().execute()
  const other = await tx
    .selectFrom('library_document')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('state', '=', 'published')
    .where('cited_as', '=', citedAs(content))
    .where('id', '!=', id)
    .executeTakeFirst()
  return other !== undefined
}

/** What is published is known with the documents that it stands beside; no other command asks for them. */
export const libraryContext = async (
  asked: Asking,
  post: HeldPost,
  publishing?: LibraryDocument,
): Promise<LibraryContext> => {
  const common = commandContext(asked, post)
  if (publishing === undefined) return { ...common, sameName: false }
  const { id, unitId, content } = publishing
  const taken = await sameName(asked, unitId, id, content)
  const earlier = await earlierOf(asked, publishing)
  return { ...common, sameName: taken, ...(earlier && { replaces: earlier.model }) }
}

/** The version before it, held; one of another office is none. */
export const earlierOf = async (
  { tx }: Asking,
  { unitId, content: { replacesId } }: LibraryDocument,
): Promise<KeptLibraryDocument | undefined> => {
  const [earlier] = replacesId === undefined ? [] : await libraryKeeper.lock(tx, [replacesId])
  return earlier?.model.unitId === unitId ? earlier : undefined
}

const acting: Acting<LibraryRow, LibraryDocument, LibraryCommand> = {
  keeper: libraryKeeper,
  seenBy: libraryIsVisible,
  postOn: (posts, { row }) => officePost(posts, row.unit_id, 'officeDirector'),
  decide: async (asked, { model }, command, post) =>
    decideLibraryDocument(
      model,
      command,
      await libraryContext(asked, post, command.kind === 'publish' ? model : undefined),
    ),
}

interface AskedOfOne extends Asking {
  readonly params: { readonly libraryDocumentId: string }
  readonly body: { readonly version: number }
}

const at = ({ params, body }: AskedOfOne) => ({ id: params.libraryDocumentId, version: body.version })

type Read = (held: KeptLibraryDocument) => Promise<Result<LibraryCommand, Refusal>>

export const actOnLibrary = (asked: AskedOfOne, read: Read) => actOn(acting, asked, at(asked), read)

/** For a command that changes another document too. */
export const decideOnLibrary = (asked: AskedOfOne, read: Read) => decideOn(acting, asked, at(asked), read)
