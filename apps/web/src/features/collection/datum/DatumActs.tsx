import { reopenDatum, withdrawDatum } from '@quanheng/contract/datum'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { BatchClose, BatchConfirm } from '../acts/BatchAct.tsx'
import styles from '../collection.module.css'
import type { ShownDatum } from '../row.ts'
import { sayMeasured } from '../say.ts'
import { OnBehalf } from './OnBehalf.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'

type Open = 'confirm' | 'return' | 'close' | 'reopen' | 'onBehalf'

const Present = ({ datum }: { readonly datum: ShownDatum }) => (
  <p>
    {datum.unitName} {datum.element.name}：<strong>{datum.last ? sayMeasured(datum, datum.last.value) : '—'}</strong>
  </p>
)

/** What this person may do with the datum beside reporting it. */
export const DatumActs = ({ datum }: { readonly datum: ShownDatum }) => {
  const [open, setOpen] = useState<Open>()
  const withdraw = useCommand(withdrawDatum)
  const close = () => setOpen(undefined)
  const { may, version } = datum
  const params = { datumId: datum.id }
  const button = (command: (typeof may)[number], label: string, to: Open, main = false): ReactNode =>
    may.includes(command) && (
      <Button type={main ? 'primary' : 'default'} onClick={() => setOpen(to)}>
        {label}
      </Button>
    )
  const mine = ['withdraw', 'confirm', 'return', 'close', 'reopen', 'reportOnBehalf'] as const
  // What stands in a dialog is not lost when another person's act ends one's own turn meanwhile.
  if (open === undefined && !mine.some((command) => may.includes(command))) return null
  return (
    <>
      <div className={styles.acts}>
        {button('confirm', t('确认'), 'confirm', true)}
        {button('close', t('关闭数据'), 'close', true)}
        {button('return', t('退回修改'), 'return')}
        {may.includes('withdraw') && (
          <Button loading={withdraw.pending} onClick={() => void withdraw.run({ params, body: { version } })}>
            {t('撤回')}
          </Button>
        )}
        {button('reopen', t('重新开放'), 'reopen')}
        {button('reportOnBehalf', t('代录'), 'onBehalf')}
      </div>
      <Refusal refusal={withdraw.refusal} />
      {open === 'confirm' && <BatchConfirm rows={[datum]} onClose={close} onDone={close} />}
      {open === 'close' && <BatchClose rows={[datum]} onClose={close} onDone={close} />}
      {open === 'return' && <ReturnDialog datum={datum} onClose={close} />}
      {open === 'reopen' && <Reopen datum={datum} onClose={close} />}
      {open === 'onBehalf' && <OnBehalf datum={datum} onClose={close} />}
    </>
  )
}

interface ActProps {
  readonly datum: ShownDatum
  readonly onClose: () => void
}

const Reopen = ({ datum, onClose }: ActProps) => {
  const command = useCommand(reopenDatum)
  const act = async (reason: string) => {
    const body = { version: datum.version, reason }
    if (!(await command.run({ params: { datumId: datum.id }, body }))) return
    notify(t('已重新开放'))
    onClose()
  }
  return (
    <WeightyAct
      act={t('重新开放')}
      object={`${datum.unitName} ${datum.element.name}`}
      effects={datum.leaves.map((leaf) =>
        t('“{{leaf}}”的评分表：引用本数据的签名失效，须重新签字。', { leaf: leaf.name }),
      )}
      reason="required"
      pending={command.pending}
      refusal={command.refusal}
      onAct={(reason) => void act(reason)}
      onClose={onClose}
    >
      <Present datum={datum} />
    </WeightyAct>
  )
}
