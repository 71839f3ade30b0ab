import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { clone, node } from '../lib/clone.mjs'
import { run } from '../lib/run.mjs'

const workspaces = () =>
  ['packages', 'apps'].flatMap((area) => readdirSync(join(clone, area)).map((name) => `${area}/${name}`))

/** Every folder with a tsconfig.json: each workspace, what stands beside its sources, and the root for tests. */
export const projects = () =>
  ['.', ...workspaces(), 'apps/web/gallery'].filter((folder) => existsSync(join(clone, folder, 'tsconfig.json')))

/** The compiler on each project; one check each. */
export async function types(folders = projects()) {
  let failed = 0
  let output = ''
  for (const folder of folders) {
    const args = [join(clone, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', folder]
    const result = await run(node(), args, { quiet: true, cwd: clone })
    if (result.code === 0) continue
    failed += 1
    output += `${folder}\n${result.output}`
  }
  return { passed: folders.length - failed, failed, output }
}
