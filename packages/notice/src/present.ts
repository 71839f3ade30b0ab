import { readRuleSentence } from './find/rule-language.ts'
import type { Fields } from './model.ts'
import type { Reading } from './read.ts'

const same = (unit: number): number => unit

/** UTF-16 offsets as code points: the identity for text without astral characters. */
export function pointsOf(text: string): (unit: number) => number {
  if (!/[\uD800-\uDBFF]/.test(text)) return same
  const pairs: number[] = []
  for (let at = 0; at < text.length; at++) if (/[\uD800-\uDBFF]/.test(text.charAt(at))) pairs.push(at)
  return (unit) => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] ?? 0) < unit) low = middle + 1
      else high = middle
    }
    return unit - low
  }
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Every `start` and `end` of plain data through `point`. */
function moved(value: unknown, point: (unit: number) => number): Json {
  if (Array.isArray(value)) return value.map((one) => moved(one, point))
  if (value === null || typeof value !== 'object') return (value ?? null) as Json
  const record: Record<string, Json> = {}
  for (const [key, one] of Object.entries(value))
    record[key] = (key === 'start' || key === 'end') && typeof one === 'number' ? point(one) : moved(one, point)
  return record
}

/** The records of the printed form: scoring sentences with what the rule language makes of them; what only lints ask is left out. */
function printed(fields: Fields) {
  const { indicators, steps, rules, articles, contacts, ...rest } = fields
  return {
    ...rest,
    indicators: indicators.map(({ leaf: _leaf, at: _at, ...indicator }) => indicator),
    steps: steps.map(({ apart: _apart, ...step }) => step),
    rules: rules.map((rule) => ({ ...rule, ...readRuleSentence(rule.text) })),
    articles: articles.map(({ start: _start, end: _end, ...article }) => article),
    contacts: contacts.map(({ start: _start, end: _end, ...contact }) => contact),
  }
}

/** What `read-notice --json` prints: offsets are code points into the normalised text, end exclusive. */
export function present({ context, fields }: Reading, findings: readonly unknown[]): Json {
  const { truncated, startsMidDocument, ...rest } = printed(fields)
  const whole = { ...rest, findings, truncated, startsMidDocument }
  const point = pointsOf(context.text)
  return point === same ? (whole as unknown as Json) : moved(whole, point)
}
