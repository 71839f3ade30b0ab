import {
  cancelSupervision,
  concludeSupervision,
  proposeSupervision,
  returnSupervision,
} from '@quanheng/contract/supervision'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Supervision } from '../supervision.ts'

export type PlainAct = 'propose' | 'return' | 'cancel' | 'conclude'

interface Props {
  readonly supervision: Supervision
  readonly act: PlainAct
  readonly onClose: () => void
}

const effectOf = (act: PlainAct): string => {
  switch (act) {
    case 'propose':
      return t('报请组长批准；批准前不能再修改。')
    case 'return':
      return t('退回考评办修改。')
    case 'cancel':
      return t('不再开展，记录保留。')
    case 'conclude':
      return t('结束督查，并在通报简报中起草督查通报，送领导小组和被督查单位；整改继续办理。')
  }
}

/** An act on the order that needs at most its reason, or a few words on the whole. */
const PlainDialog = ({ supervision, act, onClose }: Props) => {
  const [scan, setScan] = useState<Scan>()
  const [words, setWords] = useState('')
  const id = useId()
  const options = { onDone: onClose }
  const propose = useCommand(proposeSupervision, options)
  const back = useCommand(returnSupervision, options)
  const cancel = useCommand(cancelSupervision, options)
  const conclude = useCommand(concludeSupervision, options)
  const all = [propose, back, cancel, conclude]
  const params = { supervisionId: supervision.id }
  const { version } = supervision
  const run = (reason: string) => {
    switch (act) {
      case 'propose':
        return propose.run({ params, body: { version } })
      case 'return':
        return back.run({ params, body: { version, reason, scanDigest: scan?.digest ?? null } })
      case 'cancel':
        return cancel.run({ params, body: { version, reason } })
      case 'conclude':
        return conclude.run({ params, body: { version, words } })
    }
  }
  return (
    <WeightyAct
      act={word('supervisionCommand', act)}
      object={supervision.title}
      effects={[effectOf(act)]}
      {...((act === 'return' || act === 'cancel') && { reason: 'required' as const })}
      pending={all.some((one) => one.pending)}
      refusal={all.find((one) => one.refusal)?.refusal}
      onClose={onClose}
      onAct={(reason) => void run(reason)}
    >
      <p className={styles.words}>
        {t('内容：{{subjects}}；单位{{units}}个。', {
          subjects: supervision.subjects.join('、'),
          units: supervision.units,
        })}
      </p>
      {act === 'return' && (
        <div className={styles.form}>
          <ScanField label={t('签批原件')} scan={scan} onStored={setScan} />
        </div>
      )}
      {act === 'conclude' && (
        <div className={styles.form}>
          <label htmlFor={id}>{t('总体评价')}</label>
          <Input.TextArea
            id={id}
            rows={4}
            maxLength={2_000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      )}
    </WeightyAct>
  )
}

export default PlainDialog
