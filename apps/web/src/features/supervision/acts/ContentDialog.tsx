import { beginSupervision, editSupervision, supervisionGround } from '@quanheng/contract/supervision'
import { supervisionKinds } from '@quanheng/domain/supervision/model'
import { type Ladder, usualLadder } from '@quanheng/domain/supervision/ticket'
import { Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Supervision } from '../supervision.ts'
import { LadderFields } from './LadderFields.tsx'

interface Props {
  /** An order whose draft is changed; absent for a new one. */
  readonly supervision?: Supervision
  readonly onBegun?: (supervisionId: string) => void
  readonly onClose: () => void
}

const sayUnit = (
  { name, supervised, verified, planned }: { name: string; supervised: number; verified: number; planned: number },
  year: number,
): string => {
  const visited = supervised + verified
  if (visited + planned === 0) return t('{{name}}（{{year}}年未走访）', { name, year })
  return t('{{name}}（{{year}}年已走访{{visited}}次，待走访{{planned}}次）', { name, year, visited, planned })
}

/** 起草、修改督查方案: whom, on what, between which days, and what follows what is found. */
const ContentDialog = ({ supervision, onBegun, onClose }: Props) => {
  const ground = useQueryRoute(supervisionGround, {}).data
  const [kind, setKind] = useState<Supervision['kind']>(supervision?.kind ?? 'routine')
  const [title, setTitle] = useState(supervision?.title ?? '')
  const [basis, setBasis] = useState(supervision?.basis ?? '')
  const [wording, setWording] = useState(supervision?.wording ?? '')
  const [subjects, setSubjects] = useState<readonly string[]>(supervision?.subjects ?? [])
  const [unitIds, setUnits] = useState<readonly string[]>(supervision?.unitIds ?? [])
  const [from, setFrom] = useState(supervision?.from ?? '')
  const [to, setTo] = useState(supervision?.to ?? '')
  const [changed, setLadder] = useState<Ladder | undefined>(supervision?.ladder)
  const begin = useCommand(beginSupervision, {
    onDone: ({ supervisionId }) => {
      onBegun?.(supervisionId)
      onClose()
    },
  })
  const edit = useCommand(editSupervision, { onDone: onClose })
  const id = useId()
  const ladder = changed ?? ground?.ladder ?? usualLadder
  const content = {
    kind,
    title,
    basis,
    wording,
    subjects: [...subjects],
    unitIds: [...unitIds],
    from: from || null,
    to: to || null,
    ladder: { ...ladder, follows: { ...ladder.follows } },
  }
  const run = () =>
    supervision
      ? edit.run({ params: { supervisionId: supervision.id }, body: { version: supervision.version, content } })
      : begin.run({ body: { content } })
  return (
    <Modal
      open
      width={860}
      title={supervision ? t('修改：{{title}}', { title: supervision.title }) : t('起草督查方案')}
      okText={t('保存')}
      cancelText={t('取消')}
      confirmLoading={begin.pending || edit.pending}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={`${styles.form} ${styles.tall}`}>
        <span>{t('类型')}</span>
        <Radio.Group
          value={kind}
          onChange={(event) => setKind(event.target.value as Supervision['kind'])}
          options={supervisionKinds.map((value) => ({ value, label: word('supervisionKind', value) }))}
        />
        <label htmlFor={`${id}t`}>{t('督查名称')}</label>
        <Input id={`${id}t`} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
        <label htmlFor={`${id}b`}>{t('依据')}</label>
        <Input
          id={`${id}b`}
          maxLength={500}
          placeholder={t('年度督查计划、会议决定或领导小组的部署')}
          value={basis}
          onChange={(event) => setBasis(event.target.value)}
        />
        <label htmlFor={`${id}s`}>{t('督查内容')}</label>
        <Select
          id={`${id}s`}
          mode="tags"
          maxTagTextLength={24}
          placeholder={t('选择指标，或输入专题名称后回车')}
          value={[...subjects]}
          options={(ground?.subjects ?? []).map((value) => ({ value, label: value }))}
          onChange={setSubjects}
        />
        <label htmlFor={`${id}u`}>{t('被督查单位')}</label>
        <Select
          id={`${id}u`}
          mode="multiple"
          optionFilterProp="label"
          placeholder={t('选择单位，可看到年内已走访次数')}
          value={[...unitIds]}
          options={(ground?.units ?? []).map((unit) => ({
            value: unit.unitId,
            label: sayUnit(unit, ground?.year ?? 0),
          }))}
          onChange={setUnits}
        />
        <label htmlFor={`${id}f`}>{t('督查期间')}</label>
        <span className={styles.pair}>
          <Input id={`${id}f`} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          <Input type="date" aria-label={t('督查期间止')} value={to} onChange={(event) => setTo(event.target.value)} />
        </span>
        <label htmlFor={`${id}w`}>{t('方式和要求')}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={4}
          maxLength={10_000}
          value={wording}
          onChange={(event) => setWording(event.target.value)}
        />
        <LadderFields ladder={ladder} onChange={setLadder} />
      </div>
      <Refusal refusal={begin.refusal ?? edit.refusal} />
    </Modal>
  )
}

export default ContentDialog
