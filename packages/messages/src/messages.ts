import { enTexts } from './en.ts'
import { fill, type Params } from './fill.ts'
import { labels } from './labels.ts'
import type { Language } from './language.ts'
import { zhCNTexts } from './zh-CN.ts'

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = { 'zh-CN': zhCNTexts, en: enTexts }

/**
 * The words of a code: what is wrong and where, which clause or rule, what to do next.
 * A code from elsewhere (an older server, another release) gets a sentence that names it, never an exception.
 */
export const message = (language: Language, code: string, params?: Params): string => {
  const table = texts[language]
  const text = Object.hasOwn(table, code) ? table[code] : undefined
  return text === undefined
    ? fill(table['platform.unknownCode'] as string, { code })
    : fill(text, params, (vocabulary, members) => labels(language, vocabulary, members))
}
