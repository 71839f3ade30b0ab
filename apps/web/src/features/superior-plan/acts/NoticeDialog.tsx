import { listNotices } from '@quanheng/contract/notice'
import { takeSuperiorNotice } from '@quanheng/contract/superior-plan'
import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import type { SuperiorPlan } from '../superior-plan.ts'

/** 由文件导入: indicators as the notice reader found them; nothing that stands is overwritten. */
const NoticeDialog = ({ plan, onClose }: { readonly plan: SuperiorPlan; readonly onClose: () => void }) => {
  const asked = useQueryRoute(listNotices, { query: { size: 200 } })
  const [noticeId, setNotice] = useState<string>()
  const take = useCommand(takeSuperiorNotice, {
    onDone: ({ count }) => {
      notify(t('已导入 {{count}} 个指标，请逐个核对目标值和承担方式。', { count }))
      onClose()
    },
  })
  const id = useId()
  const rows = asked.data?.rows ?? []
  return (
    <Modal
      open
      title={t('由文件导入上级指标')}
      okText={t('导入')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: noticeId === undefined }}
      confirmLoading={take.pending}
      onOk={() =>
        noticeId !== undefined &&
        void take.run({ params: { superiorPlanId: plan.id }, body: { version: plan.version, noticeId } })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {asked.data && rows.length === 0 ? (
        <p>{t('还没有导入的文件。请先在“文件导入”上传上级方案，核对读出的指标。')}</p>
      ) : (
        <div className={styles.form}>
          <label htmlFor={id}>{t('导入的文件')}</label>
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={noticeId ?? null}
            placeholder={t('请选择')}
            options={rows.map((row) => ({ value: row.id, label: row.title ?? row.fileName }))}
            onChange={(value: string | null) => setNotice(value ?? undefined)}
          />
          <p className={styles.note}>{t('读出的指标排在已录入的之后；核对结果以“文件导入”中的为准。')}</p>
        </div>
      )}
      <Refusal refusal={asked.error ?? take.refusal} />
    </Modal>
  )
}

export default NoticeDialog
