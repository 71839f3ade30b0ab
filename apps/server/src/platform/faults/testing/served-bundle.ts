import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pinnedNode, servedSource } from '../../../commands/testing/start-process.ts'
import { cloneRoot } from '../../process/clone.ts'

export interface ServedBundle {
  readonly program: string
  readonly remove: () => Promise<void>
}

/**
 * The server as `npm start` runs it, in a few files: from its sources it starts three times as slowly, which no office does.
 * @throws Error with what the bundler said
 */
export const bundleServed = (): ServedBundle => {
  const folder = join('node_modules', '.cache', `served-${process.pid}`)
  const run = spawnSync(pinnedNode(), [join(cloneRoot, 'scripts/bundle.mjs'), folder, servedSource], {
    cwd: cloneRoot,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(run.stderr)
  const place = join(cloneRoot, folder)
  return { program: join(place, 'main.js'), remove: () => rm(place, { recursive: true, force: true }) }
}
