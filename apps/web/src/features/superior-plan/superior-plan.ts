import type { showProgress } from '@quanheng/contract/progress-report'
import type { ReplyOf } from '@quanheng/contract/route'
import type { listSuperiorPlans, showSuperiorPlan } from '@quanheng/contract/superior-plan'
import type { showComparison } from '@quanheng/contract/superior-verdict'
import type { SuperiorPlanState } from '@quanheng/domain/superior-plan/model'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type Row = ReplyOf<typeof listSuperiorPlans>['rows'][number]
export type SuperiorPlan = ReplyOf<typeof showSuperiorPlan>
export type Line = SuperiorPlan['lines'][number]
export type Share = Line['shares'][number]
export type Command = SuperiorPlan['may'][number]
export type ProgressRound = ReplyOf<typeof showProgress>
export type ProgressRow = ProgressRound['rows'][number]
export type Comparison = ReplyOf<typeof showComparison>

export const toneOf: Readonly<Record<SuperiorPlanState, Tone>> = {
  draft: 'going',
  issued: 'done',
  revising: 'heed',
  judged: 'done',
  cancelled: 'stop',
}

/** Who acts next: the reader, named people of the office, or nobody any more. */
export const sayNext = ({ next, may, state, issuedOn, issuedNumber }: SuperiorPlan): string => {
  if (state === 'cancelled') return t('已撤销。')
  if (next === null)
    return t('任务分解第{{number}}版已于{{day}}下达，各单位按此落实。', {
      number: issuedNumber ?? 0,
      day: issuedOn ?? '',
    })
  const act = word('superiorPlanCommand', next.command)
  if (may.includes(next.command)) return t('由您{{act}}。', { act })
  const people = next.people.slice(0, 3).join('、')
  return people === ''
    ? t('由{{unit}}{{act}}，该单位目前没有可办理的人员。', { unit: next.unitName, act })
    : t('由{{unit}}{{people}}{{act}}。', { unit: next.unitName, people, act })
}

/** 2025年3月, 2025年第1季度. */
export const sayPeriod = (period: string): string => {
  const [year = '', part = ''] = period.split('-')
  return part.startsWith('Q')
    ? t('{{year}}年第{{quarter}}季度', { year, quarter: part.slice(1) })
    : t('{{year}}年{{month}}月', { year, month: Number(part) })
}

/** A figure with its unit of measure; 未定 where the paper gives none. */
export const sayTarget = (target: string, unit: string): string => (target === '' ? '—' : `${target}${unit}`)
