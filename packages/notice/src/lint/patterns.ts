import type { Reading } from '../read.ts'
import { matches, trimmed } from '../text/words.ts'
import type { Finding, FindingKind } from './findings.ts'

/** Every place of a pattern as one kind of finding; the words stand in the param `words`. */
export const placesOf = ({ context: { text } }: Reading, kind: FindingKind, pattern: RegExp): readonly Finding[] =>
  matches(text, { start: 0, end: text.length }, pattern).map(({ at }) => {
    const inner = trimmed(text, at)
    return { kind, at: inner, params: { words: text.slice(inner.start, inner.end).replace(/\n/g, '') } }
  })
