export interface LineRoom {
  /** Millimetres. */
  readonly width: number
  /** Indent of the first line; negative where it hangs. */
  readonly first: number
  /** Of one 字. */
  readonly advance: number
}

/** Marks that never begin a line: they hang over the end of the one before. */
const closing = /[，。；：、！？）》”’〕]/

/** Text broken into lines by the width of 字; characters of the ASCII range take half of one. */
export function wrap(text: string, { width, first, advance }: LineRoom): readonly string[] {
  const out: string[] = []
  for (const piece of text.split('\n')) {
    let [line, left] = ['', width - (out.length === 0 ? first : 0)]
    for (const character of piece) {
      const need = (character < '\u0100' ? 0.5 : 1) * advance
      if (left < need - 0.01 && line !== '' && !closing.test(character)) {
        out.push(line)
        line = ''
        left = width
      }
      line += character
      left -= need
    }
    out.push(line)
  }
  return out
}
