const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Standard alphabet with padding, RFC 4648 §4. */
export const base64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    text += [18, 12, 6, 0].map((shift) => alphabet[(group >> shift) & 0x3f]).join('')
  }
  const padding = (3 - (bytes.length % 3)) % 3
  return text.slice(0, text.length - padding) + '='.repeat(padding)
}

/** The bytes whose `base64` is exactly this text; undefined for any other spelling. */
export const fromBase64 = (text: string): Uint8Array | undefined => {
  const digits = Array.from(text.replace(/={1,2}$/, ''), (digit) => alphabet.indexOf(digit))
  if (digits.includes(-1)) return undefined
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const digit of digits) {
    bits = ((bits << 6) | digit) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[at++] = (bits >> held) & 0xff
  }
  return base64(bytes) === text ? bytes : undefined
}
