import type { ReplyOf } from '@quanheng/contract/route'
import type { listRoutineRecords, showRoutineRecord } from '@quanheng/contract/routine-record'
import type { RoutineRecordState } from '@quanheng/domain/routine-record/model'
import { t } from '../../shared/i18n/t.ts'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type Line = ReplyOf<typeof listRoutineRecords>['rows'][number]
export type RoutineRecord = ReplyOf<typeof showRoutineRecord>
export type RoutineAct = RoutineRecord['may'][number]

export const toneOf: Readonly<Record<RoutineRecordState, Tone>> = {
  draft: 'waiting',
  submitted: 'going',
  told: 'going',
  differed: 'heed',
  settled: 'done',
  withdrawn: 'stop',
}

/** Who does the next act; the reader, named people, or nobody who could. */
export const sayNext = ({ next, may, state, today, viewUntil }: RoutineRecord, act: string): string => {
  if (next === null) {
    if (state === 'withdrawn') return t('已撤销，不再作为评分参考。')
    if (state === 'told' && viewUntil !== null && today > viewUntil) return t('单位未在期限内提出意见，记录成立。')
    return t('记录成立，评分时列在该单位得分旁边。')
  }
  if (may.includes(next.command)) return t('由您{{act}}。', { act })
  const people = next.people.slice(0, 3).join('、')
  return people === ''
    ? t('由{{unit}}{{act}}，该单位目前没有可办理的人员。', { unit: next.unitName, act })
    : t('由{{unit}}{{people}}{{act}}。', { unit: next.unitName, people, act })
}
