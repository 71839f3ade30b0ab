import { fail, ok, type Result } from '@quanheng/domain/kernel/result'

export type TextEncoding = 'UTF-8' | 'UTF-16' | 'GB 18030'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
}

/** `notText` for bytes of another kind of file; else the encoding that the rest is in, and the text before the first bytes that are none. */
export type DecodeFault =
  | { readonly kind: 'notText' }
  | { readonly kind: 'broken'; readonly encoding: TextEncoding; readonly before: string }

const begins = (bytes: Uint8Array, ...mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

const labels = { 'UTF-8': 'utf-8', 'UTF-16': 'utf-16le', 'GB 18030': 'gb18030' } as const

function decoded(bytes: Uint8Array, label: string, whole = true): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: !whole })
  } catch {
    return undefined
  }
}

/** The text before the first bytes that are none. Of a text that ends within a character, all the rest. */
function textBefore(bytes: Uint8Array, label: string): string {
  let [good, bad] = [0, bytes.length + 1]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decoded(bytes.subarray(0, middle), label, false) === undefined) bad = middle
    else good = middle
  }
  return decoded(bytes.subarray(0, good), label, false) ?? ''
}

/** Far more Chinese characters in UTF-8 than breaks between them: a file in UTF-8 that was damaged, not GB 18030. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes)
  const breaks = text.split(/\ufffd+/).length - 1
  return text.replace(/[\0-\u07ff\ufffd]/g, '').length > 4 * breaks
}

/** Characters that no text carries and every other kind of file does. */
const binary = /[^\P{Cc}\s\u007f-\u009f]/u

/**
 * Text of a file that does not say its encoding: by its byte order mark, else UTF-8 where every byte is, else GB 18030. Nothing is
 * guessed past a byte that fits neither: it is refused at its place.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, DecodeFault> {
  const marked: TextEncoding | undefined = begins(bytes, 0xef, 0xbb, 0xbf)
    ? 'UTF-8'
    : begins(bytes, 0xff, 0xfe)
      ? 'UTF-16'
      : undefined
  const tried: readonly TextEncoding[] = marked ? [marked] : ['UTF-8', 'GB 18030']
  for (const encoding of tried) {
    const text = decoded(bytes, labels[encoding])
    if (text === undefined) continue
    if (encoding === 'GB 18030' && mostlyUtf8(bytes)) break
    return binary.test(text) ? fail({ kind: 'notText' }) : ok({ text, encoding })
  }
  const encoding = marked ?? (mostlyUtf8(bytes) ? 'UTF-8' : 'GB 18030')
  const before = textBefore(bytes, labels[encoding])
  return binary.test(before) ? fail({ kind: 'notText' }) : fail({ kind: 'broken', encoding, before })
}
