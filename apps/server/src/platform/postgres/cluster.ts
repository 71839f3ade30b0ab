import { randomBytes } from 'node:crypto'
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../files/sync-folder.ts'
import { Refusal } from '../process/refusal.ts'
import type { Account } from './account.ts'
import { type Binaries, program } from './binaries.ts'
import { runProgram } from './run-program.ts'

/**
 * Character class locales to try. Under plain C, PostgreSQL takes no Chinese character for a letter and trigram search
 * finds nothing; order and case come from ICU either way.
 */
const characterLocales = process.platform === 'win32' ? ['C'] : ['C.UTF-8', 'C.utf8', 'zh_CN.UTF-8', 'en_US.UTF-8', 'C']

/** The major version of the cluster in this folder; nothing where there is none. */
export async function clusterMajor(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Number(text)
}

const makingPrefix = 'making-'

/**
 * What an interrupted first start left behind. Its initdb may still be writing there for a moment, and ends when its files
 * are gone; what cannot be removed yet is left to a later start.
 */
async function sweepHalfMade(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(makingPrefix)) continue
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }).catch(() => undefined)
  }
}

interface NewCluster {
  readonly binaries: Binaries
  readonly account: Account
  /** The folder that holds the cluster, owned by the account. */
  readonly home: string
  readonly cluster: string
  readonly superuserPassword: string
}

/**
 * Makes a UTF-8 cluster with data checksums, scram passwords and Chinese (pinyin) order. It appears under its name only
 * when whole: a start that was killed half-way leaves nothing that a later one would take for a database.
 */
export async function makeCluster({ binaries, account, home, cluster, superuserPassword }: NewCluster): Promise<void> {
  await sweepHalfMade(home)
  const making = join(home, makingPrefix + randomBytes(4).toString('hex'))
  await mkdir(making, { mode: 0o700 })
  const passwordFile = join(making, 'password')
  const folder = join(making, 'cluster')
  await writeFile(passwordFile, superuserPassword, { mode: 0o600 })
  if (account.dropped) {
    await chown(passwordFile, account.uid, account.gid)
    await chown(making, account.uid, account.gid)
  }
  let output = ''
  for (const locale of characterLocales) {
    await rm(folder, { recursive: true, force: true })
    const options = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=zh-Hans-CN', `--locale=${locale}`]
    const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--data-checksums']
    const run = await runProgram(program(binaries, 'initdb'), ['-D', folder, ...options, ...access], account)
    if (run.code === 0) {
      await rename(folder, cluster)
      await rm(making, { recursive: true, force: true })
      await syncFolder(home)
      return
    }
    output = run.output
    if (!/invalid locale name|locale name .* is not/i.test(output)) break
  }
  await rm(making, { recursive: true, force: true })
  throw new Refusal('postgres.failed', { step: 'initdb', output })
}
