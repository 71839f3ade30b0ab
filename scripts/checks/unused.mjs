// Runs knip over all workspaces: no file, export or dependency that nothing uses, none used that is not declared.
// Run by the pinned Node; the last line is `checked N, M failed`.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { sourceFiles } from './lib/sources.mjs'

const root = join(import.meta.dirname, '../..')

const instead = {
  files: 'nothing imports it: use it or remove it.',
  dependencies:
    'no file of the workspace imports it: remove it from package.json, or import it where it is meant to be used.',
  devDependencies:
    'no file imports it: remove it from package.json, or name it in knip.json if a tool loads it by itself.',
  optionalPeerDependencies: 'imported though only an optional peer: declare it in package.json.',
  unlisted:
    'imported but not in package.json: declare it there with an exact version and a reason in docs/adr/0009-dependencies.md.',
  binaries: 'called but not in package.json: declare the package that brings it.',
  unresolved: 'leads to no file: correct the path.',
  exports: 'exported but used by nobody else: remove it, or only its `export`.',
  types: 'a type exported but used by nobody: remove it.',
  enumMembers: 'used by nobody: remove it.',
  namespaceMembers: 'used by nobody: remove it.',
  duplicates: 'exported twice under two names: keep one.',
}

const run = spawnSync(
  process.execPath,
  [join(root, 'node_modules/knip/bin/knip.js'), '--reporter', 'json', '--no-progress', '--no-config-hints'],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
)
// 0: nothing found, 1: findings; anything else is knip itself failing, which must not pass for a clean house.
if (run.status !== 0 && run.status !== 1) {
  console.log(`knip.json:1 knip ended with ${run.status ?? run.signal}: ${run.stderr.trim()}`)
  console.log('checked 0, 1 failed')
  process.exit(1)
}

let failed = 0
for (const { file, ...kinds } of JSON.parse(run.stdout).issues) {
  for (const [kind, found] of Object.entries(kinds)) {
    for (const one of Array.isArray(found) ? found.flat() : []) {
      failed += 1
      console.log(`${file}:${one.line ?? 1} ${one.name}: ${instead[kind] ?? `${kind}; see knip.dev.`}`)
    }
  }
}
console.log(`checked ${sourceFiles(root).length}, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
