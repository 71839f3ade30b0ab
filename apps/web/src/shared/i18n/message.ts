import type { Params } from '@quanheng/messages/fill'
import { sentence } from '@quanheng/messages/sentence'
import { zhCNSpeech } from '@quanheng/messages/zh-CN-speech'
import { fetchedSpeech } from './speech.ts'

/** The sentence of a code that the domain gives, in the reader's language. */
export const message = (code: string, params?: Params): string => sentence(fetchedSpeech() ?? zhCNSpeech, code, params)
