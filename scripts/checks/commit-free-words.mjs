// Words that have no place in what is committed: promises to come back later, paths of somebody's machine, hosts of
// package registries (the lock file would then install from one machine's mirror only).
// Run by the pinned Node; the last line is `checked N, M failed`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { conclude, keptFiles } from './lib/sources.mjs'

/** Written in pieces, so that this file does not contain what it looks for. */
const word = (...pieces) => pieces.join('')

const later = {
  form: new RegExp(`\\b(?:${word('TO', 'DO')}|${word('FIX', 'ME')}|${word('X', 'XX')})\\b|\\b${word('HA', 'CK')}\\b:`),
  says: 'do it now, or file an issue and say here what holds until then.',
}
const machine = {
  form: new RegExp(
    `(?<![\\w.])/(?:${word('ho', 'me')}|${word('Us', 'ers')}|${word('wo', 'rk')}/(?:main|shared)|${word('ro', 'ot')})/[\\w.-]+|\\b[A-Z]:\\\\\\\\?${word('Us', 'ers')}\\\\`,
  ),
  says: 'a path of one machine: make it relative to the clone, or take it as an argument.',
}
const registry = {
  form: new RegExp(
    `(?:${word('registry.', 'npm')}(?:js|mirror)|${word('pypi', '.org')}|${word('npm', 'mirror.com')}|${word('verda', 'ccio')}|${word('artifac', 'tory')})`,
    'i',
  ),
  says: 'the host of a registry: the installing machine chooses its own.',
}
const resolved = {
  form: new RegExp(`"${word('resol', 'ved')}": "https?:`),
  says: 'the lock file must install from any mirror: keep omit-lockfile-registry-resolved=true in .npmrc and lock again.',
}

const rulesFor = (path) => {
  if (path.endsWith('package-lock.json')) return [resolved, registry]
  return [later, machine, registry]
}

export const findWords = (path, text) =>
  text.split('\n').flatMap((line, at) =>
    rulesFor(path).flatMap(({ form, says }) => {
      const found = form.exec(line)
      return found ? [{ file: path, line: at + 1, says: `\`${found[0]}\`: ${says}` }] : []
    }),
  )

const isText = (bytes) => !bytes.subarray(0, 8192).includes(0)

const mustFind = [
  ['a.ts', word('// TO', 'DO later')],
  ['a.ts', word('// FIX', 'ME')],
  ['a.md', word('see /ho', 'me/somebody/quanheng')],
  ['a.ts', word("'/wo", "rk/main/x'")],
  ['a.json', word('https://registry.', 'npmjs.org/zod')],
  ['package-lock.json', word('"resol', 'ved": "https://x/zod.tgz"')],
]
const mustPass = [
  ['a.ts', 'todo(item)'],
  ['a.ts', word('const path = "/api/ho', 'me/x"')],
  ['package-lock.json', word('"integrity": "sha512-TO', 'DO/ho', 'me/abc=="')],
]

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..')
  const self = [
    ...mustFind.filter(([path, text]) => findWords(path, text).length === 0).map(([, text]) => `does not find ${text}`),
    ...mustPass.filter(([path, text]) => findWords(path, text).length > 0).map(([, text]) => `wrongly finds ${text}`),
  ].map((says) => ({ file: 'scripts/checks/commit-free-words.mjs', line: 1, says }))
  const files = keptFiles(root)
  const findings = files.flatMap((path) => {
    const bytes = readFileSync(join(root, path))
    return isText(bytes) ? findWords(path, bytes.toString('utf8')) : []
  })
  conclude(files.length + mustFind.length + mustPass.length, [...self, ...findings])
}
