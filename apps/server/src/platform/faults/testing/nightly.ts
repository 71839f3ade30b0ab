import { join } from 'node:path'
import { keptFiles, loggedNouns, tellOfFaults } from '../../../features/index.ts'
import { openDatabase } from '../../database/database.ts'
import { machineClock } from '../../door/context.ts'
import { makeCustodian } from '../../files/custodian.ts'
import { localFileStore } from '../../files/file-store.ts'
import { folderPlace } from '../../log/places/folder.ts'
import { makeSealer } from '../../log/sealer.ts'
import { silentLogger } from '../../logger.ts'
import { openInstallation } from '../../platform.ts'
import type { Product } from './product.ts'

/** What the server does at night, done now over what lies in the data directory: sealed, checked, all files hashed again. @returns the faults */
export const nightly = async (product: Product): Promise<readonly string[]> => {
  const { appUrl } = await product.urls()
  const { db, close } = openDatabase({ url: appUrl, max: 2 })
  try {
    const installation = await openInstallation(() => db, machineClock)
    const common = { database: () => db, installation, clock: machineClock, logger: silentLogger }
    const { dataDir } = product
    const sealer = makeSealer({ ...common, dataDir, places: [folderPlace(join(dataDir, 'checkpoints'))] })
    const files = localFileStore(join(dataDir, 'files'))
    const custodian = makeCustodian({ ...common, files, keptFiles, tellOfFaults, scanner: null })
    const sealed = await sealer.now(null)
    const log = await sealer.check(loggedNouns)
    const check = await custodian.check('command')
    return [
      ...(sealed.ok ? [] : [sealed.error.code]),
      ...(log?.faults ?? []).map(({ code, params }) => `${code} ${JSON.stringify(params)}`),
      ...(check?.faults ?? []).map(({ fault, digest }) => `${fault} ${digest}`),
    ]
  } finally {
    await close()
  }
}
