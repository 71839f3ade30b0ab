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
export const notify = async (
  tx: Tx,
  context: Context,
  personIds: readonly string[],
  { code, params = {}, link }: Notification,
): Promise<void> => {
  const rows = [...new Set(personIds)].map((personId) => ({
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
