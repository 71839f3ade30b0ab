// `npm run check`: the quick inner loop for what differs from the last commit: types of the touched workspaces, format and
// lint of the touched files, the rules of the house, and the tests that reach the touched files.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { clone } from './lib/clone.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { biome } from './stages/biome.mjs'
import { checks } from './stages/checks.mjs'
import { projects, types } from './stages/types.mjs'
import { vitest } from './stages/vitest.mjs'

const git = (...args) => execFileSync('git', ['-c', 'core.quotePath=false', ...args], { cwd: clone, encoding: 'utf8' })

const touched = [git('diff', '--name-only', 'HEAD'), git('ls-files', '--others', '--exclude-standard')]
  .flatMap((list) => list.split('\n'))
  .filter((path) => path && existsSync(join(clone, path)))
if (touched.length === 0) {
  console.log('Nothing differs from the last commit.')
  process.exit(0)
}

await ensureInstalled()
const code = touched.filter((path) => /\.[cm]?tsx?$/.test(path))
const folders = projects().filter((folder) => code.some((path) => folder === '.' || path.startsWith(`${folder}/`)))
const related = (project) => async () => {
  if (code.length === 0) return { passed: 0, failed: 0 }
  return vitest(project, {}, ['--changed', 'HEAD'])
}

const stages = {
  types: () => types(folders),
  biome: () => biome(touched),
  checks,
  unit: related('unit'),
  process: code.some((path) => /platform\/(process|postgres)|commands\//.test(path)) && related('process'),
  server: code.some((path) => !path.startsWith('apps/web/')) && related('server'),
}

let failures = 0
for (const [name, stage] of Object.entries(stages)) {
  if (!stage) continue
  const { passed, failed, output = '' } = await stage()
  const none = /no tests were found/.test(output)
  if (failed > 0 && !none) console.log(`${output.trim()}\n`)
  console.log(`${name}: ${passed} passed, ${none ? 0 : failed} failed`)
  failures += none ? 0 : failed
}
process.exitCode = failures === 0 ? 0 : 1
