/** The four-byte codes of the first plane, by their number in the standard's table. */
const fourBytes = 39_420
/** Where the four-byte codes of the other planes begin: 0x90308130. */
const otherPlanes = 189_000

const decoder = new TextDecoder('gb18030')

const four = (number: number): readonly [number, number, number, number] => [
  0x81 + Math.floor(number / 12_600),
  0x30 + (Math.floor(number / 1_260) % 10),
  0x81 + (Math.floor(number / 10) % 126),
  0x30 + (number % 10),
]

/** What each code stands for is asked of the runtime's own decoder: one table, and writing cannot differ from reading. */
function invert(table: Uint32Array, codes: readonly (readonly number[])[]): void {
  const meanings = decoder.decode(Uint8Array.from(codes.flatMap((code) => [...code, 0x0a]))).split('\n')
  for (const [at, code] of codes.entries()) {
    const meaning = meanings[at] ?? ''
    if (meaning.length !== 1 || meaning === '\ufffd') continue
    table[meaning.charCodeAt(0)] = code.reduce((number, byte) => number * 256 + byte, 0)
  }
}

function madeTable(): Uint32Array {
  const table = new Uint32Array(0x1_0000)
  // Two-byte codes last: where a character has both, the short one is what other programs write.
  invert(
    table,
    Array.from({ length: fourBytes }, (_, number) => four(number)),
  )
  const two: number[][] = []
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) two.push([lead, trail])
  invert(table, two)
  return table
}

let table: Uint32Array | undefined

/** U+FFFD: for what has no code, the private characters of 2005 whose codes went to real ones in 2022. */
const unknown = 0x8431_a437

/** Text in GB 18030-2022, all planes. A half of a surrogate pair, which no encoding can carry, becomes U+FFFD. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= madeTable()
  const bytes = new Uint8Array(text.length * 4)
  let size = 0
  const put = (...more: readonly number[]) => {
    for (const byte of more) bytes[size++] = byte
  }
  for (const sign of text.toWellFormed()) {
    const point = sign.codePointAt(0) ?? 0
    if (point < 0x80) bytes[size++] = point
    else if (point > 0xffff) put(...four(otherPlanes + point - 0x1_0000))
    else {
      const code = table[point] || unknown
      if (code > 0xffff) put(code >>> 24, (code >>> 16) & 0xff, (code >>> 8) & 0xff, code & 0xff)
      else put(code >>> 8, code & 0xff)
    }
  }
  return bytes.slice(0, size)
}
