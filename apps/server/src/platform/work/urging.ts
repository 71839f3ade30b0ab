import { daysBetween, printDate } from '@quanheng/domain/kernel/local-date'
import { message } from '@quanheng/messages/messages'

/** What is said to somebody who owes this by that day, ready to copy: late, due today, or soon. Officials' language. */
export const sayUrging = (what: string, due: string, today: string): string => {
  const days = daysBetween(due, today)
  const code = days > 0 ? 'urging.overdue' : days === 0 ? 'urging.dueToday' : 'urging.dueSoon'
  return message('zh-CN', code, { what, due: printDate(due), days: String(Math.abs(days)) })
}
