import type { Speech } from '@quanheng/messages/sentence'

let fetched: Speech | undefined

/** Before the first page: the sentences of another language than Chinese, which only those fetch who read it. */
export const speakSentences = (speech: Speech): void => {
  fetched = speech
}

/** What was fetched, if anything: the first page says no sentence of a code, so Chinese waits for a page that does. */
export const fetchedSpeech = (): Speech | undefined => fetched
