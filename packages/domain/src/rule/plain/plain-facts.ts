import { type DomainError, ok, type Result, refuse } from '../../kernel/result.ts'

/**
 * Facts in the words of the command line: numbers as decimal strings, percentages as decimals (`0.95` is 95%). They say what a
 * sentence speaks of, not how its rule names its inputs; `plainInputs` brings the two together.
 */
export interface PlainFacts {
  readonly rate?: string
  readonly actual?: string
  readonly target?: string
  readonly baseline?: string
  readonly count?: string | readonly string[]
  readonly group?: readonly string[]
  readonly rank?: string
  readonly level?: string
  readonly met?: boolean | readonly boolean[]
  readonly parts?: readonly (PlainFacts | string)[]
  readonly periods?: Readonly<Record<string, string>>
  readonly votes?: Readonly<Record<string, string>>
  readonly entries?: readonly PlainEntry[]
}

/** A mark, a level's word, or a level with how many. */
export type PlainEntry = string | { readonly level: string; readonly count?: string }

const isText = (value: unknown): boolean => typeof value === 'string'
const listOf = (is: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(is)
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTable = (value: unknown) => isRecord(value) && Object.values(value).every(isText)
const isEntry = (value: unknown): boolean =>
  isText(value) || (isRecord(value) && isText(value.level) && (value.count === undefined || isText(value.count)))

const shapes: Readonly<Record<keyof PlainFacts, (value: unknown) => boolean>> = {
  rate: isText,
  actual: isText,
  target: isText,
  baseline: isText,
  count: (value) => isText(value) || listOf(isText)(value),
  group: listOf(isText),
  rank: isText,
  level: isText,
  met: (value) => typeof value === 'boolean' || listOf((one) => typeof one === 'boolean')(value),
  parts: listOf((part) => isText(part) || readPlainFacts(part).ok),
  periods: isTable,
  votes: isTable,
  entries: listOf(isEntry),
}

export type PlainFactsCode = 'rule.factUnknown' | 'rule.factShape'

/** Checks names and shapes; a name that is not one of these is an error, never passed over. */
export function readPlainFacts(value: unknown): Result<PlainFacts, DomainError<PlainFactsCode>> {
  if (!isRecord(value)) return refuse('rule.factShape', { params: { name: 'facts' } })
  for (const [name, given] of Object.entries(value)) {
    if (!Object.hasOwn(shapes, name)) return refuse('rule.factUnknown', { params: { name } })
    if (!shapes[name as keyof PlainFacts](given)) return refuse('rule.factShape', { params: { name } })
  }
  return ok(value as PlainFacts)
}
