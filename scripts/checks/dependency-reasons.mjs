// Every dependency of every package.json stands in docs/adr/0009-dependencies.md with its licence and a reason, in an exact
// version, and nothing else stands there. Run by the pinned Node; the last line is `checked N, M failed`.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { conclude, keptFiles, linesOf } from './lib/sources.mjs'

const root = join(import.meta.dirname, '../..')
const register = 'docs/adr/0009-dependencies.md'
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']

/** Licences whose terms Apache-2.0 may be distributed with; MPL-2.0 covers its own files only; of a choice the MIT side is taken. */
const accepted =
  /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|MPL-2\.0|MIT OR Apache-2\.0|\(MIT OR GPL-3\.0\)|(?:MIT AND )?OFL-1\.1)$/

const rows = new Map()
const findings = []

linesOf(root, register).forEach((text, at) => {
  const [name, licence, reason] = text
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
  if (name === undefined || name === 'package' || /^-+$/.test(name)) return
  const report = (says) => findings.push({ file: register, line: at + 1, says: `${name}: ${says}` })
  if (rows.has(name)) report('stands here twice.')
  if (!reason) report('give a reason in one line.')
  if (!accepted.test(licence)) report(`licence ${licence}: choose another package, or extend the list with a reason.`)
  rows.set(name, { line: at + 1, licence, report })
})

const declared = keptFiles(root)
  .filter((path) => path === 'package.json' || path.endsWith('/package.json'))
  .flatMap((path) =>
    kinds.flatMap((kind) =>
      Object.entries(JSON.parse(readFileSync(join(root, path), 'utf8'))[kind] ?? {}).map(([name, version]) => ({
        path,
        name,
        version,
        line: linesOf(root, path).findIndex((text) => text.includes(`"${name}":`)) + 1,
      })),
    ),
  )

for (const { path, name, version, line } of declared) {
  if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) {
    findings.push({ file: path, line, says: `${name} ${version}: pin one exact version.` })
  }
  if (!name.startsWith('@quanheng/') && !rows.has(name)) {
    findings.push({ file: path, line, says: `${name}: give its licence and reason in ${register}.` })
  }
}

const names = new Set(declared.map(({ name }) => name))
for (const [name, { licence, report }] of rows) {
  if (!names.has(name)) report('no package.json names it: remove the row.')
  const manifest = join(root, 'node_modules', name, 'package.json')
  if (!existsSync(manifest)) continue
  const installed = JSON.parse(readFileSync(manifest, 'utf8')).license
  if (installed !== licence) report(`its licence is ${installed}, not ${licence}.`)
}

if (rows.size < 20) findings.push({ file: register, line: 1, says: `only ${rows.size} rows were read.` })
conclude(rows.size + declared.length, findings)
