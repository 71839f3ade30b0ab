import { beginEvaluation, evaluationFigures } from '@quanheng/contract/evaluation'
import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'

interface Props {
  readonly onBegun: (evaluationId: string) => void
  readonly onClose: () => void
}

/** 起草: for which figure that the own body owes. */
const BeginDialog = ({ onBegun, onClose }: Props) => {
  const asked = useQueryRoute(evaluationFigures, {})
  const rows = asked.data?.rows ?? []
  const [chosen, setChosen] = useState<number>()
  const begin = useCommand(beginEvaluation, {
    onDone: ({ evaluationId }) => {
      onBegun(evaluationId)
      onClose()
    },
  })
  const id = useId()
  const row = chosen === undefined ? undefined : rows[chosen]
  return (
    <Modal
      open
      width={680}
      title={t('起草评议')}
      okText={t('起草')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: row === undefined }}
      confirmLoading={begin.pending}
      onOk={() => row && void begin.run({ body: { planId: row.planId, elementKey: row.elementKey } })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Refusal refusal={asked.error} />
      {asked.data && rows.length === 0 ? (
        <p>{t('没有可评议的数据：已印发的方案里没有由本单位提供的数值或评定，或者都已起草评议。')}</p>
      ) : (
        <div className={styles.form}>
          <label htmlFor={id}>{t('评议结果作为')}</label>
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={chosen ?? null}
            placeholder={t('选择方案里的一项数据')}
            options={rows.map((one, at) => ({
              value: at,
              label: t('{{name}}（{{count}} 个单位）', { name: one.elementName, count: one.units }),
            }))}
            onChange={(next: number) => setChosen(next)}
          />
          {row && (
            <p className={styles.note}>{t('《{{plan}}》，{{due}} 前报送。', { plan: row.planTitle, due: row.due })}</p>
          )}
        </div>
      )}
      <Refusal refusal={begin.refusal} />
    </Modal>
  )
}

export default BeginDialog
