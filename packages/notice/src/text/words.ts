import type { Span } from './document.ts'

/** From one place to another, empty where the second stands before the first. */
export const between = (start: number, end: number): Span => ({ start, end: Math.max(start, end) })

/** A value with its place and how sure the reader is, 0 to 1. */
export interface Placed<T = string> {
  readonly value: T
  readonly at: Span
  readonly confidence: number
}

/** Values are the words as they stand, line breaks taken out. */
export function placed(text: string, at: Span, confidence = 0.95): Placed {
  return { value: text.slice(at.start, at.end).replace(/\n/g, ''), at: { start: at.start, end: at.end }, confidence }
}

/** What `\s` matches, most signs answered without a pattern. */
function isBlank(unit: number): boolean {
  if (unit > 0x3000) return unit === 0xfeff
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
  return /\s/.test(String.fromCharCode(unit))
}

/** Moves both ends inward over spaces and the signs given. */
export function trimmed(text: string, { start, end }: Span, signs = ''): Span {
  const skip = (at: number) => isBlank(text.charCodeAt(at)) || (signs !== '' && signs.includes(text.charAt(at)))
  while (start < end && skip(start)) start += 1
  while (end > start && skip(end - 1)) end -= 1
  return { start, end }
}

const opening = '（(《“【[〔「'
const closing = '）)》”】]〕」'

const opens = 1
const closes = 2
const parts = 3

const signKinds = new Map<string, Uint8Array>()

/** What each sign is to `split`, by its UTF-16 unit; the separators are few sets, each written once in a finder. */
function kindsOf(separators: string): Uint8Array {
  const known = signKinds.get(separators)
  if (known) return known
  const kinds = new Uint8Array(0x1_0000)
  for (const [signs, kind] of [
    [separators, parts],
    [closing, closes],
    [opening, opens],
  ] as const)
    for (let at = 0; at < signs.length; at++) kinds[signs.charCodeAt(at)] = kind
  signKinds.set(separators, kinds)
  return kinds
}

/** A bracket that has not closed after so many characters holds nothing. */
const farthestClose = 200

/** Pieces between the separators that stand outside brackets and quotation marks. */
export function split(text: string, span: Span, separators: string): readonly Span[] {
  const pieces: Span[] = []
  const kinds = kindsOf(separators)
  let depth = 0
  let from = span.start
  let opened = span.start
  const end = Math.min(span.end, text.length)
  const piece = (to: number) => {
    const own = trimmed(text, { start: from, end: to })
    if (own.end > own.start) pieces.push(own)
  }
  for (let at = span.start; at < end; at++) {
    const kind = kinds[text.charCodeAt(at)]
    if (kind === 0) continue
    if (kind === opens) {
      if (depth === 0) opened = at
      depth += 1
    } else if (kind === closes) depth = Math.max(0, depth - 1)
    else if (depth === 0 || at - opened > farthestClose) {
      piece(at)
      from = at + 1
      depth = 0
    }
  }
  piece(span.end)
  return pieces
}

/** Sentences of a span: up to 。！？ outside brackets, or the end of a line. */
export const sentences = (text: string, span: Span): readonly Span[] => split(text, span, '。！？\n')

const global = new WeakMap<RegExp, RegExp>()

/** The pattern with places of its groups; patterns are constants, so each is compiled once. */
function placing(pattern: RegExp): RegExp {
  const known = global.get(pattern)
  if (known) return known
  const fresh = new RegExp(pattern.source, 'dg')
  global.set(pattern, fresh)
  return fresh
}

export interface Match {
  readonly groups: readonly string[]
  readonly at: Span
  readonly group: (n: number) => Span
}

/** All matches of a pattern in a span, with their places in the whole text. Look-behind sees nothing before the span. */
export function matches(text: string, span: Span, pattern: RegExp): readonly Match[] {
  const words = text.slice(span.start, span.end)
  const form = placing(pattern)
  form.lastIndex = 0
  let found = form.exec(words)
  if (!found) return nothing
  const all: Match[] = []
  for (; found; found = form.exec(words)) {
    all.push(matchOf(found, span.start))
    if (found[0] === '') form.lastIndex += 1
  }
  return all
}

const nothing: readonly Match[] = []

function matchOf(found: RegExpExecArray, from: number): Match {
  const group = (n: number): Span => {
    const [start, end] = found.indices?.[n] ?? [found.index, found.index]
    return { start: from + start, end: from + end }
  }
  const at = { start: from + found.index, end: from + found.index + found[0].length }
  return { groups: found.map((one) => one ?? ''), at, group }
}
