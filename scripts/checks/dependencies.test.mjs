// Plants a violation of every rule of .dependency-cruiser.mjs in a scratch workspace and sees it reported, beside
// imports that are allowed and must not be. Run by the pinned Node; the last line is `checked N, M failed`.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { examine, ruleNames } from './dependencies.mjs'

const thing = 'export type Thing = string\nexport const thing = 1\n'
const uses = (...from) =>
  from
    .map((path, at) => `import { thing as given${at} } from '${path}'\nexport const used${at} = given${at}\n`)
    .join('')
const usesType = (from) => `import type { Thing } from '${from}'\nexport type Used = Thing\n`

/** [file, its text, rules that must report it; none for what is allowed]. */
const planted = [
  ['packages/domain/src/pure-npm.ts', uses('left'), 'domain-is-pure', 'no-undeclared'],
  [
    'packages/domain/src/pure-node.ts',
    "import { createHash } from 'node:crypto'\nexport const used = createHash\n",
    'domain-is-pure',
  ],
  ['packages/domain/src/pure-node-bare.ts', "import fs from 'fs'\nexport const used = fs\n", 'domain-is-pure'],
  ['packages/domain/src/pure-absent.ts', usesType('not-installed'), 'domain-is-pure', 'no-unknown'],
  ['packages/domain/src/pure-ours.ts', usesType('@quanheng/contract/thing'), 'domain-is-pure'],
  [
    'packages/domain/src/pure-inline.ts',
    "import { type Thing } from '@quanheng/log/thing'\nexport type Used = Thing\n",
    'domain-is-pure',
  ],
  [
    'packages/domain/src/pure-dynamic.ts',
    "export const used = () => import('left')\n",
    'domain-is-pure',
    'no-undeclared',
  ],
  ['packages/domain/src/pure-export.ts', "export * from '@quanheng/log/thing'\n", 'domain-is-pure'],
  [
    'packages/domain/src/pure-type-query.ts',
    "export type Used = import('@quanheng/log/thing').Thing\n",
    'no-hidden-import',
  ],
  [
    'packages/domain/src/pure-typeof.ts',
    "export const used = (x: typeof import('node:fs')) => x\n",
    'no-hidden-import',
  ],
  ['packages/domain/src/pure-export-type.ts', "export type { Thing } from '@quanheng/log/thing'\n", 'domain-is-pure'],
  ['packages/domain/src/pure-effect.ts', "import '@quanheng/log/thing'\n", 'domain-is-pure'],
  ['packages/domain/src/absent-file.ts', uses('./nowhere.ts'), 'no-unknown'],
  ['packages/domain/src/fine.ts', uses('./kernel/thing.ts')],
  ['packages/domain/src/fine.test.ts', `${uses('@quanheng/testkit/thing')}import 'node:assert'\n`],
  ['packages/log/src/noun.ts', usesType('@quanheng/domain/thing'), 'log-rests-on-kernel'],
  ['packages/log/src/npm.ts', uses('left'), 'log-rests-on-kernel'],
  ['packages/log/src/fine.ts', usesType('@quanheng/domain/kernel/thing')],
  ['packages/contract/src/ours.ts', usesType('@quanheng/messages/thing'), 'contract-is-thin'],
  ['packages/contract/src/npm.ts', uses('left'), 'contract-is-thin'],
  ['packages/contract/src/fine.ts', `${uses('zod')}export * from '@quanheng/domain/thing'\n`],
  [
    'packages/messages/src/node.ts',
    "import { join } from 'node:path'\nexport const used = join\n",
    'messages-are-pure',
  ],
  ['packages/messages/src/fine.ts', uses('@quanheng/contract/thing')],
  ['packages/papers/src/log.ts', usesType('@quanheng/log/thing'), 'only-archives-read-the-log'],
  ['packages/papers/src/archive/log.ts', usesType('@quanheng/log/thing')],
  ['packages/papers/src/store.ts', usesType('@quanheng/contract/thing'), 'papers-direction'],
  ['packages/papers/src/undeclared.ts', uses('undeclared'), 'no-undeclared'],
  ['packages/papers/src/fine.ts', uses('left', '@quanheng/messages/thing')],
  ['packages/papers/src/conformity/page.ts', uses('../thing.ts'), 'conformity-stands-alone'],
  ['packages/papers/src/conformity/fine.ts', uses('./thing.ts', '@quanheng/messages/thing')],
  ['packages/papers/src/docx/figure.ts', uses('../conformity/thing.ts'), 'composer-takes-no-figure-of-the-check'],
  ['packages/notice/src/paper.ts', uses('@quanheng/papers/thing'), 'notice-direction'],
  ['packages/notice/src/find/file.ts', uses('../files/thing.ts'), 'notice-core-is-text'],
  ['packages/notice/src/lint/words.ts', uses('@quanheng/messages/thing'), 'notice-core-is-text'],
  ['packages/notice/src/find/fine.ts', uses('../text/thing.ts', '@quanheng/domain/thing')],
  ['packages/rehearsal/src/log.ts', uses('@quanheng/log/thing'), 'rehearsal-direction'],
  ['packages/rehearsal/src/fine.ts', uses('@quanheng/contract/thing')],
  [
    'packages/papers/src/app.ts',
    usesType('@quanheng/server/platform/thing'),
    'packages-know-no-app',
    'papers-direction',
  ],
  ['packages/domain/src/app.test.ts', uses('@quanheng/server/platform/thing'), 'packages-know-no-app'],
  ['packages/papers/src/kit.ts', uses('@quanheng/testkit/thing'), 'testkit-stays-in-tests', 'papers-direction'],
  ['apps/server/src/kit.ts', usesType('@quanheng/testkit/thing'), 'testkit-stays-in-tests'],
  ['apps/server/src/fixture.ts', uses('./a.fixture.ts'), 'testkit-stays-in-tests'],
  ['apps/server/src/a.fixture.ts', `export { thing } from '@quanheng/testkit/thing'\n`],
  ['apps/web/src/server.ts', usesType('@quanheng/server/platform/thing'), 'apps-stand-alone', 'commands-serve-cli'],
  ['apps/web/src/command.ts', uses('@quanheng/server/commands/index'), 'commands-serve-cli'],
  ['apps/server/src/cli.ts', usesType('@quanheng/cli/thing'), 'apps-stand-alone'],
  ['apps/cli/src/behind.ts', uses('@quanheng/server/commands/thing'), 'apps-stand-alone'],
  ['apps/cli/src/fine.ts', uses('@quanheng/server/commands/index')],
  ['apps/server/src/features/plan/inside.ts', usesType('../item/thing.ts'), 'feature-front-door'],
  ['apps/server/src/features/plan/fine.ts', uses('../item/index.ts', './thing.ts')],
  ['apps/server/src/wire.ts', uses('./features/plan/thing.ts'), 'features-through-front-door'],
  ['apps/server/src/main.ts', uses('./features/plan/index.ts')],
  ['apps/server/src/platform/feature.ts', uses('../features/plan/index.ts'), 'platform-knows-no-feature'],
  ['apps/server/src/platform/fine.ts', uses('left')],
  ['apps/web/src/features/plan/other.ts', usesType('../item/thing.ts'), 'web-features-are-islands'],
  ['apps/web/src/features/plan/app.ts', uses('../../app/thing.ts'), 'web-features-are-islands'],
  ['apps/web/src/features/plan/fine.ts', uses('../../shared/thing.ts')],
  ['apps/web/src/app/fine.ts', uses('../features/plan/thing.ts')],
  ['apps/web/src/shared/feature.ts', usesType('../features/plan/thing.ts'), 'web-shared-knows-no-feature'],
  ['apps/web/src/paper.ts', usesType('@quanheng/papers/thing'), 'web-runs-in-a-browser'],
  ['apps/web/src/form-check.ts', uses('@quanheng/papers/conformity/thing')],
  [
    'apps/web/src/node.tsx',
    "import { join } from 'node:path'\nexport const Used = () => <p>{join('a')}</p>\n",
    'web-has-no-node',
  ],
  ['apps/server/src/development.ts', uses('development'), 'no-dev-dependency'],
  ['apps/server/src/development.test.ts', uses('development')],
  ['packages/domain/src/circle-a.ts', "import type { B } from './circle-b.ts'\nexport type A = B\n", 'no-circular'],
  ['packages/domain/src/circle-b.ts', "import type { A } from './circle-a.ts'\nexport type B = A[]\n"],
]

const workspaces = {
  'packages/domain': {},
  'packages/log': { left: '1.0.0' },
  'packages/contract': { zod: '1.0.0', left: '1.0.0' },
  'packages/messages': {},
  'packages/papers': { left: '1.0.0' },
  'packages/notice': {},
  'packages/rehearsal': {},
  'packages/testkit': {},
  'apps/server': { left: '1.0.0' },
  'apps/web': {},
  'apps/cli': {},
}

const places = [
  ...Object.keys(workspaces).map((workspace) => `${workspace}/src/thing.ts`),
  'packages/domain/src/kernel/thing.ts',
  'packages/notice/src/files/thing.ts',
  'packages/papers/src/conformity/thing.ts',
  'packages/notice/src/text/thing.ts',
  'apps/server/src/platform/thing.ts',
  'apps/server/src/commands/thing.ts',
  'apps/server/src/commands/index.ts',
  'apps/server/src/features/plan/thing.ts',
  'apps/server/src/features/plan/index.ts',
  'apps/server/src/features/item/thing.ts',
  'apps/server/src/features/item/index.ts',
  'apps/web/src/app/thing.ts',
  'apps/web/src/shared/thing.ts',
  'apps/web/src/features/plan/thing.ts',
  'apps/web/src/features/item/thing.ts',
]

const root = realpathSync(mkdtempSync(join(tmpdir(), 'quanheng-planted-')))
const write = (path, text) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const buildWorkspace = () => {
  write('package.json', JSON.stringify({ name: 'planted', type: 'module', devDependencies: { development: '1.0.0' } }))
  for (const [workspace, dependencies] of Object.entries(workspaces)) {
    const name = `@quanheng/${workspace.split('/')[1]}`
    write(
      `${workspace}/package.json`,
      JSON.stringify({ name, type: 'module', exports: { './*': './src/*.ts' }, dependencies }),
    )
    mkdirSync(join(root, 'node_modules/@quanheng'), { recursive: true })
    symlinkSync(`../../${workspace}`, join(root, 'node_modules', name))
  }
  for (const name of ['zod', 'left', 'undeclared', 'development']) {
    write(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', type: 'module', main: 'dist/index.js' }),
    )
    write(`node_modules/${name}/dist/index.js`, 'export const thing = 1\n')
  }
  for (const place of places) write(place, thing)
  for (const [file, text] of planted) write(file, text)
}

const faults = []
try {
  buildWorkspace()
  const { findings, typeOnly, acrossPackages } = await examine(root)
  if (typeOnly === 0) faults.push('type-only imports are not counted')
  if (acrossPackages + findings.length === 0) faults.push('nothing was seen')
  const named = new Map(planted.map(([file, , ...rules]) => [file, rules]))
  for (const [file, rules] of named) {
    const found = new Set(findings.filter((finding) => finding.file === file).map(({ rule }) => rule))
    for (const rule of rules) if (!found.has(rule)) faults.push(`${file}: ${rule} did not report it`)
    for (const rule of found) if (!rules.includes(rule)) faults.push(`${file}: ${rule} reported it, but it is allowed`)
  }
  for (const { file, rule } of findings) {
    if (!named.has(file)) faults.push(`${file}: ${rule} reported a file that only gives`)
  }
  for (const { file, line, instead } of findings) {
    if (!(line >= 1) || !instead?.endsWith('.'))
      faults.push(`${file}: the finding lacks its line or what to do instead`)
  }
  const planting = new Set(planted.flatMap(([, , ...rules]) => rules))
  for (const name of ruleNames) if (!planting.has(name)) faults.push(`${name}: no violation is planted`)
} finally {
  rmSync(root, { recursive: true })
}

for (const fault of faults) console.log(fault)
console.log(`checked ${planted.length + ruleNames.length}, ${faults.length} failed`)
process.exitCode = faults.length === 0 ? 0 : 1
