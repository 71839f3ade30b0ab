import { en } from './en.ts'
import type { Words } from './words.ts'
import { zh } from './zh.ts'

export type Language = 'zh' | 'en'

export const texts: Readonly<Record<Language, Words>> = { zh, en }

export const isLanguage = (text: string): text is Language => text === 'zh' || text === 'en'

/** As `packages/messages` calls it. */
export const languageTag = (language: Language): 'zh-CN' | 'en' => (language === 'zh' ? 'zh-CN' : 'en')
