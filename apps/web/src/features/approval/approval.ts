import type { listApprovals, showApproval } from '@quanheng/contract/approval'
import type { showPaper } from '@quanheng/contract/report'
import type { ReplyOf } from '@quanheng/contract/route'
import type { ApprovalState } from '@quanheng/domain/approval/model'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { sayNobody } from '../../shared/people/nobody.ts'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type Approval = ReplyOf<typeof showApproval>
export type Line = ReplyOf<typeof listApprovals>['rows'][number]
export type Record = Approval['records'][number]
export type Decision = Approval['decisions'][number]
export type Package = NonNullable<Approval['submission']>
export type Paper = ReplyOf<typeof showPaper>
type Person = Decision['recordedBy']

export const approvalTone = (state: ApprovalState): Tone => {
  if (state === 'completed') return 'done'
  return state === 'returned' || state === 'fallen' ? 'stop' : 'going'
}

export const sayPerson = ({ name, post }: Person): string => `${name}（${word('post', post)}）`

/** Whoever agrees may also send back: until then the paper is there to be decided upon. */
const sayTask = (command: Line['next'][number]['command']): string =>
  command === 'agree' ? t('签批') : word('approvalCommand', command)

/** Who does what next, by name where somebody holds the post. */
export const sayNext = (next: Line['next']): string =>
  next
    .map(({ command, sectionName, people }) => {
      const who = people.length > 0 ? people.map(({ name }) => name).join('、') : sayNobody()
      return [sectionName, who, sayTask(command)].filter(Boolean).join(' · ')
    })
    .join('；')

/** What a meeting decided beside the computed scores, one sentence each. */
export const sayAdjustments = ({ adjustments }: Decision): string =>
  adjustments
    .map(({ leafName, unitName, from, to, ground, reason }) =>
      t('{{leaf}} · {{unit}}：计算得分 {{from}}，核定为 {{to}}（{{ground}}：{{reason}}）', {
        leaf: leafName,
        unit: unitName,
        from,
        to,
        ground: word('adjustmentGround', ground),
        reason,
      }),
    )
    .join('；')

/** The file that a signature, decision or receipt cites. */
export const scanOf = (approvalId: string, digest: string): string => `/api/approvals/${approvalId}/files/${digest}`
