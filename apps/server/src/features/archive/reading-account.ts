import { randomInt } from 'node:crypto'
import type { PostKind } from '@quanheng/domain/ability/posts'
import type { Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import { hashPassword } from '../../platform/session/password.ts'

export interface ReadingAccount {
  readonly login: string
  /** Told once at the terminal, kept nowhere. */
  readonly password: string
}

/** Spoken and typed from a terminal: no 0/O, 1/I. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

const newPassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')).join(
    '-',
  )

const login = 'guidang'

/** Posts that between them see all of a body's year; nothing can be done under them, since nothing can be done here. */
const readingPosts = ['officeDirector', 'principal', 'clerk', 'observer'] as const satisfies readonly PostKind[]

/** 归档查阅: the one account of a system that holds an archived year. */
export const makeReadingAccount = async (
  tx: Tx,
  context: Context,
  { unitId, from }: { readonly unitId: string; readonly from: string },
): Promise<ReadingAccount & { readonly credential: { readonly id: string; readonly personId: string } }> => {
  const personId = context.newId()
  await tx
    .insertInto('person')
    .values({ id: personId, name: '归档查阅', phone: null, mail: null, state: 'active', version: 1 })
    .execute()
  await tx.insertInto('login_name').values({ login, person_id: personId }).execute()
  await tx
    .insertInto('post')
    .values(
      readingPosts.map((kind) => ({
        id: context.newId(),
        person_id: personId,
        unit_id: unitId,
        section_id: null,
        kind,
        title: '归档查阅',
        acting: false,
        from_date: from,
        to_date: null,
        version: 1,
      })),
    )
    .execute()
  const password = newPassword()
  const id = context.newId()
  const hash = await hashPassword(password)
  await tx.insertInto('credential').values({ id, person_id: personId, made_at: context.now, hash }).execute()
  return { login, password, credential: { id, personId } }
}
