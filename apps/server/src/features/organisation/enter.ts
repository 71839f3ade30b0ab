import type { Tx } from '../../platform/database/database.ts'
import type { StoredEvent } from '../../platform/database/tables.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { notify } from '../../platform/work/notify.ts'
import { canonicalPerson, canonicalPost } from './canonical.ts'
import type { PersonTable, PostTable } from './tables.ts'

/** What was entered, with what the act says of it. */
export interface Entered<Row> {
  readonly row: Row
  readonly event: StoredEvent
  readonly change: Change
}

/** A new person; null where the login was ever given. What is stored is the caller's to have judged. */
export const enterPerson = async (
  tx: Tx,
  context: Context,
  { login, ...person }: Pick<PersonTable, 'name' | 'phone' | 'mail'> & { readonly login: string },
): Promise<Entered<PersonTable> | null> => {
  const row: PersonTable = { id: context.newId(), ...person, state: 'active', version: 1 }
  await tx.insertInto('person').values(row).execute()
  const claimed = await tx
    .insertInto('login_name')
    .values({ login, person_id: row.id })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows !== 1n) return null
  const after = canonicalPerson(row)
  return {
    row,
    event: { type: 'personRegistered', ...after, login },
    change: { noun: 'person', id: row.id, version: 1, before: null, after },
  }
}

/** Who has never signed in is told by the one-time link; a note that waits for them would only be old. */
const tell = async (
  tx: Tx,
  context: Context,
  post: PostTable,
  code: 'notification.postGiven' | 'notification.postEnded',
): Promise<void> => {
  const known = await tx
    .selectFrom('session')
    .select('person_id')
    .where('person_id', '=', post.person_id)
    .executeTakeFirst()
  if (known === undefined) return
  const unit = await tx.selectFrom('unit').select('name').where('id', '=', post.unit_id).executeTakeFirstOrThrow()
  const params = { unit: unit.name, kind: post.kind, from: post.from_date, to: post.to_date ?? '' }
  await notify(tx, context, [post.person_id], { code, params })
}

export const enterPost = async (
  tx: Tx,
  context: Context,
  post: Omit<PostTable, 'id' | 'version'>,
): Promise<Entered<PostTable>> => {
  const row: PostTable = { id: context.newId(), ...post, version: 1 }
  await tx.insertInto('post').values(row).execute()
  await tell(tx, context, row, 'notification.postGiven')
  const after = canonicalPost(row)
  return {
    row,
    event: { type: 'postGiven', ...after },
    change: { noun: 'post', id: row.id, version: 1, before: null, after },
  }
}

/** Ends a held post with this day; the row is the caller's, held for update. */
export const endPostOn = async (
  tx: Tx,
  context: Context,
  before: PostTable,
  to: string,
): Promise<Entered<PostTable>> => {
  const row: PostTable = { ...before, to_date: to, version: before.version + 1 }
  await tx.updateTable('post').set({ to_date: row.to_date, version: row.version }).where('id', '=', row.id).execute()
  await tell(tx, context, row, 'notification.postEnded')
  const [was, is] = [canonicalPost(before), canonicalPost(row)]
  return {
    row,
    event: { type: 'postEnded', before: was, after: is },
    change: { noun: 'post', id: row.id, version: row.version, before: was, after: is },
  }
}
