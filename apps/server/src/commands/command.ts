import type { DatabaseAddresses } from '../platform/postgres/open-database.ts'
import { isExternal } from '../platform/postgres/open-database.ts'
import { cloneRoot } from '../platform/process/clone.ts'
import { type DataDirectory, placeDataDirectory } from '../platform/process/data-directory.ts'
import type { Say } from '../platform/process/notice.ts'

/** What every database command is given by the command line. */
export interface CommandInput {
  /** `--data`; absent for the default. */
  readonly dataDir?: string | undefined
  readonly database: DatabaseAddresses
}

export interface Terminal {
  /** Tells what goes on; never part of the result. */
  readonly say: Say
  /** Part of the result. */
  readonly line: (text: string) => void
}

/** The data directory that this input means, in the same place for every command. */
export async function locate(input: CommandInput, say: Say): Promise<DataDirectory> {
  const embedded = !isExternal(input.database)
  const data = await placeDataDirectory({ clone: cloneRoot, chosen: input.dataDir, embedded })
  if (data.dir !== data.asked) {
    say({ code: 'data.moved', params: { asked: data.asked, dir: data.dir, account: data.account.name } })
  }
  return data
}
