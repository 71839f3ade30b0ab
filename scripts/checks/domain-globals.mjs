// The core has no clock, no randomness and no cryptography of its own: these come in as arguments. The ES-only `lib` of
// its tsconfig keeps most globals out; this refuses the ones that ES itself has, and the others should the lib widen.
// Run by the pinned Node; the last line is `checked N, M failed`.
import { join } from 'node:path'
import { codeOnly, conclude, linesOf, sourceFiles } from './lib/sources.mjs'

const globals = [
  { form: /\bDate\.now\b/, instead: 'take the instant from the context, `context.now`.' },
  {
    form: /\bnew\s+Date\b|(?<![\w.])Date\s*\(/,
    instead: 'take the instant from the context; for days use kernel/local-date.',
  },
  { form: /\bMath\.random\b/, instead: 'take ids and draws from the context, which seeds them in a rehearsal.' },
  {
    form: /\bperformance\b\s*\.|\bprocess\b\s*\.|\bsetTimeout\b|\bsetInterval\b/,
    instead: 'the core does not measure or wait; let the caller.',
  },
  {
    form: /(?<![\w.])crypto\s*\.|\bglobalThis\b/,
    instead: 'take the hash as an argument of type `Hash` (kernel/digest).',
  },
  {
    form: /\bIntl\b|\.toLocale\w*\s*\(|\.localeCompare\s*\(/,
    instead: 'its answer depends on the machine: compare or write text by a rule of our own.',
  },
]

export const findGlobals = (text) =>
  codeOnly(text)
    .split('\n')
    .flatMap((line, at) =>
      globals.flatMap(({ form, instead }) => {
        const found = form.exec(line)
        return found ? [{ line: at + 1, says: `\`${found[0].trim()}\` in the core: ${instead}` }] : []
      }),
    )

const mustFind = [
  'Date.now()',
  'new Date()',
  'new  Date(0)',
  'Date()',
  'Math.random()',
  'performance.now()',
  'crypto.subtle',
  'a.localeCompare(b)',
  'const c = globalThis.crypto',
]
const mustPass = [
  "'Date.now'",
  '// Date.now()',
  '/* new Date() */',
  'localDate(x)',
  'LocalDate.parse',
  'cryptography.name',
  '`Math.random()`',
  'isDate(x)',
]

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..')
  const files = sourceFiles(root, { product: true }).filter((path) => /^packages\/(?:domain|log)\//.test(path))
  const self = [
    ...mustFind.filter((text) => findGlobals(text).length === 0).map((text) => `does not find ${text}`),
    ...mustPass.filter((text) => findGlobals(text).length > 0).map((text) => `wrongly finds ${text}`),
  ].map((says) => ({ file: 'scripts/checks/domain-globals.mjs', line: 1, says }))
  const findings = files.flatMap((file) =>
    findGlobals(linesOf(root, file).join('\n')).map((finding) => ({ file, ...finding })),
  )
  conclude(files.length + mustFind.length + mustPass.length, [...self, ...findings])
}
