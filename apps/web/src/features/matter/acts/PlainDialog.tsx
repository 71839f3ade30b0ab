import { cancelMatter, closeRound, proposeMatter, proposeMatterDirect, returnMatter } from '@quanheng/contract/matter'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Matter } from '../matter.ts'

export type PlainAct = 'proposeDirect' | 'close' | 'propose' | 'return' | 'cancel'

interface Props {
  readonly matter: Matter
  readonly act: PlainAct
  readonly onClose: () => void
}

const effectOf = (act: PlainAct): string => {
  switch (act) {
    case 'proposeDirect':
      return t('紧急、特殊事项不征求成员意见，直接报组长；理由留痕，可在列表中单独查出。')
    case 'close':
      return t('结束征求意见，进入修改完善。')
    case 'propose':
      return t('报请组长审定；审定前不能再修改。')
    case 'return':
      return t('退回考评办修改。')
    case 'cancel':
      return t('不再办理，记录保留。')
  }
}

/** An act on the matter that needs nothing but, at most, its reason. */
const PlainDialog = ({ matter, act, onClose }: Props) => {
  const [tellMembers, setTell] = useState(true)
  const [scan, setScan] = useState<Scan>()
  const options = { onDone: onClose }
  const direct = useCommand(proposeMatterDirect, options)
  const close = useCommand(closeRound, options)
  const propose = useCommand(proposeMatter, options)
  const back = useCommand(returnMatter, options)
  const cancel = useCommand(cancelMatter, options)
  const all = [direct, close, propose, back, cancel]
  const params = { matterId: matter.id }
  const { version } = matter
  const run = (reason: string) => {
    switch (act) {
      case 'proposeDirect':
        return direct.run({ params, body: { version, reason, tellMembers } })
      case 'close':
        return close.run({ params, body: { version } })
      case 'propose':
        return propose.run({ params, body: { version } })
      case 'return':
        return back.run({ params, body: { version, reason, scanDigest: scan?.digest ?? null } })
      case 'cancel':
        return cancel.run({ params, body: { version, reason } })
    }
  }
  const reasoned = act === 'proposeDirect' || act === 'return' || act === 'cancel'
  return (
    <WeightyAct
      act={word('matterCommand', act)}
      object={matter.title}
      effects={[effectOf(act)]}
      {...(reasoned && { reason: 'required' as const })}
      pending={all.some((one) => one.pending)}
      refusal={all.find((one) => one.refusal)?.refusal}
      onClose={onClose}
      onAct={(reason) => void run(reason)}
    >
      <p className={styles.words}>{matter.wording || t('还没有正文。')}</p>
      {act === 'proposeDirect' && (
        <Checkbox checked={tellMembers} onChange={(event) => setTell(event.target.checked)}>
          {t('审定后告知领导小组全体成员')}
        </Checkbox>
      )}
      {act === 'return' && (
        <div className={styles.form}>
          <ScanField label={t('签批原件')} scan={scan} onStored={setScan} />
        </div>
      )}
    </WeightyAct>
  )
}

export default PlainDialog
