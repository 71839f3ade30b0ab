import type { Refusal } from '@quanheng/contract/errors'
import { checkPassword } from '@quanheng/domain/account/password'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { hashPassword, passwordMatches } from '../../platform/session/password.ts'

let common: ReadonlySet<string> | undefined

/** 49,000 passwords of public breaches (standards §4 row 3), read only when somebody sets one. */
const commonPasswords = async (): Promise<ReadonlySet<string>> => {
  if (common === undefined) {
    const { dictionary } = await import('@zxcvbn-ts/language-common')
    common = new Set(dictionary['passwords-common'].map(String))
  }
  return common
}

const judgePassword = async (password: string, words: readonly string[]): Promise<Result<null, Refusal>> => {
  const list = await commonPasswords()
  return checkPassword(password, words, (candidate) => list.has(candidate))
}

/** How many earlier passwords may not come back. */
const remembered = 5

export interface NewCredential {
  readonly personId: string
  readonly password: string
  readonly words: readonly string[]
}

/** Judges and stores a password; earlier ones stay as history. The act says that it changed, never what it is. */
export const saveCredential = async (
  tx: Tx,
  context: Context,
  { personId, password, words }: NewCredential,
): Promise<Result<Change, Refusal>> => {
  const judged = await judgePassword(password, words)
  if (!judged.ok) return judged
  const history = await tx
    .selectFrom('credential')
    .select('hash')
    .where('person_id', '=', personId)
    .orderBy('made_at', 'desc')
    .limit(remembered)
    .execute()
  for (const { hash } of history) {
    if (await passwordMatches(password, hash)) return refuse('account.passwordReused', { at: 'password' })
  }
  const id = context.newId()
  const hash = await hashPassword(password)
  await tx.insertInto('credential').values({ id, person_id: personId, made_at: context.now, hash }).execute()
  return ok({ noun: 'credential', id, version: 1, before: null, after: { id, personId } })
}

/** Login, name and units of a person: none of them may stand in the password. */
export const wordsOf = async (tx: Tx, personId: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom('person')
    .innerJoin('login_name', 'login_name.person_id', 'person.id')
    .leftJoin('post', 'post.person_id', 'person.id')
    .leftJoin('unit', 'unit.id', 'post.unit_id')
    .select(['person.name', 'login_name.login', 'unit.name as unit', 'unit.short_name as short'])
    .where('person.id', '=', personId)
    .execute()
  return [...new Set(rows.flatMap((row) => [row.name, row.login, row.unit ?? '', row.short ?? '']))].filter(Boolean)
}
