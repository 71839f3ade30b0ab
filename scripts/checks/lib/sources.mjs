import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Files below `root` that Git keeps or would keep, by path. What .gitignore leaves out (node_modules, dist, .data) is not
 * ours to judge; a file removed but not yet committed is left out too.
 */
export const keptFiles = (root) =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .sort()

const isTest = (path) => /\.(?:test|fixture)\.tsx?$|\/testing\//.test(path)

/** TypeScript sources of packages and apps; `product` leaves tests and fixtures out. */
export const sourceFiles = (root, { product = false } = {}) =>
  keptFiles(root).filter((path) => /^(?:packages|apps)\/[^/]+\/src\/.*\.tsx?$/.test(path) && !(product && isTest(path)))

export const linesOf = (root, path) => readFileSync(join(root, path), 'utf8').split('\n')

/** Prints findings and the last line that every check ends with, and sets the exit code. */
export const conclude = (checked, findings) => {
  for (const { file, line, says } of findings) console.log(`${file}:${line} ${says}`)
  console.log(`checked ${checked}, ${findings.length} failed`)
  process.exitCode = findings.length === 0 ? 0 : 1
}

/**
 * The text with comments and the contents of strings blanked, line breaks kept, so that a search finds only code. A
 * template literal is blanked whole with what stands in its `${}`; a regular expression literal stays.
 */
export const codeOnly = (text) =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g, (piece) =>
    piece.replace(/[^\n]/g, ' '),
  )
