import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cloneRoot } from '../../platform/process/clone.ts'

export interface VerifierFile {
  readonly name: string
  readonly sha256: string
}

/** The second verifier as it lies beside this program, file by file: named in each package, so that a false one is seen to be another. */
export const verifiersHere = async (folder = join(cloneRoot, 'verify')): Promise<readonly VerifierFile[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.py')).sort()
  return Promise.all(
    names.map(async (name) => ({
      name,
      sha256: createHash('sha256')
        .update(await readFile(join(folder, name)))
        .digest('hex'),
    })),
  )
}
