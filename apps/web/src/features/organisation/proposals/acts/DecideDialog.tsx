import { decidePeopleProposal } from '@quanheng/contract/people-proposal'
import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../../shared/api/hooks.ts'
import { t } from '../../../../shared/i18n/t.ts'
import { word } from '../../../../shared/i18n/word.ts'
import { notify } from '../../../../shared/notice/notices.ts'
import { Refusal } from '../../../../shared/page/Refusal.tsx'
import styles from '../../../../shared/work/work.module.css'
import { Faults } from '../Lines.tsx'
import { type Line, type Proposal, sayLine } from '../proposal.ts'

interface Given {
  /** Undefined: not looked at yet, stays open. */
  readonly outcome?: 'approved' | 'returned'
  readonly reason: string
}

/** Line by line or all at once; what is approved is registered there and then, all of it or none. */
const DecideDialog = ({ proposal, onClose }: { readonly proposal: Proposal; readonly onClose: () => void }) => {
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>({})
  const open = proposal.rows.filter(({ outcome }) => outcome === null)
  const chosen = open.flatMap(({ id }) => {
    const one = given[id]
    return one?.outcome === undefined ? [] : [{ lineId: id, outcome: one.outcome, reason: one.reason }]
  })
  const approved = chosen.filter(({ outcome }) => outcome === 'approved').length
  const decide = useCommand(decidePeopleProposal, {
    onDone: () => {
      notify(t('已通过 {{approved}} 行，退回 {{returned}} 行', { approved, returned: chosen.length - approved }))
      onClose()
    },
  })
  const change = (id: string, more: Partial<Given>) =>
    setGiven((before) => ({ ...before, [id]: { reason: '', ...before[id], ...more } }))
  const approveSound = () =>
    setGiven((before) => ({
      ...before,
      ...Object.fromEntries(
        open
          .filter(({ id, faults }) => faults.length === 0 && before[id]?.outcome === undefined)
          .map(({ id }) => [id, { outcome: 'approved' as const, reason: '' }]),
      ),
    }))
  return (
    <Modal
      open
      width={860}
      title={t('审核：{{unit}}人员变动申报', { unit: proposal.unitName })}
      okText={t('办理 {{count}} 行', { count: chosen.length })}
      okButtonProps={{ disabled: chosen.length === 0 }}
      cancelText={t('取消')}
      confirmLoading={decide.pending}
      onOk={() =>
        decide.run({
          params: { peopleProposalId: proposal.id },
          body: { version: proposal.version, decisions: chosen },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p>
        {t('通过的当场登记人员和任职，登记规则与逐人登记相同；没有选择的仍然待办。')}{' '}
        <Button size="small" onClick={approveSound}>
          {t('无误的全部通过')}
        </Button>
      </p>
      <div className={`${styles.list} ${styles.tall}`}>
        {open.map((line) => (
          <OneLine key={line.id} line={line} given={given[line.id]} onChange={(more) => change(line.id, more)} />
        ))}
      </div>
      <Refusal refusal={decide.refusal} />
    </Modal>
  )
}

interface LineProps {
  readonly line: Line
  readonly given: Given | undefined
  readonly onChange: (more: Partial<Given>) => void
}

const OneLine = ({ line, given, onChange }: LineProps) => (
  <fieldset className={styles.group}>
    <legend>
      {t('{{kind}}：{{name}}（{{login}}）', {
        kind: word('peopleLineKind', line.kind),
        name: line.name,
        login: line.login,
      })}
    </legend>
    <p>{sayLine(line)}</p>
    <Faults line={line} />
    <Radio.Group
      aria-label={t('{{name}}的审核', { name: line.name })}
      value={given?.outcome ?? null}
      onChange={(event) => onChange({ outcome: event.target.value as 'approved' | 'returned' })}
      options={(['approved', 'returned'] as const).map((value) => ({
        value,
        label: word('lineOutcome', value),
        disabled: value === 'approved' && line.faults.length > 0,
      }))}
    />
    {given?.outcome === 'returned' && (
      <Input
        aria-label={t('{{name}}的退回理由', { name: line.name })}
        placeholder={t('写明退回理由')}
        maxLength={500}
        value={given.reason}
        onChange={(event) => onChange({ reason: event.target.value })}
      />
    )}
  </fieldset>
)

export default DecideDialog
