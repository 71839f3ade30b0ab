// The glossary is what names are taken from: its tables are well formed, no identifier stands in them twice, and no
// identifier in the source uses a banned synonym. Run by the pinned Node; the last line is `checked N, M failed`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOnly, conclude, linesOf, sourceFiles } from './lib/sources.mjs'

const glossaryFile = 'docs/glossary.md'

/** `leadUnitId`, `lead_unit_id` and `lead unit id` are the same words. */
export const wordsOf = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase())

/** Rows of the five-column tables: term, identifier, banned synonyms, clause, note. */
export const readGlossary = (text) => {
  const faults = []
  const rows = []
  text.split('\n').forEach((line, at) => {
    if (!line.startsWith('|') || /^\|\s*(?:中文|-+)\s*\|/.test(line)) return
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    const name = /^`([A-Za-z]+)`$/.exec(cells[1] ?? '')?.[1]
    if (cells.length !== 5)
      faults.push({
        line: at + 1,
        says: `${cells.length} columns: a row has term, identifier, banned synonyms, clause, note.`,
      })
    else if (!name) faults.push({ line: at + 1, says: `${cells[1]}: write the identifier as one word in backticks.` })
    else if (cells[0] === '' || cells[3] === '')
      faults.push({ line: at + 1, says: `${name}: give the Chinese term and the clause (— for our choice).` })
    else rows.push({ line: at + 1, term: cells[0], name, banned: cells[2].split(/[,，]\s*/).filter(Boolean) })
  })
  return { rows, faults }
}

const at = (words, phrase, from) => phrase.every((word, offset) => words[from + offset] === word)

/** Every use of `phrase` in `words` that no `allowed` phrase covers. */
const uses = (words, phrase, allowed) =>
  words.some(
    (_, from) =>
      at(words, phrase, from) &&
      !allowed.some((known) =>
        words.some(
          (_, start) => at(words, known, start) && start <= from && start + known.length >= from + phrase.length,
        ),
      ),
  )

/** Rows that contradict each other. */
const contradictions = (rows) => {
  const seen = new Map()
  const twice = rows.flatMap(({ line, name }) => {
    const key = wordsOf(name).join(' ')
    const first = seen.get(key)
    seen.set(key, first ?? line)
    return first ? [{ line, says: `${name} already stands in line ${first}: one identifier, one concept.` }] : []
  })
  const banned = rows.flatMap(({ line, banned: phrases }) =>
    phrases
      .filter((phrase) => seen.has(wordsOf(phrase).join(' ')))
      .map((phrase) => ({ line, says: `${phrase} is banned here, but is itself an identifier of the glossary.` })),
  )
  return [...twice, ...banned]
}

export const bannedUses = (text, rows) => {
  const allowed = rows.map(({ name }) => wordsOf(name))
  const bans = rows.flatMap(({ name, term, banned }) =>
    banned.map((phrase) => ({ name, term, phrase: wordsOf(phrase) })),
  )
  return codeOnly(text)
    .split('\n')
    .flatMap((line, index) =>
      [...new Set(line.match(/[A-Za-z_$][\w$]*/g) ?? [])].flatMap((identifier) => {
        const words = wordsOf(identifier)
        return bans
          .filter(({ phrase }) => uses(words, phrase, allowed))
          .map(({ name, term }) => ({ line: index + 1, says: `${identifier}: ${term} is called \`${name}\` here.` }))
      }),
    )
}

const trial = readGlossary('| 考核 | `appraisal` | assessment | — | |\n| 公众评议 | `publicAssessment` | | — | |').rows
const mustFind = ['const assessment = 1', 'unitAssessmentId', 'ASSESSMENT_ROWS', 'interface AssessmentRow {}']
const mustPass = ["'assessment'", '// assessment', 'publicAssessmentId', 'reassessments', 'const appraisal = 1']

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..')
  const { rows, faults } = readGlossary(readFileSync(join(root, glossaryFile), 'utf8'))
  const files = sourceFiles(root, { product: true })
  const self = [
    ...mustFind.filter((text) => bannedUses(text, trial).length === 0).map((text) => `does not find ${text}`),
    ...mustPass.filter((text) => bannedUses(text, trial).length > 0).map((text) => `wrongly finds ${text}`),
    ...(rows.length < 80 ? [`read only ${rows.length} rows of the glossary`] : []),
  ].map((says) => ({ file: 'scripts/checks/glossary.mjs', line: 1, says }))
  const inGlossary = [...faults, ...contradictions(rows)].map((fault) => ({ file: glossaryFile, ...fault }))
  const inSource = files.flatMap((file) =>
    bannedUses(linesOf(root, file).join('\n'), rows).map((finding) => ({ file, ...finding })),
  )
  conclude(rows.length + files.length + mustFind.length + mustPass.length, [...self, ...inGlossary, ...inSource])
}
