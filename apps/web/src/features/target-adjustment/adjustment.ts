import type { ReplyOf } from '@quanheng/contract/route'
import type { adjustmentChoices, listAdjustments, showAdjustment } from '@quanheng/contract/target-adjustment'
import type { AdjustmentState } from '@quanheng/domain/target-adjustment/model'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type Line = ReplyOf<typeof listAdjustments>['rows'][number]
export type Adjustment = ReplyOf<typeof showAdjustment>
/** One plan in which one of the reader's units carries items. */
export type Choice = ReplyOf<typeof adjustmentChoices>['rows'][number]
export type Adjusted = Adjustment['request']['adjusted']
export type Marks = Extract<Adjusted, { kind: 'dropped' }>['marks']

export const toneOf: Readonly<Record<AdjustmentState, Tone>> = {
  draft: 'waiting',
  opinion: 'going',
  office: 'going',
  group: 'heed',
  decided: 'going',
  replied: 'going',
  revised: 'done',
  withdrawn: 'stop',
}

/** A request that was refused ends with its reply. */
export const isSettled = ({ state, agreed }: Pick<Line, 'state' | 'agreed'>): boolean =>
  state === 'revised' || state === 'withdrawn' || (state === 'replied' && agreed === false)

export const titleOf = ({ leafName }: Pick<Line, 'leafName'>): string =>
  t('关于“{{name}}”的指标调整申请', { name: leafName })

/** Who acts next: the reader, named people, a meeting, or nobody any more. */
export const sayNext = ({ next, may, state, agreed, decidedBy, opinionDue }: Adjustment): string => {
  if (state === 'withdrawn') return t('已撤回。')
  if (state === 'replied' && agreed === false) return t('已批复，没有获得同意，方案不作修订。')
  if (next === null) return t('已写入方案修订稿；修订稿印发后按新内容考评。')
  if (next.command === 'decide' && decidedBy === 'meeting') {
    return t('方案规定由会议审定。请在“会议”中列为议题；会议决定复核后自动登记。')
  }
  const act = word('targetAdjustmentCommand', next.command)
  if (may.includes(next.command)) return t('由您{{act}}。', { act })
  const people = next.people.slice(0, 3).join('、')
  const until = next.command === 'giveOpinion' && opinionDue !== null ? t('意见期限{{day}}。', { day: opinionDue }) : ''
  return people === ''
    ? t('由{{unit}}{{act}}，该单位目前没有可办理的人员。', { unit: next.unitName, act })
    : `${t('由{{unit}}{{people}}{{act}}。', { unit: next.unitName, people, act })}${until}`
}
