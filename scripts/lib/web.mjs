import { join } from 'node:path'
import { ensureBuilt } from './built.mjs'
import { clone } from './clone.mjs'

/** Builds apps/web/dist when its sources changed since it was built; gives whether it had to. */
export const ensureWebBuilt = () =>
  ensureBuilt({
    folder: 'apps/web/dist',
    sources: ['apps/web', 'packages/domain', 'packages/contract', 'packages/messages', 'package-lock.json'],
    args: [join(clone, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    cwd: join(clone, 'apps/web'),
    words: {
      making: ['正在构建网页……', 'Building the web pages ...'],
      failed: ['网页没有构建成功，见上面的输出。', 'The web pages were not built; see the output above.'],
    },
  })
