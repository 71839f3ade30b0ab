import { reportOnBehalf } from '@quanheng/contract/datum'
import { Button, Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { RefusedError } from '../../../shared/api/refused.ts'
import { type Uploaded, upload } from '../../../shared/api/upload.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Icon } from '../../../shared/icon/Icon.tsx'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { SecrecyNote } from '../../../shared/secrecy/SecrecyNote.tsx'
import styles from '../collection.module.css'
import { blankEdit, faultsOf, lineOf } from '../edit.ts'
import { Labelled } from '../Labelled.tsx'
import type { ShownDatum } from '../row.ts'
import { FigureFields } from './FigureFields.tsx'

interface Props {
  readonly datum: ShownDatum
  readonly onClose: () => void
}

/** 代录: a figure entered for a body that is not on the platform, from its original; a second person confirms it. */
export const OnBehalf = ({ datum, onClose }: Props) => {
  const [edit, setEdit] = useState(() => blankEdit(datum))
  const [body, setBody] = useState(datum.askedName)
  const [why, setWhy] = useState('')
  const [original, setOriginal] = useState<Uploaded>()
  const [tried, setTried] = useState(false)
  const command = useCommand(reportOnBehalf)
  const faults = [
    ...faultsOf(datum, edit),
    ...(body.trim() === '' ? [t('请填写数据来源单位')] : []),
    ...(why.trim() === '' ? [t('请填写代录原因')] : []),
    ...(original === undefined ? [t('请上传数据来源单位的原件')] : []),
  ]
  const act = async () => {
    setTried(true)
    if (faults.length > 0 || original === undefined) return
    const { datumId, ...figure } = lineOf(datum, edit)
    const done = await command.run({
      params: { datumId },
      body: { ...figure, body: body.trim(), onBehalfReason: why.trim(), originalDigest: original.digest },
    })
    if (!done) return
    notify(t('已代录，待另一人确认'))
    onClose()
  }
  return (
    <Modal
      open
      width={720}
      title={t('代录：{{unit}} {{name}}', { unit: datum.unitName, name: datum.element.name })}
      okText={t('代录')}
      cancelText={t('取消')}
      confirmLoading={command.pending}
      mask={{ closable: false }}
      onOk={() => void act()}
      onCancel={onClose}
    >
      <div className={styles.panel}>
        <FigureFields row={datum} edit={edit} onChange={(part) => setEdit((before) => ({ ...before, ...part }))} />
        <div className={styles.fields}>
          <Labelled label={t('数据来源单位')}>
            {(id) => <Input id={id} value={body} maxLength={100} onChange={(event) => setBody(event.target.value)} />}
          </Labelled>
          <Original file={original} onSent={setOriginal} />
          <Labelled label={t('代录原因')} wide>
            {(id) => (
              <Input.TextArea
                id={id}
                rows={2}
                maxLength={500}
                value={why}
                onChange={(event) => setWhy(event.target.value)}
              />
            )}
          </Labelled>
        </div>
        {tried && faults.length > 0 && (
          <ul role="alert" className={`${styles.list} ${styles.fault}`}>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        )}
        <Refusal refusal={command.refusal} />
        <SecrecyNote />
      </div>
    </Modal>
  )
}

interface OriginalProps {
  readonly file: Uploaded | undefined
  readonly onSent: (file: Uploaded) => void
}

const Original = ({ file, onSent }: OriginalProps) => {
  const input = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number>()
  const send = async (chosen: File) => {
    setShare(0)
    try {
      onSent(await upload(chosen, (part) => setShare(Math.round(part * 100))))
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      notify(error.message, 'stop')
    } finally {
      setShare(undefined)
    }
  }
  return (
    <div className={styles.label}>
      <strong>{t('来源单位原件')}</strong>
      <Button icon={<Icon name="file" />} loading={share !== undefined} onClick={() => input.current?.click()}>
        {share !== undefined ? t('正在上传 {{share}}%', { share }) : (file?.name ?? t('选择文件'))}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('来源单位原件')}
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          event.target.value = ''
          if (chosen) void send(chosen)
        }}
      />
    </div>
  )
}
