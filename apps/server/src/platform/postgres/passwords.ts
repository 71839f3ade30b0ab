import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../process/sync-folder.ts'

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
  const handle = await open(`${file}.new`, 'w', 0o600)
  await handle.writeFile(`${JSON.stringify(passwords)}\n`)
  await handle.sync()
  await handle.close()
  await rename(`${file}.new`, file)
  await syncFolder(dirname(file))
  return passwords
}
