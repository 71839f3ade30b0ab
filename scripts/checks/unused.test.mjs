// Plants in a scratch workspace what unused.mjs must find, under the house's own knip.json: a configuration that makes every
// file an entry would find nothing for ever. Run by the pinned Node; the last line is `checked N, M failed`.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const house = join(import.meta.dirname, '../..')
const root = realpathSync(mkdtempSync(join(tmpdir(), 'quanheng-unused-')))
const write = (path, text) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const manifest = (name, more = {}) =>
  JSON.stringify({ name, version: '1.0.0', private: true, type: 'module', exports: { './*': './src/*.ts' }, ...more })

const expected = [
  'exports packages/domain/src/thing.ts idle',
  'exports packages/domain/src/alone.ts alone',
  'dependencies apps/server/package.json idle-package',
  'unlisted apps/server/src/main.ts undeclared',
  'files apps/web/src/Orphan.tsx apps/web/src/Orphan.tsx',
]

let found = []
let failure = ''
try {
  write(
    'package.json',
    JSON.stringify({ name: 'planted', private: true, type: 'module', workspaces: ['packages/*', 'apps/*'] }),
  )
  copyFileSync(join(house, 'knip.json'), join(root, 'knip.json'))
  write('packages/domain/package.json', manifest('@quanheng/domain'))
  write('packages/domain/src/thing.ts', 'export const used = 1\nexport const idle = 2\n')
  write('packages/domain/src/alone.ts', 'export const alone = 1\n')
  write(
    'apps/server/package.json',
    manifest('@quanheng/server', { dependencies: { '@quanheng/domain': '1.0.0', 'idle-package': '1.0.0' } }),
  )
  write(
    'apps/server/src/main.ts',
    "import { used } from '@quanheng/domain/thing'\nimport 'undeclared'\nused.toFixed()\n",
  )
  write('apps/web/package.json', manifest('@quanheng/web'))
  write('apps/web/src/main.tsx', 'document.title = String(<p />)\n')
  write('apps/web/src/Orphan.tsx', 'export const Orphan = () => <p />\n')
  write(
    'node_modules/undeclared/package.json',
    JSON.stringify({ name: 'undeclared', version: '1.0.0', main: 'index.js' }),
  )
  write('node_modules/undeclared/index.js', '')
  mkdirSync(join(root, 'node_modules/@quanheng'), { recursive: true })
  symlinkSync('../../packages/domain', join(root, 'node_modules/@quanheng/domain'))
  const run = spawnSync(
    process.execPath,
    [join(house, 'node_modules/knip/bin/knip.js'), '--reporter', 'json', '--no-progress', '--no-config-hints'],
    { cwd: root, encoding: 'utf8' },
  )
  if (run.status === 1) {
    found = JSON.parse(run.stdout).issues.flatMap(({ file, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, list]) => list.flat().map(({ name }) => `${kind} ${file} ${name}`)),
    )
  } else failure = `knip ended with ${run.status}: ${run.stderr.trim()}`
} finally {
  rmSync(root, { recursive: true })
}

const faults = [
  ...(failure ? [failure] : []),
  ...expected.filter((one) => !found.includes(one)).map((one) => `not found: ${one}`),
  ...found.filter((one) => !expected.includes(one)).map((one) => `found, though nothing is wrong: ${one}`),
]
for (const fault of faults) console.log(`knip.json:1 ${fault}`)
console.log(`checked ${expected.length}, ${faults.length} failed`)
process.exitCode = faults.length === 0 ? 0 : 1
