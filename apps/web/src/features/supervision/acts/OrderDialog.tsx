import { orderSupervision } from '@quanheng/contract/supervision'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { HeadDecision } from '../../../shared/work/HeadDecision.tsx'
import type { Supervision } from '../supervision.ts'

/** 批准督查, by the head on screen or as the head wrote it. */
const OrderDialog = ({ supervision, onClose }: { readonly supervision: Supervision; readonly onClose: () => void }) => {
  const order = useCommand(orderSupervision, { onDone: onClose })
  return (
    <HeadDecision
      title={t('批准：{{title}}', { title: supervision.title })}
      act={t('批准')}
      fields={{
        words: t('批准意见'),
        on: t('批准日期'),
        note: t('组长本人批准的不必附件；代为登记的，须附签批原件扫描件。'),
      }}
      today={supervision.today}
      pending={order.pending}
      refusal={order.refusal}
      onAct={(said) =>
        void order.run({ params: { supervisionId: supervision.id }, body: { version: supervision.version, ...said } })
      }
      onClose={onClose}
    />
  )
}

export default OrderDialog
