/** What may not begin a line: closing marks and what sits upon the character before (GB/T 15834-2011, 5.1). */
const clinging = /^(?:[、，。；：？！）》〉」』】〕］｝”’…—～·％‰℃々,.;:?!)\]}%]|\p{M})/u

/** What may not end a line: opening marks (5.1). */
const opening = /^[（《〈「『【〔［｛“‘([{]/u

/** Letters, digits and their joints: a figure or a word stays on its line. */
const word = /^[A-Za-z0-9\u00c0-\u024f.,:%/+\-_@#&=]/

/** Whether a line may end between two characters. */
export const mayBreak = (before: string, after: string): boolean =>
  after !== ' ' && !clinging.test(after) && !opening.test(before) && !(word.test(before) && word.test(after))
