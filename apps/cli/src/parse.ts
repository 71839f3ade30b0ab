import {
  type CommandName,
  commands,
  isCommand,
  isOption,
  type OptionName,
  operandCount,
  options,
  withoutValue,
} from './grammar.ts'
import { isLanguage, type Language, texts } from './texts/texts.ts'
import type { Words } from './texts/words.ts'

export interface Invocation {
  readonly language: Language
  readonly command: CommandName | undefined
  /** The files, sentence or word that the command is about. */
  readonly operands: readonly string[]
  readonly help: boolean
  readonly version: boolean
  readonly values: Readonly<Partial<Record<OptionName, string>>>
}

/** A line that cannot be understood, as a sentence in its own language. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const isFlag = (text: string) => text.startsWith('--') && text.length > 2

/** `--lang` counts wherever it stands, so that the complaint about anything else is already in that language. */
function languageOf(args: readonly string[], fallback: string | undefined): Language {
  const index = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const given = args[index]?.includes('=') ? args[index].slice('--lang='.length) : args[index + 1]
  if (index >= 0 && given !== undefined && !isLanguage(given)) throw new UsageError(texts.zh.usage.badLanguage(given))
  const wanted = index >= 0 ? given : fallback
  return wanted !== undefined && isLanguage(wanted) ? wanted : 'zh'
}

interface Read {
  readonly words: string[]
  readonly values: Partial<Record<OptionName, string>>
  readonly used: OptionName[]
}

function readArguments(args: readonly string[], { usage }: Words): Read {
  const read: Read = { words: [], values: {}, used: [] }
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '-h') arg = '--help'
    if (!isFlag(arg)) {
      read.words.push(arg)
      continue
    }
    const [name = '', inline] = splitOnce(arg.slice(2))
    if (!isOption(name)) throw new UsageError(usage.unknownOption(`--${name}`, read.words[0] ?? 'quanheng'))
    const takesValue = options[name] && !withoutValue[read.words[0] ?? '']?.includes(name)
    if (!takesValue && inline !== undefined) throw new UsageError(usage.noValue(`--${name}`))
    const value = takesValue ? (inline ?? (rest[0] !== undefined && !isFlag(rest[0]) ? rest.shift() : '')) : 'yes'
    if (!value) throw new UsageError(usage.needsValue(`--${name}`))
    read.values[name] = value
    read.used.push(name)
  }
  return read
}

function splitOnce(text: string): [string, string | undefined] {
  const at = text.indexOf('=')
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

/** Understands the whole line or throws a UsageError; starts nothing. */
export function parse(args: readonly string[], languageFallback?: string): Invocation {
  const language = languageOf(args, languageFallback)
  const { usage } = texts[language]
  const { words, values, used } = readArguments(args, texts[language])
  const [name, ...rest] = words
  if (name !== undefined && !isCommand(name)) throw new UsageError(usage.unknownCommand(name))
  const operands = rest.splice(0, (name !== undefined && operandCount[name]) || 0)
  const [extra] = rest
  if (name !== undefined && extra !== undefined) throw new UsageError(usage.extraArgument(extra, name))
  const allowed: readonly OptionName[] = name === undefined ? ['lang', 'help', 'version'] : commands[name]
  const stray = used.find((option) => !allowed.includes(option))
  if (stray) throw new UsageError(usage.unknownOption(`--${stray}`, name ?? 'quanheng'))
  return {
    language,
    command: name,
    operands,
    help: 'help' in values,
    version: 'version' in values,
    values,
  }
}

/** A port as a number; the text as it was typed stands in the complaint. */
export function parsePort(text: string, { usage }: Words): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new UsageError(usage.badPort(text))
  return port
}

/** Verifier keys parted by commas. */
export const keysIn = (text = ''): readonly string[] =>
  text.split(',').flatMap((key) => (key.trim() === '' ? [] : [key.trim()]))
