import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'

/** What people write of a score report and its covering letter. A figure in prose is written `{path}` and printed from the run. */
export interface ReportWords {
  readonly title: string
  /** 考核工作概况, 指标完成情况, 评（扣）分情况, 有关说明: one entry a paragraph. */
  readonly overview: readonly string[]
  readonly completion: readonly string[]
  readonly scores: readonly string[]
  readonly notes: readonly string[]
  readonly letter: {
    readonly title: string
    readonly addressees: readonly string[]
    readonly body: readonly string[]
    readonly contact: { readonly name: string; readonly phone: string }
    readonly copies: readonly string[]
  }
}

export type ScoreReportErrorCode = 'scoreReport.underWay' | 'scoreReport.unknownFigure' | 'scoreReport.textMissing'

/** Looks a place of the run up; undefined where the run has no such figure. */
export type FigureLookup = (path: string) => string | undefined

export type ProsePart = string | { readonly path: string; readonly text: string }

const placeholder = /\{([^{}]*)\}/g

/** Paths that a paragraph names, in order. */
const pathsIn = (prose: string): readonly string[] => [...prose.matchAll(placeholder)].map((match) => match[1] ?? '')

/** A paragraph as a paper prints it. @throws RangeError on a path that the run does not hold; `checkWords` refuses those first */
export const resolveProse = (prose: string, lookup: FigureLookup): readonly ProsePart[] => {
  const parts: ProsePart[] = []
  let from = 0
  for (const match of prose.matchAll(placeholder)) {
    const path = match[1] ?? ''
    const text = lookup(path)
    if (text === undefined) throw new RangeError(`the run has no figure ${path}`)
    if (match.index > from) parts.push(prose.slice(from, match.index))
    parts.push({ path, text })
    from = match.index + match[0].length
  }
  if (from < prose.length) parts.push(prose.slice(from))
  return parts
}

/** Places that no paper does without. */
export const requiredWords = ['title', 'letter.title', 'letter.addressees', 'letter.body'] as const

/** Words that may be saved: nothing a paper cannot do without is empty, and every figure named stands in the run. */
export const checkWords = (
  words: ReportWords,
  lookup: FigureLookup,
): Result<ReportWords, DomainError<ScoreReportErrorCode>> => {
  const { letter } = words
  const written: Readonly<Record<(typeof requiredWords)[number], string>> = {
    title: words.title,
    'letter.title': letter.title,
    'letter.addressees': letter.addressees.join(''),
    'letter.body': letter.body.join(''),
  }
  const empty = requiredWords.find((place) => written[place].trim() === '')
  if (empty) return refuse('scoreReport.textMissing', { at: empty, params: { place: empty } })
  const prose: readonly (readonly [string, readonly string[]])[] = [
    ['overview', words.overview],
    ['completion', words.completion],
    ['scores', words.scores],
    ['notes', words.notes],
    ['letter.body', letter.body],
  ]
  for (const [at, paragraphs] of prose) {
    const path = paragraphs.flatMap(pathsIn).find((named) => lookup(named) === undefined)
    if (path !== undefined) return refuse('scoreReport.unknownFigure', { at, params: { path } })
  }
  return ok(words)
}
