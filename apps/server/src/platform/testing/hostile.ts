/** What stands in for one field of a request: by accident, by a paste from somewhere, or on purpose. */
const nul = 'a\u0000b'
const halfPair = '\ud800'
/** Longer than any field takes. */
const tooLong = '长'.repeat(20_001)
/** Sent as it stands: JSON takes it, and what reads it finds infinity. */
const overflow = '1e999'

const anything: readonly unknown[] = [null, true, [], {}]
const texts: readonly unknown[] = [
  '',
  '   ',
  tooLong,
  '１２．５',
  '１０％',
  '-1',
  overflow,
  '𠮷䶮㛃',
  "=cmd|' /C calc'!A0",
  '<script>alert(1)</script>',
  "'; DROP TABLE act; --",
  '%_\\',
  '../../etc/passwd',
  '2024-02-30',
  '99999-12-31',
  '0'.repeat(64),
  '99999999999999999999',
  '00000000-0000-4000-8000-000000000000',
  nul,
  halfPair,
  '\u202e‮名\u200b',
  'NaN',
  '1/0',
  0,
]
const numbers: readonly unknown[] = [-1, 0, 1.5, 2 ** 31, 2 ** 53, Number.POSITIVE_INFINITY, '１２', '', 'x']

interface Field {
  /** As a refusal names it: `body.rows.0.value`. */
  readonly at: string
  readonly value: unknown
  readonly put: (instead: unknown) => unknown
}

/** Every text, number and truth value of a request, with a way to put something else in its place. */
const fieldsOf = (whole: unknown, at: string): readonly Field[] => {
  if (Array.isArray(whole)) {
    return whole.flatMap((entry, index) =>
      fieldsOf(entry, `${at}.${index}`).map((field) => ({
        ...field,
        put: (instead: unknown) => whole.with(index, field.put(instead)),
      })),
    )
  }
  if (typeof whole === 'object' && whole !== null) {
    return Object.entries(whole).flatMap(([key, entry]) =>
      fieldsOf(entry, `${at}.${key}`).map((field) => ({
        ...field,
        put: (instead: unknown) => ({ ...whole, [key]: field.put(instead) }),
      })),
    )
  }
  return whole === undefined ? [] : [{ at, value: whole, put: (instead) => instead }]
}

export interface Variant {
  readonly at: string
  readonly instead: unknown
  readonly whole: unknown
  /** The same in full-width digits: whoever took the one must take the other. */
  readonly sameAsGiven?: true
}

const quantity = /^\d{1,9}(?:\.\d+)?$/
const fullWidth = (text: string): string =>
  text.replaceAll(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

/** Everything that may be typed where this field was filled in rightly. */
const variantsOf = ({ at, value, put }: Field): readonly Variant[] => {
  const hostile = typeof value === 'number' ? numbers : texts
  const variants: Variant[] = [...hostile, ...anything].map((instead) => ({ at, instead, whole: put(instead) }))
  if (at.startsWith('body') && typeof value === 'string' && quantity.test(value)) {
    variants.push({ at, instead: fullWidth(value), whole: put(fullWidth(value)), sameAsGiven: true })
  }
  return variants
}

export const hostileVariants = (whole: unknown, at: string): readonly Variant[] =>
  fieldsOf(whole, at).flatMap(variantsOf)

/** JSON with an infinity written as a number that is too large for one. */
export const asJson = (whole: unknown): string =>
  JSON.stringify(whole, (_key, value) => (value === Number.POSITIVE_INFINITY ? '\u0001' : value)).replaceAll(
    '"\\u0001"',
    overflow,
  )
