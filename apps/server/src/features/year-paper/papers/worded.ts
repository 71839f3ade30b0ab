import type { OfficialWords } from '@quanheng/domain/official-paper/model'
import { type FigureLookup, resolveProse } from '@quanheng/domain/report/words'
import type { Block, Letter } from '@quanheng/papers/paper/model'

/** Number and day of a paper that goes out. */
export interface Stamp {
  readonly number?: string
  readonly on?: string
}

const lines = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const names = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(/[、\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** Prose of a block, its fields printed from the source. */
export const prose = (text: string | undefined, lookup: FigureLookup): readonly Block[] =>
  lines(text).map((line) => ({ kind: 'paragraph', text: resolveProse(line, lookup) }))

/** 工作要求 under a heading of its own; nothing where nobody wrote any. */
export const requirements = ({ requirements: text }: OfficialWords, lookup: FigureLookup): readonly Block[] => {
  const written = prose(text, lookup)
  return written.length === 0 ? [] : [{ kind: 'heading', level: 1, text: '工作要求' }, ...written]
}

/** What stands around the body of every paper worded here. */
export const around = (
  words: OfficialWords,
  organ: string,
  { number, on }: Stamp,
): Pick<Letter, 'number' | 'title' | 'addressees' | 'signature' | 'imprint'> => {
  const copies = names(words.copies)
  return {
    ...(number !== undefined && number !== '' && { number }),
    title: (words.title ?? '').trim(),
    addressees: names(words.addressees),
    signature: { organs: [organ], sealed: true, ...(on && { on }) },
    imprint: { ...(copies.length > 0 && { copies }), organ, ...(on && { on }) },
  }
}
