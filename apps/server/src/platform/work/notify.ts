import type { MessageCode } from '@quanheng/messages/codes'
import { json, type Tx } from '../database/database.ts'
import type { Context } from '../door/context.ts'

export interface Notification {
  /** A code with words: add it to `messages/src/<language>/notification.ts`. */
  readonly code: MessageCode
  readonly params?: Readonly<Record<string, string>>
  /** Address of the page it speaks of. */
  readonly link?: string
}

/** Tells people something, in the transaction of the act that it follows from; each once, in the order given. */
export const notify = (
  tx: Tx,
  context: Context,
  personIds: readonly string[],
  notification: Notification,
): Promise<void> =>
  notifyEach(
    tx,
    context,
    [...new Set(personIds)].map((personId) => ({ personId, ...notification })),
  )

/** Tells each of several people something of their own. */
export const notifyEach = async (
  tx: Tx,
  context: Context,
  told: readonly (Notification & { readonly personId: string })[],
): Promise<void> => {
  const rows = told.map(({ personId, code, params = {}, link }) => ({
    id: context.newId(),
    person_id: personId,
    at: context.now,
    code,
    params: json(params),
    link: link ?? null,
    read_at: null,
  }))
  if (rows.length > 0) await tx.insertInto('notification').values(rows).execute()
}
