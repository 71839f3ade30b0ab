import type { Params } from '@quanheng/messages/fill'
import { type Speech, sentence } from '@quanheng/messages/sentence'
import { zhCNSpeech } from '@quanheng/messages/zh-CN-speech'

let spoken: Speech = zhCNSpeech

/** Before the first page: the sentences of another language than Chinese, which only those fetch who read it. */
export const speakSentences = (speech: Speech): void => {
  spoken = speech
}

/** The sentence of a code that the domain gives, in the reader's language. */
export const message = (code: string, params?: Params): string => sentence(spoken, code, params)
