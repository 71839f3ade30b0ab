import { listPlans } from '@quanheng/contract/plan'
import { fileRemark, remarkItemsOf, remarkSubjectsOf } from '@quanheng/contract/remark'
import { type RemarkSubject, remarkSubjects } from '@quanheng/domain/remark/model'
import { Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from './remarks.module.css'

interface Chosen {
  readonly noun: RemarkSubject
  readonly sheetId?: string | undefined
  readonly itemId?: string | undefined
  readonly drawId?: string | undefined
}

const subjectOf = ({ noun, sheetId = '', itemId = '', drawId = '' }: Chosen) => {
  switch (noun) {
    case 'year':
      return { noun } as const
    case 'sheet':
      return { noun, sheetId } as const
    case 'item':
      return { noun, itemId } as const
    case 'draw':
      return { noun, drawId } as const
  }
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

const Choice = ({ label, value, options, onChange }: ChoiceProps) => {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        value={value ?? null}
        placeholder={t('请选择')}
        options={[...options]}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
      />
    </>
  )
}

/** What of the plan it is about. */
const About = ({
  planId,
  chosen,
  onChange,
}: {
  readonly planId: string
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
}) => {
  const found = useQueryRoute(remarkSubjectsOf, { params: { planId } }).data
  const { noun, sheetId } = chosen
  return (
    <>
      <Radio.Group
        aria-label={t('对象')}
        value={noun}
        options={remarkSubjects.map((value) => ({ value, label: word('remarkSubject', value) }))}
        onChange={(event) => onChange({ noun: event.target.value as RemarkSubject })}
      />
      {(noun === 'sheet' || noun === 'item') && (
        <Choice
          label={t('评分表')}
          value={sheetId}
          options={(found?.sheets ?? []).map((sheet) => ({ value: sheet.sheetId, label: sheet.name }))}
          onChange={(value) => onChange({ noun, sheetId: value })}
        />
      )}
      {noun === 'item' && sheetId !== undefined && (
        <Items sheetId={sheetId} value={chosen.itemId} onChange={(itemId) => onChange({ ...chosen, itemId })} />
      )}
      {noun === 'draw' && (
        <Choice
          label={t('抽样')}
          value={chosen.drawId}
          options={(found?.draws ?? []).map((draw) => ({ value: draw.drawId, label: draw.name }))}
          onChange={(drawId) => onChange({ noun, drawId })}
        />
      )}
    </>
  )
}

const Items = ({
  sheetId,
  value,
  onChange,
}: Pick<ChoiceProps, 'value' | 'onChange'> & { readonly sheetId: string }) => {
  const items = useQueryRoute(remarkItemsOf, { params: { sheetId } }).data?.items ?? []
  return (
    <Choice
      label={t('单位')}
      value={value}
      options={items.map((item) => ({ value: item.itemId, label: item.unitName }))}
      onChange={onChange}
    />
  )
}

/** 提出监督意见: about a draw, a sheet, a unit's item or the whole year. */
const RemarkDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const plans = useQueryRoute(listPlans, { query: { size: '200' } }).data?.rows ?? []
  const [planId, setPlan] = useState<string>()
  const [chosen, setChosen] = useState<Chosen>({ noun: 'year' })
  const [words, setWords] = useState('')
  const file = useCommand(fileRemark, { onDone: onClose })
  const id = useId()
  const isWhole =
    planId !== undefined &&
    (chosen.noun === 'year' ||
      (chosen.noun === 'sheet' ? chosen.sheetId : (chosen.itemId ?? chosen.drawId)) !== undefined)
  return (
    <Modal
      open
      title={t('提出监督意见')}
      okText={t('提出')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !isWhole || words.trim() === '' }}
      confirmLoading={file.pending}
      onOk={() => planId && file.run({ params: { planId }, body: { subject: subjectOf(chosen), words } })}
      onCancel={onClose}
      width={640}
    >
      <div className={styles.form}>
        <Choice
          label={t('考评方案')}
          value={planId}
          options={plans.map((plan) => ({ value: plan.id, label: plan.title }))}
          onChange={(value) => {
            setPlan(value)
            setChosen({ noun: 'year' })
          }}
        />
        {planId !== undefined && <About planId={planId} chosen={chosen} onChange={setChosen} />}
        <label htmlFor={id}>{t('意见')}</label>
        <Input.TextArea
          id={id}
          rows={4}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <p className={styles.note}>{t('须由方案责任单位具名答复；答复之前，结果不能锁定，文件不能编号印发。')}</p>
        <Refusal refusal={file.refusal} />
      </div>
    </Modal>
  )
}

export default RemarkDialog
