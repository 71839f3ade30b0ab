import { approveMatter } from '@quanheng/contract/matter'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { HeadDecision } from '../../../shared/work/HeadDecision.tsx'
import type { Matter } from '../matter.ts'

/** 审定, by the head on screen or as the head wrote it. */
const ApproveDialog = ({ matter, onClose }: { readonly matter: Matter; readonly onClose: () => void }) => {
  const approve = useCommand(approveMatter, { onDone: onClose })
  return (
    <HeadDecision
      title={t('审定：{{title}}', { title: matter.title })}
      act={t('审定')}
      fields={{
        words: t('审定意见'),
        on: t('审定日期'),
        note: t('组长本人审定的不必附件；代为登记的，须附签批原件扫描件。'),
      }}
      today={matter.today}
      pending={approve.pending}
      refusal={approve.refusal}
      onAct={(said) =>
        void approve.run({ params: { matterId: matter.id }, body: { version: matter.version, ...said } })
      }
      onClose={onClose}
    />
  )
}

export default ApproveDialog
