import { scheduleSuperiorPlan } from '@quanheng/contract/superior-plan'
import { cadences, longestWait, type ProgressCalendar } from '@quanheng/domain/superior-plan/rounds'
import { Input, InputNumber, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import type { SuperiorPlan } from '../superior-plan.ts'

/** 调度日历: monthly or quarterly, by which working day, from when on. */
const CalendarDialog = ({ plan, onClose }: { readonly plan: SuperiorPlan; readonly onClose: () => void }) => {
  const [cadence, setCadence] = useState<ProgressCalendar['cadence']>(plan.calendar?.cadence ?? 'month')
  const [workingDay, setWorkingDay] = useState<number | null>(plan.calendar?.workingDay ?? 5)
  const [from, setFrom] = useState(plan.calendar?.from ?? plan.issuedOn ?? plan.today)
  const save = useCommand(scheduleSuperiorPlan, { onDone: onClose })
  const id = useId()
  return (
    <Modal
      open
      title={t('调度日历')}
      okText={t('保存')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: workingDay === null || from === '' }}
      confirmLoading={save.pending}
      onOk={() =>
        workingDay !== null &&
        void save.run({
          params: { superiorPlanId: plan.id },
          body: { version: plan.version, calendar: { cadence, workingDay, from } },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <span>{t('报告周期')}</span>
        <Radio.Group
          value={cadence}
          onChange={(event) => setCadence(event.target.value as ProgressCalendar['cadence'])}
          options={cadences.map((value) => ({ value, label: word('cadence', value) }))}
        />
        <label htmlFor={`${id}d`}>{t('期满后第几个工作日前报')}</label>
        <InputNumber
          id={`${id}d`}
          min={1}
          max={longestWait}
          precision={0}
          value={workingDay}
          onChange={setWorkingDay}
        />
        <label htmlFor={`${id}f`}>{t('自何日起')}</label>
        <Input id={`${id}f`} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        <p className={styles.note}>{t('该日及以后结束的各期须报告。工作日按节假日调休表计算。')}</p>
      </div>
      <Refusal refusal={save.refusal} />
    </Modal>
  )
}

export default CalendarDialog
