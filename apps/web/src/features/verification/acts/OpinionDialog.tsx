import { giveOpinion } from '@quanheng/contract/verification'
import type { DatumValue } from '@quanheng/domain/datum/model'
import { Checkbox, Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../verification.module.css'
import { type Datum, sayValue, type Unit, type Verification } from '../verification.ts'

interface Props {
  readonly verification: Verification
  readonly unit: Unit
  readonly onClose: () => void
}

interface Typed {
  readonly text: string
  readonly ticked: readonly string[]
  readonly reason: string
}

const givenValue = ({ type }: Datum, { text, ticked }: Typed): DatumValue => {
  switch (type) {
    case 'quantity':
      return { kind: 'quantity', value: text }
    case 'count':
      return { kind: 'count', n: text }
    case 'judgement':
      return { kind: 'judgement', points: text }
    case 'fact':
      return { kind: 'fact', met: text === 'true' }
    case 'checklist':
      return { kind: 'checklist', ticked: [...ticked] }
  }
}

interface ChangeProps {
  readonly datum: Datum
  readonly value: Typed | undefined
  readonly onChange: (value: Typed | undefined) => void
}

const blank: Typed = { text: '', ticked: [], reason: '' }

/** One figure: as reported, or what it should be and why. */
const Change = ({ datum, value, onChange }: ChangeProps) => {
  const id = useId()
  return (
    <fieldset className={styles.change}>
      <legend>
        {t('{{name}} 上报 {{value}}{{unit}}', {
          name: datum.name,
          value: sayValue(datum.reported, datum.type) ?? t('缺'),
          unit: datum.unit,
        })}
      </legend>
      <Checkbox checked={value !== undefined} onChange={(event) => onChange(event.target.checked ? blank : undefined)}>
        {t('应予改动')}
      </Checkbox>
      {value && (
        <div className={styles.form}>
          <label htmlFor={`${id}v`}>{datum.unit ? t('核验数（{{unit}}）', { unit: datum.unit }) : t('核验结果')}</label>
          {datum.type === 'fact' ? (
            <Radio.Group
              id={`${id}v`}
              value={value.text}
              options={[
                { value: 'true', label: t('是') },
                { value: 'false', label: t('否') },
              ]}
              onChange={(event) => onChange({ ...value, text: String(event.target.value) })}
            />
          ) : datum.type === 'checklist' ? (
            <Select
              id={`${id}v`}
              mode="multiple"
              value={[...value.ticked]}
              options={datum.entries.map(({ key, name }) => ({ value: key, label: name }))}
              onChange={(ticked: string[]) => onChange({ ...value, ticked })}
            />
          ) : (
            <Input
              id={`${id}v`}
              maxLength={60}
              value={value.text}
              onChange={(event) => onChange({ ...value, text: event.target.value })}
            />
          )}
          <label htmlFor={`${id}r`}>{t('理由')}</label>
          <Input.TextArea
            id={`${id}r`}
            rows={2}
            maxLength={2000}
            value={value.reason}
            onChange={(event) => onChange({ ...value, reason: event.target.value })}
          />
        </div>
      )}
    </fieldset>
  )
}

/** 评分意见 on one unit: 属实, or which figures should be others. Points are never proposed; they follow from the figures. */
const OpinionDialog = ({ verification, unit, onClose }: Props) => {
  const [changes, setChanges] = useState<Readonly<Record<string, Typed | undefined>>>({})
  const opine = useCommand(giveOpinion, { onDone: onClose })
  const proposed = unit.data.flatMap((datum) => {
    const typed = changes[datum.datumId]
    return typed ? [{ datumId: datum.datumId, value: givenValue(datum, typed), reason: typed.reason }] : []
  })
  return (
    <Modal
      open
      title={t('评分意见：{{unit}}', { unit: unit.unitName })}
      okText={proposed.length === 0 ? t('属实') : t('建议改动')}
      cancelText={t('取消')}
      confirmLoading={opine.pending}
      onOk={() =>
        opine.run({
          params: { verificationId: verification.id },
          body: { version: verification.version, unitId: unit.unitId, changes: proposed },
        })
      }
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p className={styles.note}>{t('意见针对数据，得分由规则重新计算。数据无误的直接选“属实”。')}</p>
        {unit.data.map((datum) => (
          <Change
            key={datum.datumId}
            datum={datum}
            value={changes[datum.datumId]}
            onChange={(value) => setChanges({ ...changes, [datum.datumId]: value })}
          />
        ))}
        <Refusal refusal={opine.refusal} />
      </div>
    </Modal>
  )
}

export default OpinionDialog
