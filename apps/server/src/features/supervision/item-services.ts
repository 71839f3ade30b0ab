import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/rectification'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import { decideRectification, type RectificationCommand } from '@quanheng/domain/rectification/decide'
import type { Rectification } from '@quanheng/domain/rectification/model'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { type Acting, actOn, officePost } from '../../platform/work/act-on-kept.ts'
import { itemIsVisible, itemsVisibleTo } from './scope.ts'
import { trimmed } from './services.ts'
import { itemKeeper, type KeptItem } from './store.ts'
import type { RectificationRow } from './tables.ts'

const acting: Acting<RectificationRow, Rectification, RectificationCommand> = {
  keeper: itemKeeper,
  seenBy: (actor) => itemIsVisible(itemsVisibleTo(actor)),
  postOn: (posts, { row }) => officePost(posts, row.from_unit_id),
  decide: async (asked, { model }, command, post) => decideRectification(model, command, commandContext(asked, post)),
}

interface Asked extends Asking {
  readonly params: { readonly rectificationId: string }
  readonly body: { readonly version: number }
}

const actOnItem = (
  asked: Asked,
  read: (held: KeptItem) => Promise<Result<RectificationCommand, Refusal>>,
  choose?: (typeof acting)['postOn'],
) => actOn(acting, asked, { id: asked.params.rectificationId, version: asked.body.version }, read, choose)

/** The unit plans and reports under its own post. */
const ofUnit: (typeof acting)['postOn'] = (posts, { row }) => officePost(posts, row.unit_id)

export const plan: CommandHandler<typeof contract.planRectification> = (asked) => {
  const { words, personResponsible, plannedDue } = asked.body
  const planned = { words: trimmed(words), personResponsible: trimmed(personResponsible), plannedDue }
  return actOnItem(asked, async () => ok({ kind: 'plan', ...planned }), ofUnit)
}

const withFiles = async (
  asked: Asked & { readonly body: { readonly files: readonly { readonly digest: string; readonly name: string }[] } },
  { row }: KeptItem,
) => {
  const { files } = asked.body
  const digests = files.map(({ digest }) => digest)
  const sent = await filesSent(asked, digests, row.file_digests, 'body.files')
  return sent.ok ? ok(files.map(({ digest, name }) => ({ digest, name }))) : sent
}

export const report: CommandHandler<typeof contract.reportRectification> = (asked) =>
  actOnItem(
    asked,
    async (held) => {
      const files = await withFiles(asked, held)
      return files.ok ? ok({ kind: 'report', words: trimmed(asked.body.words), files: files.value }) : files
    },
    ofUnit,
  )

export const close: CommandHandler<typeof contract.closeRectification> = (asked) =>
  actOnItem(asked, async (held) => {
    const files = await withFiles(asked, held)
    const { words, on } = asked.body
    return files.ok ? ok({ kind: 'close', words: trimmed(words), on, files: files.value }) : files
  })

const later = (kind: 'return' | 'extend', { reason, due }: { readonly reason: string; readonly due: string }) =>
  ok({ kind, reason: trimmed(reason), due })

export const sendBack: CommandHandler<typeof contract.returnRectification> = (asked) =>
  actOnItem(asked, async () => later('return', asked.body))

export const extend: CommandHandler<typeof contract.extendRectification> = (asked) =>
  actOnItem(asked, async () => later('extend', asked.body))
