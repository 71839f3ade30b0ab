import { chmod, mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** The operating-system account that PostgreSQL runs as; PostgreSQL refuses to run as root. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
  /** True when this process is root and gives up its rights to run the database. */
  readonly dropped: boolean
}

interface Passwd {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

async function passwd(): Promise<Passwd[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}

/** The account's name where the system knows one, else its number. */
export async function accountName(uid: number): Promise<string> {
  return (await passwd()).find((entry) => entry.uid === uid)?.name ?? String(uid)
}

/**
 * As an ordinary user: that user. As root: whoever already owns the database's files, else `nobody`, so that a data
 * directory made by an ordinary user keeps working when root starts it once.
 */
export async function databaseAccount(files: string): Promise<Account> {
  const uid = process.getuid?.() ?? -1
  const gid = process.getgid?.() ?? -1
  if (uid !== 0) return { name: await accountName(uid), uid, gid, dropped: false }
  const owner = await stat(files).catch(() => undefined)
  if (owner && owner.uid !== 0) {
    return { name: await accountName(owner.uid), uid: owner.uid, gid: owner.gid, dropped: true }
  }
  const nobody = (await passwd()).find((entry) => entry.name === 'nobody')
  return { name: 'nobody', uid: nobody?.uid ?? 65534, gid: nobody?.gid ?? 65534, dropped: true }
}

const readable = 4
const enterable = 1

async function allows(path: string, account: Account, bit: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return false
  const shift = found.uid === account.uid ? 6 : found.gid === account.gid ? 3 : 0
  return ((found.mode >> shift) & bit) === bit
}

/** Whether the account may walk down to this folder. Folders that do not exist yet are made by us and count as open. */
export async function canEnter(folder: string, account: Account): Promise<boolean> {
  if (!account.dropped) return true
  for (let path = resolve(folder); ; path = dirname(path)) {
    const exists = await stat(path).then(
      () => true,
      () => false,
    )
    if (exists && !(await allows(path, account, enterable))) return false
    if (path === dirname(path)) return true
  }
}

/** Whether the account may read and run this program where it lies. */
export async function canRun(file: string, account: Account): Promise<boolean> {
  return (await canEnter(dirname(file), account)) && (await allows(file, account, readable | enterable))
}

/** Makes the folder and what is missing above it so that the account can walk down to it, whatever the umask. */
export async function makeEnterable(folder: string, account: Account): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined || !account.dropped) return
  for (let path = resolve(folder); path.length >= first.length; path = dirname(path)) await chmod(path, 0o755)
}

/** What `spawn` needs to run a program as the account; nothing where no rights are to be given up. */
export const asAccount = (account: Account): { uid?: number; gid?: number } =>
  account.dropped ? { uid: account.uid, gid: account.gid } : {}
