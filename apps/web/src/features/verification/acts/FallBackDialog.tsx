import { fallBackSeed } from '@quanheng/contract/draw'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import type { Verification } from '../verification.ts'

/** 改用当场报数: the agreed seed is given up in the open. */
const FallBackDialog = ({
  verification,
  onClose,
}: {
  readonly verification: Verification
  readonly onClose: () => void
}) => {
  const fallBack = useCommand(fallBackSeed, { onDone: onClose })
  const waiting = (verification.scope.agreement?.parties ?? []).filter(({ committedAt, revealedAt }) =>
    verification.state === 'committing' ? committedAt === null : revealedAt === null,
  )
  return (
    <WeightyAct
      act={t('改用当场报数')}
      object={verification.leafName}
      effects={[t('约定的种子不再使用，由各方在监督人面前当场报数抽样。')]}
      irreversible={[t('此项决定连同理由、未提交或未揭示的人，留在抽样记录中。')]}
      reason="required"
      pending={fallBack.pending}
      refusal={fallBack.refusal}
      onClose={onClose}
      onAct={(reason) =>
        fallBack.run({ params: { verificationId: verification.id }, body: { version: verification.version, reason } })
      }
    >
      <p>
        {waiting.length === 0
          ? t('双方均已揭示。')
          : t('尚未办理：{{names}}', { names: waiting.map(({ name }) => name).join(t('、')) })}
      </p>
    </WeightyAct>
  )
}

export default FallBackDialog
