import { daysBetween, printDate } from '@quanheng/domain/kernel/local-date'
import { sayUrging } from '../../platform/work/urging.ts'

export interface Awaited {
  readonly what: string
  readonly due: string
}

/** Negative before the due day. */
export const daysLate = (due: string, today: string): number => daysBetween(due, today)

/** What is sent to one body, ready to copy: its name, the plan, every figure that is waited for. Officials' language. */
export const urgingText = (
  to: string,
  planTitle: string,
  waitsFor: 'report' | 'confirm',
  awaited: readonly Awaited[],
  today: string,
): string => {
  const [only] = awaited
  const verb = waitsFor === 'report' ? '报送' : '确认'
  if (only && awaited.length === 1)
    return `${to}：《${planTitle}》数据${verb}提醒。${sayUrging(only.what, only.due, today)}`
  const lines = awaited.map(({ what, due }, index) => {
    const late = daysLate(due, today)
    const state = late > 0 ? `，已逾期${late}天` : late === 0 ? '，今日到期' : ''
    return `${index + 1}. ${what}（${printDate(due)}前${state}）`
  })
  return [
    `${to}：《${planTitle}》中有${awaited.length}项数据尚待贵方${verb}：`,
    ...lines,
    '请尽快办理；确有困难的，请说明原因。',
  ].join('\n')
}
