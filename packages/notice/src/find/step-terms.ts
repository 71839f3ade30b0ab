import { isLocalDate } from '@quanheng/domain/kernel/local-date'
import { datesIn, type FoundDate, yearlessIn } from '../text/dates.ts'
import type { Span } from '../text/document.ts'
import { matches, type Placed, placed, trimmed } from '../text/words.ts'

const dueMark = /^\s?(?:\d{1,2}[:：时点]\d{0,2}\s?)?(?:以前|之前|前|底前|底|止|截止)/

const cutoffMark = /(?:截止|截至)(?:时间|日期|日)?(?:统一)?(?:为|到|至|是|[:：])?\s?$/

/** 12月16日至20日: the day behind a range that names no month of its own. */
const bareEnd = /^\s?(?:至|到|[-—－~～])+\s?(\d{1,2})\s?[日号曰口]/

function endOf(text: string, from: FoundDate): readonly FoundDate[] {
  const found = bareEnd.exec(text.slice(from.end, from.end + 10))
  if (!found || from.day === undefined || from.month === undefined || Number(found[1]) <= from.day) return []
  const digits = found[1] as string
  const value =
    from.determined && from.year !== undefined
      ? `${from.year}-${String(from.month).padStart(2, '0')}-${digits.padStart(2, '0')}`
      : `${from.month}月${digits}日`
  const start = from.end + found[0].indexOf(digits)
  const { impossible: _, ...known } = from
  return from.determined && !isLocalDate(value)
    ? []
    : [
        {
          ...known,
          impossible: false,
          start,
          end: from.end + found[0].length,
          value,
          written: value,
          day: Number(digits),
        },
      ]
}

/** Days of a span, each with a year: its own, or the one before it in the same procedure. */
export function daysOf(text: string, span: Span): readonly FoundDate[] {
  const words = text.slice(span.start, span.end)
  const full = datesIn(words, span.start)
  const rest = yearlessIn(words, span.start).filter(
    (day) => !full.some(({ start, end }) => day.start >= start && day.end <= end),
  )
  return [...full, ...rest].flatMap((day) => [day, ...endOf(text, day)]).sort((a, b) => a.start - b.start)
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

/** 数据统计期为2024年1月1日至10月31日: what the figures cover, not when somebody acts. */
const periodMark =
  /(?:统计|考[核评]|评[价估]|数据|计算|采集|指标)[^，。；\d]{0,6}(?:期间?|周期|区间|时段|时限|时间范围|起止时间|起止日期)(?:统一)?(?:为|是|从|自|[:：])?\s?$/

const opensPeriod = (text: string, day: FoundDate): boolean =>
  periodMark.test(text.slice(Math.max(0, day.start - 18), day.start))

/** The last day that figures count: a cut-off, or the end of the period that they cover. */
function cutoffOf(text: string, days: readonly FoundDate[]): Placed | null {
  const said = days.find((day) => isCutoff(text, day))
  if (said) return asDay(said)
  const at = days.findIndex((day) => opensPeriod(text, day))
  const end = at < 0 ? undefined : rangeEnd(text, days, at)
  return end ? asDay(inYearOf(days[at], end)) : null
}

function dueOf(text: string, days: readonly FoundDate[]): Placed | null {
  const periods = days.flatMap((day, at) => (opensPeriod(text, day) ? [day, rangeEnd(text, days, at)] : []))
  const open = days.filter((day) => !isCutoff(text, day) && !periods.includes(day))
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
  /[每次下](?:季度|季|半年|月)(?:第一个月|首月|末月)?\s?\d{1,2}\s?日(?:以前|之前|前)?|春节前|(?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?(?:[—–－\-~～至到])+\s?\d{1,2}\s?月(?:底|份)?|(?:\d{4}\s?年\s?)?(?:次年|翌年|每年|当年)?\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?月\s?(?:\d{1,2}\s?日|份|[上中下]旬|底|初|中)?(?:以前|之前|前|底前)?|(?:每|次)(?:季度?|半年|月|年)(?:终了|结束)?后?\s?\d{1,2}\s?[日天](?:之|以)?内|(?:自|从|在|于)?([^，。；\s]{0,14}?\d{1,2}\s?个?工作日)(?:之)?内/

/** 请在收到反馈之日起3个工作日内: the term without the request around it. */
export function termOf(text: string, span: Span): Span {
  const polite = /^(?:[^，。；]{0,6}(?:请|应当?|须|要)?)?(?:自|在|于)/.exec(text.slice(span.start, span.end))
  const start = span.start + (polite?.[0].length ?? 0)
  const until = /(?:以|之)?(?<!节)前$/.exec(text.slice(start, span.end))?.[0].length ?? 0
  return trimmed(text, { start, end: span.end - until })
}

/** Until when, and until which day the figures count, in a span. */
export function termsOf(text: string, span: Span): { readonly due: Placed | null; readonly cutoff: Placed | null } {
  const days = daysOf(text, span)
  const [loosely] = matches(text, span, vague)
  const due = dueOf(text, days) ?? (loosely ? placed(text, termOf(text, loosely.at), 0.5) : null)
  return { due, cutoff: cutoffOf(text, days) }
}
