import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clone, node, tell } from './clone.mjs'
import { run } from './run.mjs'

const sources = ['apps/web', 'packages/domain', 'packages/contract', 'packages/messages', 'package-lock.json']
const skipped = new Set(['node_modules', 'dist', '.cache'])

/** Every source file below the path, sorted; tests are no part of the pages. */
async function filesBelow(path) {
  const entries = await readdir(join(clone, path), { withFileTypes: true }).catch(() => undefined)
  if (!entries) return [path]
  const below = entries
    .filter(({ name }) => !skipped.has(name) && !/\.test\.tsx?$/.test(name))
    .map((entry) => (entry.isDirectory() ? filesBelow(`${path}/${entry.name}`) : [`${path}/${entry.name}`]))
  return (await Promise.all(below)).flat().sort()
}

async function digestOfSources() {
  const hash = createHash('sha256')
  const files = (await Promise.all(sources.map(filesBelow))).flat()
  const contents = await Promise.all(files.map((file) => readFile(join(clone, file))))
  for (const [index, file] of files.entries())
    hash.update(`${file}\0${contents[index].length}\0`).update(contents[index])
  return hash.digest('hex')
}

/** Builds apps/web/dist when its sources changed since it was built; gives whether it had to. */
export async function ensureWebBuilt() {
  const stamp = join(clone, 'apps/web/dist/.sources')
  const digest = await digestOfSources()
  if ((await readFile(stamp, 'utf8').catch(() => undefined)) === digest) return false
  tell('正在构建网页……', 'Building the web pages ...')
  const { code, output } = await run(
    node(),
    [join(clone, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: join(clone, 'apps/web'),
      quiet: true,
    },
  )
  if (code !== 0) {
    process.stderr.write(output)
    tell('网页没有构建成功，见上面的输出。', 'The web pages were not built; see the output above.')
    process.exit(1)
  }
  await writeFile(stamp, digest)
  return true
}
