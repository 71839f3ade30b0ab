import { isLocalDate } from '@quanheng/domain/kernel/local-date'
import type { Placed } from '../text/words.ts'
import type { Step } from './step.ts'

interface Month {
  readonly year: number
  readonly month: number
}

const monthOf = (day: string): Month | undefined => {
  const found = /^(\d{4})-(\d{2})/.exec(day)
  return found ? { year: Number(found[1]), month: Number(found[2]) } : undefined
}

/** l2月l0日 of a scan. */
const asDigits = (words: string): string => words.replace(/[lI|](?=[\d月日lI|O])/g, '1').replace(/(?<=\d)[Oo]/g, '0')

/**
 * A day without its year takes that of the step before it, or of the signature for the first; from the last quarter to the
 * first one the year turns, and any other month that runs back stays as it is written.
 */
export function withYears(steps: readonly Step[], signed: Placed | null): readonly Step[] {
  let last = signed ? monthOf(signed.value) : undefined
  const first = last?.year
  return steps.map((step) => {
    const due = step.due
    if (!due) return step
    const own = monthOf(due.value)
    const bare = /^(\d{1,2})月(\d{1,2})[日号曰]$/.exec(asDigits(due.value))
    if (own) last = own
    if (own || !bare || !last) return step
    const month = Number(bare[1])
    const turns = last.month >= 10 && month <= 3
    if (month < last.month && !turns) return step
    // 公众评议（12月10日至31日） printed behind what is done in January is of the year before it.
    const returns = month >= 10 && last.month <= 3 && first !== undefined && last.year === first + 1
    last = { year: last.year + (turns ? 1 : returns ? -1 : 0), month }
    const value = `${last.year}-${String(month).padStart(2, '0')}-${String(bare[2]).padStart(2, '0')}`
    return isLocalDate(value) ? { ...step, due: { ...due, value, confidence: 0.7 } } : step
  })
}
