import { join } from 'node:path'
import { ensureBuilt } from './built.mjs'
import { clone } from './clone.mjs'

const folder = 'apps/cli/dist'

/** The command line and the server in a few files: Node reads them in a quarter of the time and two thirds of the memory. */
export const program = join(clone, folder, 'main.js')

/** The same before it is bundled: what needs no speed needs no build. */
export const sources = join(clone, 'apps/cli/src/main.ts')

/** Bundles the program when its sources changed since it was bundled; gives whether it had to. */
export const ensureProgramBuilt = () =>
  ensureBuilt({
    folder,
    sources: ['apps/cli', 'apps/server', 'packages', 'scripts/bundle.mjs', 'package-lock.json'],
    args: [join(clone, 'scripts/bundle.mjs'), folder],
    cwd: clone,
    words: {
      making: ['正在整理程序……', 'Bundling the program ...'],
      failed: ['程序没有整理成功，见上面的输出。', 'The program was not bundled; see the output above.'],
    },
  })
