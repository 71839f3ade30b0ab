import { witnessDraw } from '@quanheng/contract/draw'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { DrawFacts } from '../DrawRecord.tsx'
import type { Verification } from '../verification.ts'

/** 见证签字: the observer named in the draw signs exactly its record. */
const WitnessDialog = ({
  verification,
  onClose,
}: {
  readonly verification: Verification
  readonly onClose: () => void
}) => {
  const sign = useCommand(witnessDraw, {
    onDone: () => {
      notify(t('已见证签字'))
      onClose()
    },
  })
  const draw = verification.draws.find(({ cancellation }) => cancellation === null)
  if (!draw) return null
  return (
    <WeightyAct
      act={t('见证签字')}
      object={verification.leafName}
      digest={draw.digest}
      effects={[t('您以监督人身份证明：名单先定后抽，种子如记录所载，抽出的单位与记录一致。')]}
      pending={sign.pending}
      refusal={sign.refusal}
      onClose={onClose}
      onAct={() =>
        sign.run({
          params: { verificationId: verification.id },
          body: { version: verification.version, digest: draw.digest },
        })
      }
    >
      <DrawFacts draw={draw} />
    </WeightyAct>
  )
}

export default WitnessDialog
