import type { Basis } from '../kernel/basis.ts'
import { normaliseName } from '../kernel/normalise.ts'
import { readQuantity } from '../kernel/quantity.ts'
import type { PlanKind } from '../plan/model.ts'
import type { Taken, TakenRow } from './choices.ts'
import type { DraftNote, DraftNoteCode, Heading, Place } from './model.ts'

/** The organisation by the names that people print; a name that two bodies bear is nobody's. */
export interface NamesKnown {
  readonly unit: (name: string) => string | undefined
  readonly section: (unitId: string, name: string) => string | undefined
  readonly person: (unitId: string, name: string) => string | undefined
}

export interface DraftMeans {
  readonly headings: readonly Heading[]
  /** The signs of the text, which offsets count. */
  readonly signs: readonly string[]
  readonly rows: readonly TakenRow[]
  readonly names: NamesKnown
  readonly kind: PlanKind
  readonly ownerUnitId: string
  /** The imported file itself: annexes whose text follows in it are present. */
  readonly file: { readonly digest: string; readonly name: string }
}

/** Some rows of the draft, with the field behind each place of the plan and what could not be taken over. */
export interface Part<T> {
  readonly value: T
  readonly sources: readonly (readonly [at: string, field: string])[]
  readonly notes: readonly DraftNote[]
}

/** A setting as far as the notice says it, with the field that says it first. */
export interface SettingPart<T> extends Part<T | undefined> {
  readonly first?: Taken
}

const prime = 0x100000001b3n

/** A key that follows from words alone (FNV-1a, 64 bits): the same row of a revised notice has the same key. */
export const keyOf = (prefix: string, words: readonly string[]): string => {
  let hash = 0xcbf29ce484222325n
  for (const unit of words.join('\n')) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit.codePointAt(0) ?? 0)) * prime)
  }
  return `${prefix}-${hash.toString(36)}`
}

/** Keys that are given once each: of two rows with the same words the later one gets a number. */
export const uniqueKeys = () => {
  const given = new Set<string>()
  return (key: string): string => {
    let free = key
    for (let next = 2; given.has(free); next++) free = `${key}-${next}`
    given.add(free)
    return free
  }
}

export const noteOf = (code: DraftNoteCode, { id, start, end }: Taken, params: DraftNote['params']): DraftNote => ({
  key: `${code}@${id}`,
  code,
  params,
  start,
  end,
})

/** A figure as printed (`20 分`, `15％`) as a quantity; what is none stays as written, for its writer to see. */
export const figure = (text: string): string => {
  const plain = text.replace(/\s*[分%％]$/, '')
  const read = readQuantity(plain)
  return read.ok ? read.value : text
}

/** Headings that hold a place, outermost first. */
export const headingsOver = (headings: readonly Heading[], { start }: Place): readonly Heading[] =>
  headings.filter((heading) => heading.start <= start && start < heading.end)

/** The clause that a field stands in, with its line verbatim. */
export const basisOf = ({ headings, signs }: Pick<DraftMeans, 'headings' | 'signs'>, field: Place): Basis => {
  const [from, to] = [signs.lastIndexOf('\n', field.start) + 1, signs.indexOf('\n', field.end)]
  const line = signs
    .slice(from, to < 0 ? undefined : to)
    .join('')
    .replaceAll('\t', ' ')
    .trim()
  const article = headingsOver(headings, field)
    .map(({ label }) => label)
    .join('')
  return { kind: 'clause', article, ...(line !== '' && { text: line.slice(0, longestQuote) }) }
}

/** A paragraph of a plan holds 5,000 signs; a line of a notice that is longer is quoted from its beginning. */
const longestQuote = 2000

/** 本委, 我局: the body that issues the notice. */
const ownWords = /^(?:本|我)(?:单位|[委局办厅部院会])$/

export const unitNamed = ({ names, ownerUnitId }: DraftMeans, name: string): string | undefined =>
  ownWords.test(name) ? ownerUnitId : names.unit(normaliseName(name))
