/** A stream of numbers from a seed, the same on every machine (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pieces = [
  '（',
  '）',
  '《',
  '》',
  '“',
  '”',
  '(',
  '\n',
  '\n\n',
  '\t',
  '|',
  ' ',
  '　',
  '。',
  '；',
  '，',
  '、',
  '：',
  ':',
  '0',
  'l',
  'O',
  '9.',
  '〔2024〕',
  '号',
  '附件',
  '附件1',
  '第一条',
  '一、',
  '（一）',
  '1.',
  '①',
  '年',
  '2024年2月30日',
  '优秀',
  '扣',
  '得',
  '分',
  '%',
  '牵头',
  '负责',
  '组长：',
  '联系人：',
  '0000-',
  '@',
  '\uFFFD',
  '\u0000',
  '\uD842',
  '𠮷',
  '⼯',
  '|---|',
  '\r',
  '\u202E',
  '办公室',
] as const

/** A text with a few cuts, repetitions, exchanges and insertions. */
export function mutate(text: string, other: string, next: () => number): string {
  const upTo = (limit: number) => Math.floor(next() * limit)
  let mutated = text
  for (let left = 1 + upTo(5); left > 0; left--) {
    const at = upTo(mutated.length + 1)
    const span = upTo(next() < 0.8 ? 12 : mutated.length + 1)
    const [head, middle, tail] = [mutated.slice(0, at), mutated.slice(at, at + span), mutated.slice(at + span)]
    const kind = upTo(6)
    if (kind === 0) mutated = head + tail
    else if (kind === 1) mutated = head + middle + middle + tail
    else if (kind === 2) mutated = head + (pieces[upTo(pieces.length)] ?? '') + middle + tail
    else if (kind === 3) mutated = tail + middle + head
    else if (kind === 4) mutated = head + other.slice(upTo(other.length), upTo(other.length)) + tail
    else mutated = head + (pieces[upTo(pieces.length)] ?? '').repeat(1 + upTo(40)) + tail
  }
  return mutated.slice(0, 20_000)
}
