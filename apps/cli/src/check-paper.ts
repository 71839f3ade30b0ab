import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Language } from '@quanheng/messages/language'
import type { Published } from '@quanheng/papers/conformity/assertion'
import { checkPaper, type Known, type PaperCheck } from '@quanheng/papers/conformity/check-paper'
import { FileRefused } from '@quanheng/papers/conformity/file/parts'
import {
  demand,
  sayClause,
  sayConclusion,
  sayCounts,
  sayPlace,
  sayStatus,
  wordsIn,
} from '@quanheng/papers/conformity/say'
import { readCsv } from '@quanheng/papers/csv/csv'
import { decodeText } from '@quanheng/papers/csv/decode'
import { canRender, installedFaces } from '@quanheng/papers/rendering/office'
import { renderPapers } from '@quanheng/papers/rendering/render'
import { ZipRefused } from '@quanheng/papers/zip/limits'
import { readZip } from '@quanheng/papers/zip/read'
import type { Invocation } from './parse.ts'
import { UsageError } from './parse.ts'
import { PaperRefused } from './refused.ts'
import { languageTag, texts } from './texts/texts.ts'

const largest = 30 * 1024 * 1024

type Refused = keyof ReturnType<typeof wordsIn>['refused']

const refuse = (language: Language, why: Refused, file = ''): PaperRefused =>
  new PaperRefused(wordsIn(language).refused[why].replace('{file}', file))

function bytesOf(path: string, language: Language): Uint8Array {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    throw refuse(language, 'missing', path)
  }
  if (bytes.length === 0) throw refuse(language, 'empty')
  if (bytes.length > largest) throw refuse(language, 'tooLarge')
  return bytes
}

/** Rows of a CSV whose first column is the unit. */
function publishedIn(path: string, language: Language): Published {
  const decoded = decodeText(bytesOf(path, language))
  const read = decoded.ok ? readCsv(decoded.value.text) : decoded
  const [head, ...rows] = read.ok ? read.value : []
  if (!head) throw refuse(language, 'noFigures', path)
  return new Map(
    rows.map(({ cells: [unit = '', ...values] }) => [
      unit,
      Object.fromEntries(values.map((value, at) => [head.cells[at + 1]?.replace(/\s/g, '') ?? '', value])),
    ]),
  )
}

/** The page as LibreOffice sets it, with the faces of this machine; only when asked for, since it takes seconds. */
async function rendered(bytes: Uint8Array, language: Language): Promise<Known> {
  if (!(await canRender())) throw refuse(language, 'noOffice')
  try {
    const [rendering] = await renderPapers([bytes])
    return { rendering }
  } catch {
    throw refuse(language, 'notSet')
  }
}

async function check(path: string, { values }: Invocation, language: Language): Promise<PaperCheck> {
  const bytes = bytesOf(path, language)
  try {
    const parts = new Map((await readZip(bytes)).map((part) => [part.path, part.bytes]))
    // The structure first: what is no paper is refused before the office program is given it.
    const structure = checkPaper(parts)
    const figures = values.figures
    const known: Known = {
      installed: await installedFaces(),
      ...(figures !== undefined && { published: publishedIn(figures, language) }),
      ...('render' in values && (await rendered(bytes, language))),
    }
    return Object.values(known).every((one) => one === undefined) ? structure : checkPaper(parts, known)
  } catch (error) {
    if (error instanceof FileRefused) throw refuse(language, error.fault)
    if (!(error instanceof ZipRefused)) throw error
    if (error.fault === 'encrypted') throw refuse(language, 'encrypted')
    if (error.fault !== 'broken') throw refuse(language, 'tooMuchText')
    throw refuse(language, bytes[0] === 0x50 && bytes[1] === 0x4b ? 'damaged' : 'notDocx')
  }
}

/** Each answer as plain data with its words, for programs. */
const printed = ({ conclusion, answers, subject }: PaperCheck, language: Language) => ({
  standard: 'GB/T 9704-2012',
  conclusion,
  form: subject.anatomy.form,
  kind: subject.anatomy.kind ?? null,
  assertions: answers.map(({ id, clause, status, applies, faults }) => ({
    id,
    clause,
    status,
    applies,
    ...demand(language, id),
    faults: faults.map(({ at, found }) => ({ place: at, found })),
  })),
})

/** Lines of what a person should look at; what holds is only counted. */
function lines({ conclusion, answers }: PaperCheck, language: Language): string[] {
  const out = [`${sayConclusion(language, conclusion)}（${sayCounts(language, answers)}）`]
  for (const answer of answers) {
    if (answer.status === 'pass') continue
    const { says, mend } = demand(language, answer.id)
    out.push(`${answer.id}\t${sayStatus(language, answer)}\t${sayClause(language, answer.clause)}\t${says}`)
    for (const { at, found } of answer.faults)
      out.push(`\t${sayPlace(language, at)}\t${wordsIn(language).found.replace('{found}', found)}`)
    if (answer.status !== 'unverified') out.push(`\t→ ${mend}`)
  }
  return out
}

/** `check-paper FILE`: the fifty assertions about a .docx; answers whether none failed. */
export async function checkPaperFile(invocation: Invocation, line: (text: string) => void): Promise<boolean> {
  const [path] = invocation.operands
  if (path === undefined) throw new UsageError(texts[invocation.language].usage.needsFile('check-paper'))
  const language = languageTag(invocation.language)
  const done = await check(path, invocation, language)
  line(
    'json' in invocation.values
      ? JSON.stringify(printed(done, language), null, 1)
      : [basename(path), ...lines(done, language)].join('\n'),
  )
  return done.conclusion !== 'faults'
}
