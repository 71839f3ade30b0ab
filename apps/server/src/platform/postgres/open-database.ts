import { join } from 'node:path'
import { cloneRoot } from '../process/clone.ts'
import { type DataDirectory, defaultStateHome } from '../process/data-directory.ts'
import type { Say } from '../process/notice.ts'
import { withoutPassword } from './client.ts'
import { clusterMajor } from './cluster.ts'
import { clusterHome, startEmbedded } from './embedded.ts'
import { openExternal } from './external.ts'

/** The addresses of a server that somebody else runs, as the environment gives them. */
export interface DatabaseAddresses {
  readonly appUrl?: string | undefined
  readonly ownerUrl?: string | undefined
}

export interface OpenDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  /** The embedded PostgreSQL's process; nothing for an external server. */
  pid(): number | undefined
  stop(): Promise<void>
}

/** The embedded release. Its data move to another major version only through a backup. */
const embeddedMajor = 18

export const isExternal = ({ appUrl, ownerUrl }: DatabaseAddresses): boolean => Boolean(appUrl || ownerUrl)

const rolesFile = join(cloneRoot, 'deploy', 'roles.sql')

async function openOurs(data: DataDirectory, say: Say, meanwhile?: () => void): Promise<OpenDatabase> {
  const cluster = join(clusterHome(data.dir), `cluster-${embeddedMajor}`)
  if ((await clusterMajor(cluster)) === undefined) say({ code: 'database.making', params: { dir: data.dir } })
  let pid = 0
  const database = await startEmbedded({
    dataDir: data.dir,
    account: data.account,
    packageRoot: cloneRoot,
    major: embeddedMajor,
    binariesHome: data.account.dropped ? defaultStateHome : join(data.dir, 'binaries'),
    rolesFile,
    ...(meanwhile && { meanwhile }),
    onLoss: (event) => {
      if (event === 'back') pid = database.pid()
      say({ code: event === 'lost' ? 'database.lost' : 'database.back', params: { pid } })
    },
  })
  pid = database.pid()
  return database
}

async function openTheirs(addresses: DatabaseAddresses, say: Say): Promise<OpenDatabase> {
  const found = await openExternal(addresses.appUrl || undefined, addresses.ownerUrl || undefined, rolesFile)
  const where = withoutPassword(found.ownerUrl)
  say({ code: 'database.external', params: { where, version: found.version } })
  if (found.oneLogin) say({ code: 'database.oneLogin', params: { where } })
  return { ownerUrl: found.ownerUrl, appUrl: found.appUrl, pid: () => undefined, stop: async () => undefined }
}

/**
 * Opens the external database where an address is given, else starts the data directory's own; `meanwhile` is called when that
 * waits for PostgreSQL.
 */
export const openDatabase = (
  addresses: DatabaseAddresses,
  data: DataDirectory,
  say: Say,
  meanwhile?: () => void,
): Promise<OpenDatabase> => (isExternal(addresses) ? openTheirs(addresses, say) : openOurs(data, say, meanwhile))
