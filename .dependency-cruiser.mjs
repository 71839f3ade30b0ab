/**
 * The directions of ARCHITECTURE.md as rules. `scripts/checks/dependencies.mjs` runs them and prints each comment as what
 * to do instead; `dependencies.test.mjs` plants a violation of every one.
 */

/** What only tests may be: test files, their fixtures, the test kit and the harness around the server. */
const tests =
  '\\.(?:test|fixture)\\.tsx?$|^packages/testkit/|^packages/[^/]+/fixtures/|^(?:packages|apps)/.*/testing/|^(?:e2e|bench)/'

/** A file that is not there keeps its relative name; `no-unknown` reports it once. */
const relative = '^\\.{1,2}/'

/** Each feature's index.ts, and the list of features that main.ts wires. */
const frontDoors = ['^apps/server/src/features/index\\.ts$', '^apps/server/src/features/[^/]+/index\\.ts$']

/** From product source below `path`; tests are free to look around. */
const product = (path) => ({ path, pathNot: tests })

const forbid = (name, from, to, comment) => ({ name, severity: 'error', from, to, comment })

/** `name` may use nothing of ours but itself and `allowed`. */
const direction = (name, allowed, comment) =>
  forbid(
    `${name}-direction`,
    product(`^packages/${name}/`),
    { path: '^(?:packages|apps)/', pathNot: [`^packages/${name}/`, ...allowed] },
    comment,
  )

const forbidden = [
  forbid(
    'domain-is-pure',
    product('^packages/domain/'),
    { pathNot: ['^packages/domain/', relative] },
    'The domain imports nothing: take time, ids, hashes and data as arguments, and let the caller that has them pass them in.',
  ),
  forbid(
    'log-rests-on-kernel',
    product('^packages/log/'),
    { pathNot: ['^packages/log/', '^packages/domain/src/kernel/', relative] },
    'The log knows no noun, so that an outsider can read it alone: use domain/kernel only and take the hash as an argument.',
  ),
  forbid(
    'contract-is-thin',
    product('^packages/contract/'),
    { pathNot: ['^packages/contract/', '^packages/domain/', '^node_modules/zod/', relative] },
    'A route is data: it may name shapes (zod) and the domain’s types; put behaviour into the domain or into the server’s feature.',
  ),
  forbid(
    'messages-are-pure',
    product('^packages/messages/'),
    { pathNot: ['^packages/messages/', '^packages/domain/', '^packages/contract/', relative] },
    'Messages turn a code and its params into words, in the browser as on the server: pass what they need as params.',
  ),
  direction(
    'papers',
    ['^packages/domain/', '^packages/messages/', '^packages/log/'],
    'A paper is written from plain data: let the server build that data from a frozen run and pass it in.',
  ),
  forbid(
    'only-archives-read-the-log',
    product('^packages/papers/src/(?!archive/)'),
    { path: '^packages/log/' },
    'Of all papers only the archive package proves itself by the log: let the server pass in what a paper shows of it.',
  ),
  forbid(
    'conformity-stands-alone',
    product('^packages/papers/src/conformity/'),
    { pathNot: ['^packages/papers/src/(?:conformity|zip/limits)', '^packages/messages/', relative] },
    'The form check runs in a browser and shares no figure with what composes papers: take parts as bytes, and let the caller read files.',
  ),
  forbid(
    'composer-takes-no-figure-of-the-check',
    product('^packages/papers/src/(?:docx|paper|sheet)/'),
    { path: '^packages/papers/src/conformity/' },
    'A composer that errs must not be excused by its own figure: keep its lengths in docx/page.ts.',
  ),
  direction(
    'notice',
    ['^packages/domain/', '^packages/messages/', '^packages/papers/src/zip/(?:read|limits)\\.ts$'],
    'The reader of notices gives fields and findings as plain data: let the caller store or show them.',
  ),
  forbid(
    'notice-core-is-text',
    product('^packages/notice/src/(?:text|find|lint)/'),
    { pathNot: ['^packages/notice/src/(?:(?:text|find|lint)/|read\\.ts$)', '^packages/domain/', relative] },
    'What reads a notice works on text alone: leave files, libraries and words to packages/notice/src/files and its front.',
  ),
  direction(
    'rehearsal',
    ['^packages/domain/', '^packages/contract/'],
    'The rehearsal world enters through the door: describe it as contract commands and let the server load them.',
  ),
  forbid(
    'packages-know-no-app',
    { path: '^packages/' },
    { path: '^apps/' },
    'A package serves every app: move what it needs into a package, or pass it in as an argument.',
  ),
  forbid(
    'testkit-stays-in-tests',
    { path: '^(?:packages|apps)/', pathNot: tests },
    { path: tests },
    'Builders and fixtures are for tests: what the product needs belongs into the package that owns the noun.',
  ),
  forbid(
    'apps-stand-alone',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: ['^apps/$1/', '^apps/server/src/commands/index\\.ts$'] },
    'Apps talk through the contract, types included: move the shared type into packages/contract or packages/domain.',
  ),
  forbid(
    'commands-serve-cli',
    { path: '^apps/', pathNot: '^apps/(?:cli|server)/' },
    { path: '^apps/server/' },
    'Only the command line may use the server’s commands: call a contract route instead.',
  ),
  forbid(
    'feature-front-door',
    { path: '^apps/server/src/features/([^/]+)/' },
    {
      path: '^apps/server/src/features/',
      // Tests build their worlds upon each other's.
      pathNot: ['^apps/server/src/features/$1/', '^apps/server/src/features/[^/]+/testing/', ...frontDoors],
    },
    'Reach another feature through its index.ts: export there what it promises, or move the shared rule into the domain.',
  ),
  forbid(
    'features-through-front-door',
    { path: '^apps/server/src/', pathNot: ['^apps/server/src/features/', tests] },
    { path: '^apps/server/src/features/', pathNot: frontDoors },
    'Wire a feature by its index.ts only: export there what main or the commands need.',
  ),
  forbid(
    'platform-knows-no-feature',
    product('^apps/server/src/platform/'),
    { path: '^apps/server/src/(?!platform/)' },
    'The platform serves every feature: take the feature’s part as an argument and let main.ts wire it.',
  ),
  forbid(
    'web-features-are-islands',
    { path: '^apps/web/src/features/([^/]+)/' },
    { path: '^apps/web/src/(?:features|app)/', pathNot: '^apps/web/src/features/$1/' },
    'Compose features in web/app; what two of them share goes to web/shared.',
  ),
  forbid(
    'web-shared-knows-no-feature',
    { path: '^apps/web/src/shared/' },
    { path: '^apps/web/src/(?:features|app)/' },
    'What is shared takes a feature’s part as a prop or argument; compose them in web/app.',
  ),
  forbid(
    'web-runs-in-a-browser',
    product('^apps/web/src/'),
    { path: '^packages/(?!(?:contract|domain|log|messages)/|papers/src/(?:conformity/|zip/limits))' },
    'The browser gets contract, domain, log, messages and the form check: ask the server for the paper or the data through a route.',
  ),
  forbid(
    'web-has-no-node',
    product('^apps/web/src/'),
    { dependencyTypes: ['core'] },
    'A browser has no Node modules: use the platform’s API or ask the server through a route.',
  ),
  forbid(
    'no-circular',
    {},
    { circular: true },
    'Two files that need each other are one concept or three: move the shared part into a file that both import.',
  ),
  forbid(
    'no-unknown',
    {},
    { couldNotResolve: true },
    'Nothing was found under this name: correct the path, or install the package and give its reason in docs/adr/0009-dependencies.md.',
  ),
  forbid(
    'no-undeclared',
    {},
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'deprecated'] },
    'The package is not in the nearest package.json: declare it there with an exact version and a reason in docs/adr/0009-dependencies.md.',
  ),
  forbid(
    'no-dev-dependency',
    { path: '^(?:packages|apps)/[^/]+/src/', pathNot: tests },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    'A development dependency is not there at run time: make it a dependency of the workspace, or keep it to tests and scripts.',
  ),
]

export default {
  forbidden,
  options: {
    // TypeScript 7 has no JavaScript API; without swc the cruiser would skip every .ts file and find nothing wrong.
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    exclude: {
      path: ['^(?:packages|apps)/[^/]+/(?:dist|coverage)/', '^(?:packages|apps)/[^/]+/[^/]+/(?:dist|coverage)/'],
    },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  },
}
