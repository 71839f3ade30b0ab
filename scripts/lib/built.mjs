import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clone, node, tell } from './clone.mjs'
import { run } from './run.mjs'

const skipped = new Set(['node_modules', 'dist', '.cache'])

/**
 * Every source file below the path, sorted; tests are no part of what is built. Read one after the other: a thousand small files take a
 * sixth of the time that a thousand promises take.
 */
function filesBelow(path) {
  let entries
  try {
    entries = readdirSync(join(clone, path), { withFileTypes: true })
  } catch {
    return [path]
  }
  return entries
    .filter(({ name }) => !skipped.has(name) && !/\.test\.tsx?$/.test(name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(`${path}/${entry.name}`) : [`${path}/${entry.name}`]))
    .sort()
}

function digestOf(sources) {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesBelow)) {
    const content = readFileSync(join(clone, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function stampOf(folder) {
  try {
    return readFileSync(join(clone, folder, '.sources'), 'utf8')
  } catch {
    return undefined
  }
}

/**
 * Makes `folder` anew with `args` on the pinned Node when the `sources` changed since it was made; gives whether it had to. `words` say in
 * both languages what is being made, and that it failed.
 */
export async function ensureBuilt({ folder, sources, args, cwd, words }) {
  const digest = digestOf(sources)
  if (stampOf(folder) === digest) return false
  tell(...words.making)
  // What is built does not follow the shell that asked for it: within a test run, React would name every dialog alike.
  const env = { ...process.env, NODE_ENV: 'production' }
  const { code, output } = await run(node(), args, { cwd, env, quiet: true })
  if (code !== 0) {
    process.stderr.write(output)
    tell(...words.failed)
    process.exit(1)
  }
  writeFileSync(join(clone, folder, '.sources'), digest)
  return true
}
