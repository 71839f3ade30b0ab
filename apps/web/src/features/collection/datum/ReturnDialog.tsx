import { returnDatum } from '@quanheng/contract/datum'
import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import styles from '../collection.module.css'
import { Labelled } from '../Labelled.tsx'
import type { ShownDatum } from '../row.ts'
import { sayMeasured } from '../say.ts'

interface Props {
  readonly datum: ShownDatum
  readonly onClose: () => void
}

type To = 'reporter' | 'head'

/** Who is meant by the reporter and the head of a figure, by whom it is asked of. */
const sayTo = (to: To, source: ShownDatum['source']): string => {
  if (to === 'head') return source === 'appraisedUnit' || source === 'provider' ? t('单位负责人') : t('科室负责人')
  return source === 'appraisedUnit' ? t('填报人') : source === 'provider' ? t('数据提供人') : t('经办人')
}

/** 退回修改: to whom, what is wrong, until when it is put right. */
export const ReturnDialog = ({ datum, onClose }: Props) => {
  const [to, setTo] = useState<To>('reporter')
  const [until, setUntil] = useState('')
  const [tried, setTried] = useState(false)
  const command = useCommand(returnDatum)
  const act = async (reason: string) => {
    setTried(true)
    if (until === '') return
    const body = { version: datum.version, reason, until, to }
    if (!(await command.run({ params: { datumId: datum.id }, body }))) return
    notify(t('已退回'))
    onClose()
  }
  return (
    <WeightyAct
      act={t('退回修改')}
      object={`${datum.unitName} ${datum.element.name}`}
      effects={[
        to === 'reporter'
          ? t('由原填报人更正后重新报送；此前的数据仍保留在填报记录中。')
          : t('数据不变，由负责人重新确认，或再退回填报人修改。'),
        t('在修改期限内改报不算逾期；期满未报的锁定，须申请补报。'),
      ]}
      reason="required"
      pending={command.pending}
      refusal={command.refusal}
      onAct={(reason) => void act(reason)}
      onClose={onClose}
    >
      <p>
        {datum.unitName} {datum.element.name}：
        <strong>{datum.last ? sayMeasured(datum, datum.last.value) : '—'}</strong>
      </p>
      <div className={styles.fields}>
        {datum.may.includes('returnToHead') && (
          <fieldset className={styles.label}>
            <legend>{t('退回对象')}</legend>
            <Radio.Group value={to} onChange={(event) => setTo(event.target.value as To)}>
              <Radio value="reporter">{sayTo('reporter', datum.source)}</Radio>
              <Radio value="head">{sayTo('head', datum.source)}</Radio>
            </Radio.Group>
          </fieldset>
        )}
        <Labelled label={t('修改期限')}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={until}
              status={tried && until === '' ? 'error' : ''}
              aria-required
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Labelled>
      </div>
      {tried && until === '' && (
        <p role="alert" className={styles.fault}>
          {t('请填写修改期限。')}
        </p>
      )}
    </WeightyAct>
  )
}
