import { askForCredits } from '@quanheng/contract/credit-register'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { UnitPick } from '../../../shared/unit/UnitPick.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Year } from '../credit.ts'

/** 布置报送: which bodies report deductions and vetoes, or zero, and until when. */
const AskDialog = ({ year, onClose }: { readonly year: Year; readonly onClose: () => void }) => {
  const [asked, setAsked] = useState(
    year.register.asked.map(({ unitId, unitName, due }) => ({ unitId, unitName, due })),
  )
  const [due, setDue] = useState(year.register.asked[0]?.due ?? '')
  const ask = useCommand(askForCredits, { onDone: onClose })
  const id = useId()
  const body = { version: year.register.version, asked: asked.map((one) => ({ unitId: one.unitId, due: one.due })) }
  return (
    <Modal
      open
      width={640}
      title={t('布置扣分、否决事项报送')}
      okText={t('布置')}
      cancelText={t('取消')}
      confirmLoading={ask.pending}
      onOk={() => ask.run({ params: { planId: year.planId }, body })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <p className={styles.note}>{t('点名的单位须在截止日前提出事项，没有的作零报告；全部回复后才能关账。')}</p>
        <label htmlFor={`${id}d`}>{t('报送截止')}</label>
        <Input
          id={`${id}d`}
          type="date"
          value={due}
          onChange={(event) => {
            setDue(event.target.value)
            setAsked(asked.map((one) => ({ ...one, due: event.target.value })))
          }}
        />
        <label htmlFor={`${id}u`}>{t('增加单位')}</label>
        <UnitPick
          id={`${id}u`}
          label={t('增加单位')}
          value=""
          onChange={(unitId, unitName) => {
            if (due !== '' && asked.every((one) => one.unitId !== unitId))
              setAsked([...asked, { unitId, unitName, due }])
          }}
        />
        {due === '' && <p className={styles.note}>{t('请先选定截止日期，再逐个增加单位。')}</p>}
        <ul className={styles.files}>
          {asked.map((one) => (
            <li key={one.unitId}>
              {one.unitName}{' '}
              <Button
                type="link"
                size="small"
                aria-label={t('移除 {{name}}', { name: one.unitName })}
                onClick={() => setAsked(asked.filter(({ unitId }) => unitId !== one.unitId))}
              >
                {t('移除')}
              </Button>
            </li>
          ))}
        </ul>
        <Refusal refusal={ask.refusal} />
      </div>
    </Modal>
  )
}

export default AskDialog
