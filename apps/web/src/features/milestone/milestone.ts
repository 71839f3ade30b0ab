import type { listMilestones, milestoneBoard, showMilestone } from '@quanheng/contract/milestone'
import type { ReplyOf } from '@quanheng/contract/route'
import type { MilestoneLight } from '@quanheng/domain/milestone/light'
import type { MilestoneState } from '@quanheng/domain/milestone/model'
import { t } from '../../shared/i18n/t.ts'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type Line = ReplyOf<typeof listMilestones>['rows'][number]
export type Board = ReplyOf<typeof milestoneBoard>
export type Milestone = ReplyOf<typeof showMilestone>

export const toneOf: Readonly<Record<MilestoneState, Tone>> = {
  open: 'waiting',
  reported: 'going',
  returned: 'stop',
  confirmed: 'done',
  missed: 'stop',
  dropped: 'waiting',
}

interface Standing {
  readonly light: MilestoneLight
  readonly past: number
  readonly state: MilestoneState
}

/** How far from its day, in working days; what is confirmed says whether it was in time. */
export const sayPast = ({ past, state }: Standing): string => {
  if (state === 'confirmed') return past > 0 ? t('逾期 {{days}} 个工作日完成', { days: past }) : t('按期完成')
  if (past > 0) return t('逾期 {{days}} 个工作日', { days: past })
  return past === 0 ? t('今日到期') : t('还有 {{days}} 个工作日', { days: -past })
}

interface Waiting {
  readonly next: Milestone['next']
  readonly may: Milestone['may']
  readonly state: MilestoneState
}

/** Who does the next act; the reader, named people, or nobody who could. */
export const sayNext = ({ next, may, state }: Waiting, act: string): string => {
  if (next === null) {
    if (state === 'confirmed') return t('已确认完成。')
    return state === 'missed' ? t('已认定未完成；完成后承担单位仍可补报。') : t('已随方案取消。')
  }
  if (may.includes(next.command)) return t('由您{{act}}。', { act })
  const people = next.people.slice(0, 3).join('、')
  return people === ''
    ? t('由{{unit}}{{act}}，该单位目前没有可办理的人员。', { unit: next.unitName, act })
    : t('由{{unit}}{{people}}{{act}}。', { unit: next.unitName, people, act })
}
