import { cancelDraw } from '@quanheng/contract/draw'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import type { Verification } from '../verification.ts'

/** Makes a draw void before any visit. */
const CancelDrawDialog = ({
  verification,
  onClose,
}: {
  readonly verification: Verification
  readonly onClose: () => void
}) => {
  const cancel = useCommand(cancelDraw, { onDone: onClose })
  const standing = verification.draws.find((draw) => draw.cancellation === null)
  return (
    <WeightyAct
      act={t('取消抽样')}
      object={verification.leafName}
      effects={[t('抽样结果作废，须重新抽样。')]}
      irreversible={[t('作废的抽样连同理由留在记录中，任何人都能看到。')]}
      reason="required"
      pending={cancel.pending}
      refusal={cancel.refusal}
      onClose={onClose}
      onAct={(reason) =>
        cancel.run({ params: { verificationId: verification.id }, body: { version: verification.version, reason } })
      }
    >
      <p>{t('已抽出：{{units}}', { units: standing?.picked.map(({ unitName }) => unitName).join('、') ?? '' })}</p>
    </WeightyAct>
  )
}

export default CancelDrawDialog
