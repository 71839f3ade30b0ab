// Bundles the command line and the server into `node scripts/bundle.mjs FOLDER`. Sources stay where they are: what they find beside
// themselves (a task for a worker, package.json, the migrations) they find there, so the bundle runs in this clone alone.
import { dirname, join, relative } from 'node:path'
import { rolldown } from 'rolldown'
import { clone } from './lib/clone.mjs'

const [folder] = process.argv.slice(2)
const out = join(clone, folder)

/** `import.meta` of a module means the source that it was written in, wherever its chunk lies. */
const ownPlace = {
  name: 'own-place',
  transform: {
    filter: { id: /\.ts$/, code: /import\.meta/ },
    handler(code, id) {
      const from = (path) => JSON.stringify(relative(out, path).replaceAll('\\', '/'))
      return code
        .replaceAll('import.meta.url', `new URL(${from(id)}, import.meta.url).href`)
        .replaceAll(
          'import.meta.dirname',
          `(process.getBuiltinModule('node:path').join(import.meta.dirname, ${from(dirname(id))}))`,
        )
    },
  },
}

const bundle = await rolldown({
  input: { main: join(clone, 'apps/cli/src/main.ts') },
  platform: 'node',
  // Asked for by pg and left out by choice: its own client is used.
  external: ['pg-native'],
  plugins: [ownPlace],
})
await bundle.write({ dir: out, format: 'esm', cleanDir: true, chunkFileNames: '[name]-[hash].js' })
