import { noticed as en } from './en/noticed.ts'
import { fill } from './fill.ts'
import type { Language } from './language.ts'
import { noticed as zhCN } from './zh-CN/noticed.ts'

/** Something noticed in a log, as its verifiers tell it. */
interface Told {
  readonly code: keyof typeof zhCN
  readonly leaf: number
  readonly time: string
  readonly figures: Readonly<Record<string, string>>
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** What was noticed, for people, with what the act says of it where that is opened; `moment` says an instant in the reader's words. */
export const noticedText = (
  language: Language,
  { code, leaf, time, figures }: Told,
  moment: (at: Date) => string,
): string => {
  const told = Object.entries({ ...figures, leaf: String(leaf), time }).map(([name, value]) => [
    name,
    instant.test(value) ? moment(new Date(value)) : value,
  ])
  return fill((language === 'en' ? en : zhCN)[code], Object.fromEntries(told))
}
