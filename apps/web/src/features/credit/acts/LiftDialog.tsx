import { liftCredit } from '@quanheng/contract/credit'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../../../shared/work/work.module.css'
import type { Credit } from '../credit.ts'
import { DecisionFields, nothingDecided, wholeDecision } from './DecisionFields.tsx'

/** 登记解除决定 of a veto or of an entry decided in error; it stands until a second person has compared the minutes. */
const LiftDialog = ({ credit, onClose }: { readonly credit: Credit; readonly onClose: () => void }) => {
  const [decided, setDecided] = useState(nothingDecided)
  const [tried, setTried] = useState(false)
  const lift = useCommand(liftCredit, { onDone: onClose })
  const decision = wholeDecision(decided)
  return (
    <WeightyAct
      act={t('登记解除决定')}
      object={credit.matter}
      effects={[t('复核之前仍然计入；复核之后不再计入，已锁定未印发的年度结果随之失效。')]}
      pending={lift.pending}
      refusal={lift.refusal}
      onClose={onClose}
      onAct={() => {
        setTried(true)
        if (decision) void lift.run({ params: { creditId: credit.id }, body: { version: credit.version, decision } })
      }}
    >
      <DecisionFields value={decided} onChange={setDecided} />
      {tried && !decision && (
        <p role="alert" className={styles.fault}>
          {t('请填齐日期、审定机构和决定内容，并附扫描件。')}
        </p>
      )}
    </WeightyAct>
  )
}

export default LiftDialog
