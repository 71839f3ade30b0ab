import { enSpeech } from './en-speech.ts'
import type { Params } from './fill.ts'
import type { Language } from './language.ts'
import { type Speech, sentence } from './sentence.ts'
import { zhCNSpeech } from './zh-CN-speech.ts'

const speeches: Readonly<Record<Language, Speech>> = { 'zh-CN': zhCNSpeech, en: enSpeech }

/** `sentence` in either language, where both are at hand: on the server and in tests. Pages fetch the one they speak. */
export const message = (language: Language, code: string, params?: Params): string =>
  sentence(speeches[language], code, params)
