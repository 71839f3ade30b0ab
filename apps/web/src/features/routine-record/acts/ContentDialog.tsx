import { beginRoutineRecord, editRoutineRecord, routineSubjects } from '@quanheng/contract/routine-record'
import { type RoutineEffect, routineEffects } from '@quanheng/domain/routine-record/model'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { RoutineRecord } from '../routine-record.ts'
import { SubjectFields } from './SubjectFields.tsx'

interface Props {
  /** A record that is changed; absent for a new one. */
  readonly record?: RoutineRecord
  readonly onBegun?: (routineRecordId: string) => void
  readonly onClose: () => void
}

/** 录入、修改平时记录: of whom and which indicator, what happened when, where it stands, what is proposed. */
const ContentDialog = ({ record, onBegun, onClose }: Props) => {
  const [subject, setSubject] = useState({ planId: '', leafKey: '', unitId: '' })
  const [happenedOn, setDay] = useState(record?.happenedOn ?? '')
  const [happening, setHappening] = useState(record?.happening ?? '')
  const [source, setSource] = useState(record?.source ?? '')
  const [effect, setEffect] = useState<RoutineEffect>(record?.effect ?? 'none')
  const [points, setPoints] = useState(record?.points ?? '')
  const [proposalBasis, setBasis] = useState(record?.proposalBasis ?? '')
  const [files, setFiles] = useState<readonly StoredFile[]>(record?.files ?? [])
  const begin = useCommand(beginRoutineRecord, {
    onDone: ({ routineRecordId }) => {
      onClose()
      onBegun?.(routineRecordId)
    },
  })
  const edit = useCommand(editRoutineRecord, { onDone: onClose })
  const id = useId()
  const run = () => {
    const proposed = effect === 'none' ? { proposalBasis: '', points: '' } : { proposalBasis, points }
    const content = { happenedOn, happening, source, effect, ...proposed, files: [...files] }
    return record
      ? edit.run({ params: { routineRecordId: record.id }, body: { version: record.version, content } })
      : begin.run({ body: { ...subject, content } })
  }
  const isChosen = record !== undefined || (subject.leafKey !== '' && subject.unitId !== '')
  return (
    <Modal
      open
      width={720}
      title={record ? t('修改平时记录') : t('录入平时记录')}
      okText={t('保存')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !isChosen || happenedOn === '' }}
      confirmLoading={begin.pending || edit.pending}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        {record ? (
          <>
            <span>{t('单位')}</span>
            <span>{record.unitName}</span>
            <span>{t('指标')}</span>
            <span>{record.indicator}</span>
          </>
        ) : (
          <Subject value={subject} onChange={setSubject} />
        )}
        <label htmlFor={`${id}d`}>{t('发生日期')}</label>
        <Input id={`${id}d`} type="date" value={happenedOn} onChange={(event) => setDay(event.target.value)} />
        <label htmlFor={`${id}h`}>{t('记录事项')}</label>
        <Input.TextArea
          id={`${id}h`}
          rows={3}
          maxLength={2_000}
          placeholder={t('什么事、什么情况')}
          value={happening}
          onChange={(event) => setHappening(event.target.value)}
        />
        <label htmlFor={`${id}s`}>{t('来源文件')}</label>
        <Input
          id={`${id}s`}
          maxLength={300}
          placeholder={t('如通报的文号、会议纪要、检查记录')}
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
        <span>{t('拟作处理')}</span>
        <Radio.Group
          value={effect}
          onChange={(event) => setEffect(event.target.value as RoutineEffect)}
          options={routineEffects.map((value) => ({ value, label: word('routineEffect', value) }))}
        />
        {effect !== 'none' && (
          <>
            <label htmlFor={`${id}p`}>{t('分值')}</label>
            <Input
              id={`${id}p`}
              value={points}
              suffix={t('分')}
              maxLength={60}
              onChange={(event) => setPoints(event.target.value)}
            />
            <label htmlFor={`${id}b`}>{t('依据')}</label>
            <Input.TextArea
              id={`${id}b`}
              rows={2}
              maxLength={500}
              placeholder={t('条款或评分标准')}
              value={proposalBasis}
              onChange={(event) => setBasis(event.target.value)}
            />
          </>
        )}
        <span>{t('佐证材料')}</span>
        <FilesField label={t('选择文件')} files={files} onChange={setFiles} />
        <p className={styles.note}>
          {t('保存为草稿；提交后由科室另一位负责人审核，审核通过即告知单位。平时记录不直接改变得分。')}
        </p>
      </div>
      <Refusal refusal={begin.refusal ?? edit.refusal} />
    </Modal>
  )
}

type SubjectProps = Omit<Parameters<typeof SubjectFields>[0], 'subjects'>

const Subject = (props: SubjectProps) => {
  const asked = useQueryRoute(routineSubjects, {})
  if (!asked.data)
    return (
      <p>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </p>
    )
  if (asked.data.plans.length === 0)
    return <p>{t('没有由您所在科室评分的指标。方案印发、评分表生成后，由评分科室的经办人、负责人录入。')}</p>
  return <SubjectFields subjects={asked.data} {...props} />
}

export default ContentDialog
