/** Zero-width and bidirectional controls, soft hyphen, BOM, variation selectors: invisible, so a name must not carry them. */
const invisible =
  /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu

/** Other control characters, line ends included: a name is one line. */
const control = /\p{Cc}+/gu

const fullWidth = /[\uFF01-\uFF5E]/g

/** Full-width ASCII (`１２．５％`, `（`, `Ａ`) to half width, and the ideographic space to a space. */
export const halfWidth = (text: string): string =>
  text.replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')

/**
 * A name of a unit, person, indicator or step as it is stored: NFC, one line, single spaces, nothing invisible.
 * Characters stay as written (𠮷, 䶮, 㛃, full-width brackets); only compatibility ideographs change, by NFC.
 */
export const normaliseName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(control, ' ')
    .replace(/[ \u00A0\u3000]+/g, ' ')
    .trim()

/** A code, number or quantity as typed: half width, no spaces, nothing invisible. */
export const normaliseCode = (text: string): string =>
  halfWidth(text.normalize('NFC').replace(invisible, '')).replace(/[\s\u00A0]+/g, '')

/** Free text: NFC and `\n` line ends; its characters, invisible ones included, stay as evidence of what was written. */
export const normaliseText = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n')

/** Length in Unicode code points: 𠮷 counts one. */
export const codePointLength = (text: string): number => [...text].length

/** True for text that would not survive UTF-8: a surrogate without its other half. */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text)
