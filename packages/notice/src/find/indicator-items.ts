import type { Span } from '../text/document.ts'
import type { Section } from '../text/sections.ts'
import { type Placed, placed, split, trimmed } from '../text/words.ts'
import { named } from './indicator.ts'
import { scoresPoints } from './scoring-words.ts'

/** （30分） at the end of an item. */
export const closingForm = /[（(]\s?(\d{1,3}(?:\.\d)?)\s?分\s?[)）][。；]?$/

/** 落实巡护制度，护林员不在岗的每人次扣0.5分（10分）: the name ends where its rule begins. */
function scoredFrom(text: string, { start, end }: Span): number | undefined {
  const [first, ...more] = split(text, { start, end }, '，,')
  return first && first.end - first.start >= 4
    ? more.find((clause) => scoresPoints(text.slice(clause.start, clause.end)))?.start
    : undefined
}

/** The name without the rule behind its comma. */
export function unscored(text: string, name: Span): Span {
  const words = text.slice(name.start, name.end)
  const from = words.includes('分') && /[，,]/.test(words) ? scoredFrom(text, name) : undefined
  return from === undefined ? name : trimmed(text, { start: name.start, end: from }, '，,')
}

const closesWithMark = ({ title }: Section): boolean => closingForm.test(title.slice(-12))

const known = new WeakMap<Section, boolean>()

/** Asked by each of a long list, and answered once. */
function severalClose(parent: Section): boolean {
  const own = known.get(parent) ?? parent.children.filter(closesWithMark).length > 1
  known.set(parent, own)
  return own
}

/** （一）纳入考核，层层签订责任书（10分）；: a sentence with its mark in brackets at the end, as others beside it. */
export const isItem = (section: Section): boolean =>
  closesWithMark(section) && section.parent !== undefined && severalClose(section.parent)

/** The rule that stands between the name and the mark that closes the heading. */
export function scoredRule(text: string, section: Section): Placed | null {
  if (!closesWithMark(section)) return null
  const { name } = named(text, section.titleAt)
  const from = scoredFrom(text, name)
  return from === undefined ? null : placed(text, { start: from, end: name.end }, 0.85)
}
