import { reviseApproval } from '@quanheng/contract/approval'
import { prepareSubmission } from '@quanheng/contract/submission'
import { Button } from 'antd'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Approval, sayNext } from '../approval.ts'

export type Dialog = 'agree' | 'return' | 'paper' | 'meeting' | 'number'

interface Props {
  readonly approval: Approval
  readonly onOpen: (dialog: Dialog) => void
}

const ended = ({ state, documentNumber, returnReason }: Approval): string => {
  if (state === 'completed') return t('文号 {{number}}。', { number: documentNumber ?? '' })
  if (state === 'fallen') return t('锁定版失效，本件不能再办。重新锁定后另行送审。')
  return t('已退回：{{reason}}', { reason: returnReason ?? '' })
}

const forward = { entering: 'tick', entered: 'check', checked: 'send', sent: 'recordReceipt' } as const

/** Where the package stands, once there is one; undefined when it is through. */
const sending = ({ submission }: Approval): { readonly text: string; readonly mine: boolean } | undefined => {
  if (submission === null || submission.state === 'received') return undefined
  const { state, rows } = submission
  const done = rows.filter(({ ticked }) => ticked !== null).length
  const text = {
    entering: t('录入对照单已录入 {{done}}/{{all}}，录完由另一人核对。', { done, all: rows.length }),
    entered: t('已全部录入，由未参与录入的人核对。'),
    checked: t('已核对，可以报送。'),
    sent: t('已报送，收到回执后登记。'),
  }[state]
  return { text, mine: submission.may.includes(forward[state]) }
}

/** What this person does next with the paper, or who does. */
export const NextStep = ({ approval, onOpen }: Props) => {
  const prepare = useCommand(prepareSubmission)
  const revise = useCommand(reviseApproval)
  const params = { approvalId: approval.id }
  const body = { version: approval.version }
  const may = (command: Approval['may'][number]) => approval.may.includes(command)
  const act = () => {
    if (may('agree'))
      return (
        <Button type="primary" onClick={() => onOpen('agree')}>
          {t('签批')}
        </Button>
      )
    if (may('recordDecision') && !approval.decisions.some(({ confirmedBy }) => confirmedBy === null)) {
      return (
        <Button type="primary" onClick={() => onOpen('meeting')}>
          {t('登记会议决定')}
        </Button>
      )
    }
    if (may('registerNumber'))
      return (
        <Button type="primary" onClick={() => onOpen('number')}>
          {t('编号')}
        </Button>
      )
    if (may('prepare')) {
      return (
        <Button type="primary" loading={prepare.pending} onClick={() => prepare.run({ params, body })}>
          {t('制作报送包')}
        </Button>
      )
    }
    if (may('revise')) {
      return (
        <Button type="primary" loading={revise.pending} onClick={() => revise.run({ params, body })}>
          {word('approvalCommand', 'revise')}
        </Button>
      )
    }
    return null
  }
  const button = act()
  const pending = approval.state === 'meeting' && approval.decisions.some(({ confirmedBy }) => confirmedBy === null)
  const packed = sending(approval)
  const looks = may('confirmDecision') || may('confirmPaper') || packed?.mine === true
  const isDone = approval.state === 'completed' && packed === undefined
  const over = ['completed', 'fallen', 'returned'].includes(approval.state)
  const sayNow = (): string => {
    if (packed) return packed.text
    if (over) return ended(approval)
    return pending ? t('会议决定已登记，由登记人以外的另一人核对。') : sayNext(approval.next)
  }
  return (
    <>
      <NextAct
        turn={button || looks ? 'mine' : isDone ? 'done' : approval.state === 'returned' ? 'stopped' : 'others'}
        act={button}
      >
        {sayNow()}
      </NextAct>
      <Refusal refusal={prepare.refusal ?? revise.refusal} />
    </>
  )
}
