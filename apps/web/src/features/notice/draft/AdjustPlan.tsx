import { adjustPlan } from '@quanheng/contract/notice'
import { listPlans, showPlan } from '@quanheng/contract/plan'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import formStyles from '../../../shared/form/form.module.css'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import type { Notice } from '../notice.ts'

interface Props {
  readonly notice: Notice
  readonly onClose: () => void
}

interface Chosen {
  readonly id: string
  readonly version: number
}

const reasonFrom = ({ title, documentNumber, fileName }: Notice): string =>
  documentNumber
    ? t('据《{{title}}》（{{number}}）修订', { title: title ?? fileName, number: documentNumber })
    : t('据《{{title}}》修订', { title: title ?? fileName })

/** 据此修订方案: which plan the notice adjusts, and why; each change then waits in its 方案校核. */
const AdjustPlan = ({ notice, onClose }: Props) => {
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<Chosen>()
  const [reason, setReason] = useState(() => reasonFrom(notice))
  const id = useId()
  const command = useCommand(adjustPlan, {
    onDone: ({ changes }) => {
      notify(t('{{count}} 条调整已列入方案校核，请逐条处理', { count: changes }))
      if (chosen)
        void navigate({ to: '/plans/$planId', params: { planId: chosen.id }, search: { tab: 'findings' } as never })
    },
  })
  const send = () => {
    if (!chosen) return
    const body = { version: notice.version, planId: chosen.id, planVersion: chosen.version, reason }
    void command.run({ params: { noticeId: notice.id }, body })
  }
  return (
    <Modal
      open
      title={t('据此修订方案')}
      okText={t('列入方案校核')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: chosen === undefined || reason.trim() === '' }}
      confirmLoading={command.pending}
      onOk={send}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={formStyles.form}>
        <p>
          {t('已采用的每条调整列入所选方案的方案校核，逐条点击写入；已印发的方案先另起修订稿，印发前原版继续执行。')}
        </p>
        <ChoosePlan unitId={notice.unitId} onChoose={setChosen} />
        <div className={formStyles.field}>
          <label htmlFor={id}>{t('修订理由')}</label>
          <Input.TextArea id={id} rows={2} value={reason} onChange={({ target }) => setReason(target.value)} />
        </div>
        <Refusal refusal={command.refusal} />
      </div>
    </Modal>
  )
}

const ChoosePlan = ({
  unitId,
  onChoose,
}: {
  readonly unitId: string
  readonly onChoose: (chosen: Chosen | undefined) => void
}) => {
  const [planId, setPlanId] = useState<string>()
  const plans = useQueryRoute(listPlans, { query: { size: '200' } })
  const own = (plans.data?.rows ?? []).filter((row) => row.ownerUnitId === unitId && row.state !== 'discarded')
  const id = useId()
  return (
    <div className={formStyles.field}>
      <label htmlFor={id}>{t('这份文件调整的方案')}</label>
      <Select
        id={id}
        placeholder={t('请选择')}
        loading={plans.data === undefined}
        value={planId ?? null}
        onChange={(value: string) => {
          onChoose(undefined)
          setPlanId(value)
        }}
        options={own.map(({ id: value, title }) => ({ value, label: title }))}
        notFoundContent={t('本单位还没有方案。请先起草，或导入原方案。')}
      />
      <Refusal refusal={plans.error} />
      {planId !== undefined && <Standing key={planId} planId={planId} onChoose={onChoose} />}
    </div>
  )
}

/** What becomes of the chosen plan; one that may not be changed now is not chosen. */
const Standing = ({
  planId,
  onChoose,
}: {
  readonly planId: string
  readonly onChoose: (chosen: Chosen | undefined) => void
}) => {
  const plan = useQueryRoute(showPlan, { params: { planId } })
  const { may = [], version } = plan.data ?? {}
  const [told, setTold] = useState<number>()
  const changeable = may.includes('edit') || may.includes('revise')
  if (version !== undefined && told !== version) {
    setTold(version)
    onChoose(changeable ? { id: planId, version } : undefined)
  }
  if (plan.data === undefined) return <Refusal refusal={plan.error} />
  return (
    <span className={formStyles.help}>
      {may.includes('edit')
        ? t('还在起草，直接列入。')
        : changeable
          ? t('已印发第 {{number}} 版，将另起修订稿。', { number: plan.data.number })
          : t('这个方案现在不能修改。请先完成或放弃它正在进行的环节。')}
    </span>
  )
}

export default AdjustPlan
