import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { writeWhole } from '../files/write-whole.ts'

/** Passwords of the embedded server's three logins; the first belongs to the launcher alone. */
export interface Passwords {
  readonly superuser: string
  readonly owner: string
  readonly app: string
}

const password = () => randomBytes(24).toString('base64url')

export async function readPasswords(file: string): Promise<Passwords | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Passwords)
}

/** Writes new passwords for this account's eyes only, on disk before it returns: a cluster made with them needs them for good. */
export async function createPasswords(file: string): Promise<Passwords> {
  const passwords = { superuser: password(), owner: password(), app: password() }
  await writeWhole(file, `${JSON.stringify(passwords)}\n`)
  return passwords
}
