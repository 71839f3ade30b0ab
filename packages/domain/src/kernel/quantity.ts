import { type ExactText, exact, printExact } from './exact.ts'
import { type DomainError, ok, type Result, refuse } from './result.ts'

export type QuantityCode =
  | 'quantity.empty'
  | 'quantity.tooLong'
  | 'quantity.exponent'
  | 'quantity.grouping'
  | 'quantity.percent'
  | 'quantity.notANumber'

/** Digits a typed quantity may have; more is a slip of the keyboard or an attack, not a figure of an office. */
const maxDigits = 30
const maxLength = 60

/** Full-width forms, Chinese minus signs and the percent signs an input method leaves behind, as their plain form. */
export const plainForms = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2013\u2014]/g, '-')
    .replace(/\u3000/g, ' ')

/**
 * What a person typed or a cell holds, as an exact text: `１，２００．５０` → `1200.5`, `负3` → `-3`.
 * A percent sign is accepted where the figure is measured in percent (`unit: '%'`) and leaves the number as it stands
 * (`１０％` → `10`); elsewhere it is refused, since 10% of what is unsaid. Scientific notation is refused: nobody types it on purpose.
 */
export function readQuantity(
  text: string,
  { unit }: { readonly unit?: string } = {},
): Result<ExactText, DomainError<QuantityCode>> {
  const typed = plainForms(text).trim()
  if (typed === '') return refuse('quantity.empty')
  if (typed.length > maxLength) return refuse('quantity.tooLong', { params: { limit: String(maxDigits) } })
  const match = /^(负|[-+])?\s*([\d,]*(?:\.\d+)?)\s*(%)?$/.exec(typed)
  const [, prefix, body = '', percent] = match ?? []
  if (!/\d/.test(body)) {
    const code = /^[-+]?\d[\d.]*e[-+]?\d+$/i.test(typed) ? 'quantity.exponent' : 'quantity.notANumber'
    return refuse(code, { params: { text: typed } })
  }
  if (body.startsWith('.')) return refuse('quantity.notANumber', { params: { text: typed } })
  if (body.includes(',') && !/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(body))
    return refuse('quantity.grouping', { params: { text: typed } })
  if (body.replace(/\D/g, '').length > maxDigits)
    return refuse('quantity.tooLong', { params: { limit: String(maxDigits) } })
  if (percent !== undefined && unit !== '%') return refuse('quantity.percent', { params: { text: typed } })
  const minus = prefix === '-' || prefix === '负' ? '-' : ''
  return ok(printExact(exact(minus + body.replaceAll(',', ''))))
}
