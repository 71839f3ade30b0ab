import { isLocalDate } from '@quanheng/domain/kernel/local-date'
import type { Context } from '../text/context.ts'
import { datesIn, type FoundDate, yearlessIn } from '../text/dates.ts'
import type { Span } from '../text/document.ts'
import { organEnd } from '../text/organs.ts'
import { type Section, walk } from '../text/sections.ts'
import { matches, type Placed, placed, sentences, trimmed } from '../text/words.ts'

export interface Step extends Span {
  readonly name: Placed
  readonly due: Placed | null
  readonly cutoff: Placed | null
  readonly inputs: readonly Placed[]
  readonly outputs: readonly Placed[]
  readonly actors: readonly Placed[]
}

const procedure = /程序|步骤|流程|时间安排|进度安排|实施阶段|阶段安排|日程/
const loose = /组织实施|工作安排|考[核评]方式|考[核评]方法|考核组织|实施/

const dueMark = /^\s?(?:\d{1,2}[:：时点]\d{0,2}\s?)?(?:以前|之前|前|底前|底|止|截止)/

const cutoffMark = /(?:截止|截至)(?:时间|日期|日)?(?:统一)?(?:为|到|至|是|[:：])?\s?$/

/** Days of a span, each with a year: its own, or the one before it in the same procedure. */
function daysOf(text: string, span: Span): readonly FoundDate[] {
  const words = text.slice(span.start, span.end)
  const full = datesIn(words, span.start)
  const rest = yearlessIn(words, span.start).filter(
    (day) => !full.some(({ start, end }) => day.start >= start && day.end <= end),
  )
  return [...full, ...rest].sort((a, b) => a.start - b.start)
}

const isCutoff = (text: string, day: FoundDate): boolean =>
  cutoffMark.test(text.slice(Math.max(0, day.start - 12), day.start)) ||
  /^\s?(?:为|作为)?(?:数据|统计)?截止/.test(text.slice(day.end, day.end + 10))

const asDay = (day: FoundDate): Placed => ({
  value: day.value,
  at: { start: day.start, end: day.end },
  confidence: day.determined ? 0.96 : 0.6,
})

const rangeEnd = (text: string, days: readonly FoundDate[], at: number): FoundDate | undefined => {
  const [a, b] = [days[at], days[at + 1]]
  return a && b && /^\s?(?:至|到|[-—－~～])+\s?$/.test(text.slice(a.end, b.start)) ? b : undefined
}

function dueOf(text: string, days: readonly FoundDate[]): Placed | null {
  const open = days.filter((day) => !isCutoff(text, day))
  const marked = open.find((day) => dueMark.test(text.slice(day.end, day.end + 8)))
  const range = rangeEnd(text, open, 0)
  const chosen = marked ?? range ?? open[0]
  return chosen ? asDay(chosen === range ? inYearOf(open[0], range) : chosen) : null
}

/** 2024年7月2日至7月12日: the end of a range stands in the year of its beginning. */
function inYearOf(from: FoundDate | undefined, to: FoundDate): FoundDate {
  if (to.determined || !from?.determined || from.year === undefined || !to.month || !to.day) return to
  const value = `${from.year}-${String(to.month).padStart(2, '0')}-${String(to.day).padStart(2, '0')}`
  return isLocalDate(value) && value >= from.value ? { ...to, value, determined: true } : to
}

/** Months, 旬 and terms counted in days, as written: the text does not determine a day. */
const vague =
  /(?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?(?:[—–－\-~～至到])+\s?\d{1,2}\s?月(?:底|份)?|(?:\d{4}\s?年\s?)?(?:次年|翌年|每年|当年)?\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?月\s?(?:\d{1,2}\s?日|份|[上中下]旬|底|初|中)?(?:以前|之前|前|底前)?|(?:自|从|在|于)?([^，。；\s]{0,14}?\d{1,2}\s?个?工作日)(?:之)?内/

function lists(text: string, span: Span, pattern: RegExp): readonly Placed[] {
  return [...matches(text, span, pattern)].flatMap(({ group }) => {
    const whole = group(1)
    return text
      .slice(whole.start, whole.end)
      .split(/[、和及]/)
      .reduce<{ at: number; found: Placed[] }>(
        ({ at, found }, piece) => {
          const inner = trimmed(text, { start: at, end: at + piece.length }, '，,')
          return {
            at: at + piece.length + 1,
            found: inner.end - inner.start >= 2 ? [...found, placed(text, inner, 0.7)] : found,
          }
        },
        { at: whole.start, found: [] },
      ).found
  })
}

/** 1.自查自评（1月5日前）: the name without the term in brackets, up to the first stop. */
function nameOf(text: string, section: Section): Span {
  const words = text.slice(section.titleAt.start, section.titleAt.end)
  const parens = words.search(/[（(][^）)]*(?:\d|月|日|旬|底|前)/)
  const comma = words.length > 24 ? words.search(/[，,；]/) : -1
  const ends = [parens, comma].filter((at) => at > 0)
  return trimmed(
    text,
    { start: section.titleAt.start, end: section.titleAt.start + Math.min(words.length, ...ends) },
    '：:，,',
  )
}

function stepOf(context: Context, section: Section): Step {
  const { text } = context
  const span = { start: section.titleAt.start, end: section.end }
  const days = daysOf(text, span)
  const cut = days.find((day) => isCutoff(text, day))
  const [loosely] = [...matches(text, span, vague)]
  const due = dueOf(text, days) ?? (loosely ? placed(text, termOf(text, loosely.at), 0.5) : null)
  const [opening] = sentences(text, { start: section.rest.start, end: section.end })
  return {
    start: section.start,
    end: section.end,
    name: placed(text, nameOf(text, section), 0.95),
    due,
    cutoff: cut ? asDay(cut) : null,
    inputs: lists(text, span, /根据([^，。；]{2,40}?)(?:情况)?[，,]/),
    outputs: lists(text, span, /(?:形成|提出|编制|起草)(?:所负责的)?([^，。；（(]{2,40}?)[（(，。；]/),
    actors: opening
      ? lists(
          text,
          opening,
          /(?:前|内|^)[，,]\s?(?:由)?([^，。；]{2,30}?)(?:按照|按|负责|组织|对|将|会同|结合|根据|[，,])/,
        ).filter(({ value }) => isActor(value))
      : [],
  }
}

const isActor = (words: string): boolean => organEnd.test(words) || /^各.{0,12}(?:科室|单位|部门)$/.test(words)

/** 请在收到反馈之日起3个工作日内: the term without the request around it. */
function termOf(text: string, span: Span): Span {
  const polite = /^(?:[^，。；]{0,6}(?:请|应当?|须|要)?)?(?:自|在|于)/.exec(text.slice(span.start, span.end))
  const start = span.start + (polite?.[0].length ?? 0)
  const until = /(?:以|之)?前$/.exec(text.slice(start, span.end))?.[0].length ?? 0
  return trimmed(text, { start, end: span.end - until })
}

const inside = (inner: Section, outer: Section): boolean => outer.start < inner.start && inner.end <= outer.end

/** Of two headings of a procedure the upper one has the steps; a chapter leaves them to its article 按以下程序进行. */
const takesOver = (other: Section, section: Section): boolean =>
  other.level === 0 || section.level === 0 ? inside(other, section) : inside(section, other)

/** Steps of the procedure, in printed order, with their terms. */
export function findSteps(context: Context, signed: Placed | null): readonly Step[] {
  const heads = [...walk(context.sections)].filter((section) => {
    if (section.children.length < 2 || section.title.length > 30) return false
    if (procedure.test(section.title)) return true
    return (
      loose.test(section.title) &&
      section.children.filter((child) => daysOf(context.text, { start: child.start, end: child.end }).length > 0)
        .length >= 2
    )
  })
  return heads
    .filter((section) => !heads.some((other) => other !== section && takesOver(other, section)))
    .flatMap((section) =>
      withYears(
        section.children.map((child) => stepOf(context, child)),
        signed,
      ),
    )
    .filter(({ name }) => name.value !== '')
}

interface Month {
  readonly year: number
  readonly month: number
}

const monthOf = (day: string): Month | undefined => {
  const found = /^(\d{4})-(\d{2})/.exec(day)
  return found ? { year: Number(found[1]), month: Number(found[2]) } : undefined
}

/**
 * A day without its year takes that of the step before it, or of the signature for the first; from the last quarter to the
 * first one the year turns, and any other month that runs back stays as it is written.
 */
function withYears(steps: readonly Step[], signed: Placed | null): readonly Step[] {
  let last = signed ? monthOf(signed.value) : undefined
  return steps.map((step) => {
    const due = step.due
    if (!due) return step
    const own = monthOf(due.value)
    const bare = /^(\d{1,2})月(\d{1,2})[日号]$/.exec(due.value)
    if (own) last = own
    if (own || !bare || !last) return step
    const month = Number(bare[1])
    const turns = last.month >= 10 && month <= 3
    if (month < last.month && !turns) return step
    last = { year: last.year + (turns ? 1 : 0), month }
    const value = `${last.year}-${String(month).padStart(2, '0')}-${String(bare[2]).padStart(2, '0')}`
    return isLocalDate(value) ? { ...step, due: { ...due, value, confidence: 0.7 } } : step
  })
}
