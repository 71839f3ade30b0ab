import { noticed as en, noticedHead as enHead } from './en/noticed.ts'
import { fill } from './fill.ts'
import type { Language } from './language.ts'
import { noticed as zhCN, noticedHead as zhCNHead } from './zh-CN/noticed.ts'

/** Something noticed in a log, as its verifiers tell it. */
interface Told {
  readonly code: keyof typeof zhCN
  readonly leaf: number
  readonly time: string
  readonly figures: Readonly<Record<string, string>>
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

type Moment = (at: Date) => string

/** Of a digest as much as people compare; the whole stands in the verdict. */
const shownDigits = 16

const said = (value: string, moment: Moment): string =>
  instant.test(value)
    ? moment(new Date(value))
    : /^[0-9a-f]{64}$/.test(value)
      ? `${value.slice(0, shownDigits)}…`
      : value

/** What was noticed, for people, with what the act says of it where that is opened; `moment` says an instant in the reader's words. */
export const noticedWords = (language: Language, { code, figures }: Told, moment: Moment): string => {
  const told = Object.entries(figures).map(([name, value]) => [name, said(value, moment)])
  return fill((language === 'en' ? en : zhCN)[code], Object.fromEntries(told))
}

/** The same as a line of its own: which leaf, and when. */
export const noticedLine = (language: Language, one: Told, moment: Moment): string =>
  fill(language === 'en' ? enHead : zhCNHead, { leaf: String(one.leaf), time: said(one.time, moment) }) +
  noticedWords(language, one, moment)
