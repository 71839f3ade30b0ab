/**
 * Every text of the web in both languages: each literal `t('…')` key has an English text in the `en.json` of its area,
 * no English text is left over, the same key is not translated twice differently, `{{names}}` agree,
 * and no Chinese stands in the code outside `t()`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor } from 'vite'

const root = fileURLToPath(new URL('../../apps/web/src', import.meta.url))
const han = /\p{Script=Han}/u
/** A language is named in itself, whichever is spoken: such a line ends with this comment. */
const ownName = '// i18n: its own name'

const files = readdirSync(root, { recursive: true })
  .map(String)
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
const tables = readdirSync(root, { recursive: true })
  .map(String)
  .filter((name) => /(?:^|[/\\])en\.json$/.test(name))

const faults = []
let checked = 0
const used = new Map()

const namesIn = (text) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map((match) => match[1])
    .sort()
    .join()
const lineAt = (source, offset) => source.slice(0, offset).split('\n').length

const areaOf = (file) => {
  const parts = file.split(/[/\\]/)
  return parts[0] === 'features' ? `features/${parts[1]}` : parts[0]
}

for (const file of files) {
  const source = readFileSync(join(root, file), 'utf8')
  const { program, errors } = parseSync(file, source)
  const fault = (offset, say) =>
    faults.push(`${relative(process.cwd(), join(root, file))}:${lineAt(source, offset)} ${say}`)
  if (errors.length > 0) fault(0, `does not parse: ${errors[0].message}`)
  const keys = new Set()
  const stray = (node, text) => {
    if (!han.test(text) || keys.has(node.start)) return
    if (source.slice(node.start).split('\n', 1)[0].includes(ownName)) return
    fault(node.start, `Chinese outside t(): ${text.trim()}`)
  }
  new Visitor({
    CallExpression(node) {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 't') return
      const key = node.arguments[0]
      checked += 1
      if (key?.type !== 'Literal' || typeof key.value !== 'string') {
        fault(node.start, 't() needs a literal text')
        return
      }
      keys.add(key.start)
      if (!used.has(key.value)) used.set(key.value, { file, areas: new Set() })
      used.get(key.value).areas.add(areaOf(file))
    },
    Literal(node) {
      if (typeof node.value === 'string') stray(node, node.value)
    },
    TemplateElement(node) {
      stray(node, node.value.raw)
    },
    JSXText(node) {
      stray(node, node.value)
    },
  }).visit(program)
}

const english = new Map()
for (const table of tables) {
  for (const [key, text] of Object.entries(JSON.parse(readFileSync(join(root, table), 'utf8')))) {
    checked += 1
    const place = `apps/web/src/${table}`
    const plain = key.replace(/_(?:one|other)$/, '')
    const before = english.get(key)
    if (before !== undefined && before !== text)
      faults.push(`${place} 「${key}」 is translated twice: “${before}”, “${text}”`)
    english.set(key, text)
    if (!used.has(plain)) faults.push(`${place} 「${key}」 is used nowhere`)
    else if (![...used.get(plain).areas].includes(areaOf(table)))
      faults.push(`${place} 「${key}」 is not used in this area`)
    if (text.trim() === '' || han.test(text)) faults.push(`${place} 「${key}」 has no English: “${text}”`)
    if (namesIn(plain) !== namesIn(text)) faults.push(`${place} 「${key}」 has other {{names}} than its English`)
  }
}
for (const [key, { file }] of used) {
  const isThere = english.has(key) || (english.has(`${key}_one`) && english.has(`${key}_other`))
  if (!isThere) faults.push(`apps/web/src/${file} 「${key}」 has no English text`)
}

for (const fault of faults) console.log(fault)
console.log(`checked ${checked}, ${faults.length} failed`)
process.exit(faults.length > 0 ? 1 : 0)
