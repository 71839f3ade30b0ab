// Bundles the command line and the server: `node scripts/bundle.mjs FOLDER [ENTRY]`; tests bundle another entry, to run what is
// served as it is served. What a source finds beside itself (package.json, the
// migrations) it goes on to find there, so the bundle runs in this clone alone.
import { readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import { clone } from './lib/clone.mjs'

const [folder, entry = 'apps/cli/src/main.ts'] = process.argv.slice(2)
const out = join(clone, folder)
const server = join(clone, 'apps/server/src')

/** What workers and children run, each a file of its own, by the source that it was written in. */
const tasks = new Map(
  readdirSync(server, { recursive: true })
    .filter((file) => /-task\.ts$|platform\/jobs\/(?:worker|child)\.ts$/.test(file.replaceAll('\\', '/')))
    .map((file) => [join(server, file), file.replaceAll(/[\\/]/g, '-').replace(/\.ts$/, '')]),
)

/** From the bundle to a source, as a module names another. */
const fromBundle = (path) => relative(out, path).replaceAll('\\', '/')

const placeOf = (path) => (tasks.has(path) ? `./${tasks.get(path)}.js` : fromBundle(path))

/** What lies beside a source is found beside that source, wherever its chunk lies; a task is found in the bundle. */
function ownPlace(code, id) {
  const place = (path) => `new URL('${placeOf(resolve(dirname(id), path))}', import.meta.url)`
  const literal = /new URL\('(\.[^']+)', import\.meta\.url\)/g
  if (/import\.meta\.url/.test(code.replaceAll(literal, '')))
    throw new Error(`${id}: write new URL('./name', import.meta.url), with the name itself, and it is found again`)
  return code
    .replaceAll(literal, (_, path) => place(path))
    .replaceAll(
      'import.meta.dirname',
      `process.getBuiltinModule('node:path').join(import.meta.dirname, '${fromBundle(dirname(id))}')`,
    )
}

const bundle = await rolldown({
  input: {
    main: join(clone, entry),
    ...Object.fromEntries([...tasks].map(([source, name]) => [name, source])),
  },
  platform: 'node',
  // Asked for by pg and left out by choice: its own client is used.
  external: ['pg-native'],
  plugins: [{ name: 'own-place', transform: { filter: { id: /\.ts$/, code: /import\.meta/ }, handler: ownPlace } }],
})
await bundle.write({ dir: out, format: 'esm', cleanDir: true, chunkFileNames: '[name]-[hash].js' })
