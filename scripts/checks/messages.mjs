// Every code has words in both languages, with the same placeholders, and every code used in the source has words.
// Run by the pinned Node; the last line is `checked N, M failed`.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { noticed as enNoticed } from '../../packages/messages/src/en/noticed.ts'
import { enTexts } from '../../packages/messages/src/en.ts'
import { enLabels } from '../../packages/messages/src/en-labels.ts'
import { placeholdersOf } from '../../packages/messages/src/fill.ts'
import { noticed as zhCNNoticed } from '../../packages/messages/src/zh-CN/noticed.ts'
import { zhCNTexts } from '../../packages/messages/src/zh-CN.ts'
import { zhCNLabels } from '../../packages/messages/src/zh-CN-labels.ts'

const root = join(import.meta.dirname, '../..')
const faults = []
let checked = 0

const check = (holds, fault) => {
  checked += 1
  if (!holds) faults.push(fault)
}

const union = (a, b) => [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()

const comparePair = (name, zh, en) => {
  check(typeof zh === 'string' && zh.trim() !== '', `${name}: no Chinese text`)
  check(typeof en === 'string' && en.trim() !== '', `${name}: no English text`)
  if (typeof zh !== 'string' || typeof en !== 'string') return
  const [inZh, inEn] = [zh, en].map((text) => placeholdersOf(text).sort().join(' '))
  for (const [, vocabulary] of zh.matchAll(/\{[A-Za-z0-9]+:([A-Za-z0-9]+)\}/g))
    check(Object.hasOwn(zhCNLabels, vocabulary), `${name}: there is no vocabulary ${vocabulary}`)
  check(inZh === inEn, `${name}: placeholders differ, zh-CN {${inZh}} en {${inEn}}`)
}

/** Words that no first page needs stand apart from those that every page loads. */
const zh = { ...zhCNTexts, ...zhCNNoticed }
const en = { ...enTexts, ...enNoticed }

for (const code of union(zh, en)) comparePair(code, zh[code], en[code])
for (const vocabulary of union(zhCNLabels, enLabels)) {
  const [zh, en] = [zhCNLabels[vocabulary] ?? {}, enLabels[vocabulary] ?? {}]
  for (const value of union(zh, en)) comparePair(`${vocabulary} ${value}`, zh[value], en[value])
}

const sources = ['packages', 'apps'].flatMap((area) =>
  readdirSync(join(root, area)).flatMap((name) => filesBelow(join(root, area, name, 'src'))),
)

function filesBelow(folder) {
  let entries
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOENT') return []
    throw error
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}

// `refuse('plan.stale'`, `code: 'plan.stale'` and `message(lang, 'plan.stale'`: the three ways a code enters the source.
const codeUse = /(?:\brefuse\(\s*|\bcode:\s*|\bmessage\(\s*[\w.'-]+,\s*)'([a-z][A-Za-z]*\.[A-Za-z0-9.]+)'/g

/** Starting and stopping speak before any page does: their words stand in apps/cli/src/texts, whose type asks for each. */
const spokenAtTheTerminal = /apps\/server\/src\/(?:commands|platform\/(?:process|postgres))\//

/** Names of nodes in a scoring trace, which show their clause and arithmetic instead of words. */
const unspoken = new Set(['countDeduction.raw'])

const uses = new Map()
for (const path of sources.filter((source) => !spokenAtTheTerminal.test(source))) {
  for (const [, code] of readFileSync(path, 'utf8').matchAll(codeUse)) {
    if (!uses.has(code) && !unspoken.has(code)) uses.set(code, relative(root, path))
  }
}
for (const [code, path] of uses) check(Object.hasOwn(zh, code), `${code}: used in ${path}, has no text`)
check(sources.length > 20, `only ${sources.length} source files were found`)

for (const fault of faults) console.log(fault)
console.log(`checked ${checked}, ${faults.length} failed`)
process.exitCode = faults.length === 0 ? 0 : 1
