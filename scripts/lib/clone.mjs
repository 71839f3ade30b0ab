import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder that holds package.json. */
export const clone = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..')

const platform = process.platform === 'win32' ? 'win' : process.platform
const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'

/** The pinned Node of the platform package, which needs no link in node_modules/.bin. */
export const pinnedNode = join(clone, 'node_modules', `node-${platform}-${process.arch}`, program)

/** The pinned Node, or the one that runs this where the platform has no package for it. */
export const node = () => (existsSync(pinnedNode) ? pinnedNode : process.execPath)

/** Compiled modules are kept between runs: a start takes a quarter of the time. */
export const compileCache = join(clone, 'node_modules', '.cache', 'quanheng')

/** Both languages: this is said before anything that knows the user's language can run. */
export const tell = (chinese, english) => process.stderr.write(`${chinese}\n${english}\n`)
