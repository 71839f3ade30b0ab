import { recordVisit } from '@quanheng/contract/supervision-visit'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import own from '../supervision.module.css'
import type { Visit } from '../supervision.ts'
import { type FindingDraft, FindingFields } from './FindingFields.tsx'

const blank = (key: string, subject: string): FindingDraft => ({
  key,
  subject,
  fact: '',
  basis: '',
  seriousness: 'minor',
  photographs: [],
})

/** 记录走访: who went when, what was seen, and each finding with its clause and photographs. */
const NotesDialog = ({ visit, onClose }: { readonly visit: Visit; readonly onClose: () => void }) => {
  const [on, setOn] = useState(visit.on ?? visit.today)
  const [visitors, setVisitors] = useState(visit.visitors)
  const [overview, setOverview] = useState(visit.overview)
  const [files, setFiles] = useState<readonly StoredFile[]>(visit.files)
  const [findings, setFindings] = useState<readonly FindingDraft[]>(
    visit.findings.map(({ findingId, subject, fact, basis, seriousness, photographs }) => ({
      key: findingId,
      subject,
      fact,
      basis,
      seriousness,
      photographs,
    })),
  )
  const record = useCommand(recordVisit, { onDone: onClose })
  const id = useId()
  const run = () =>
    record.run({
      params: { supervisionVisitId: visit.id },
      body: {
        version: visit.version,
        notes: {
          on,
          visitors,
          overview,
          files: [...files],
          findings: findings.map(({ key: _, photographs, ...one }) => ({ ...one, photographs: [...photographs] })),
        },
      },
    })
  return (
    <Modal
      open
      width={860}
      title={t('记录走访：{{unit}}', { unit: visit.unitName })}
      okText={t('保存')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: on === '' }}
      confirmLoading={record.pending}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={`${styles.list} ${styles.tall}`}>
        <div className={styles.form}>
          <label htmlFor={`${id}d`}>{t('走访日期')}</label>
          <Input id={`${id}d`} type="date" value={on} onChange={(event) => setOn(event.target.value)} />
          <label htmlFor={`${id}v`}>{t('督查人员')}</label>
          <Input id={`${id}v`} maxLength={200} value={visitors} onChange={(event) => setVisitors(event.target.value)} />
          <label htmlFor={`${id}o`}>{t('总体情况')}</label>
          <Input.TextArea
            id={`${id}o`}
            rows={3}
            maxLength={4_000}
            value={overview}
            onChange={(event) => setOverview(event.target.value)}
          />
          <span>{t('记录附件')}</span>
          <FilesField label={t('选择附件')} files={files} onChange={setFiles} />
        </div>
        <div className={own.findings}>
          {findings.map((finding, at) => (
            <FindingFields
              key={finding.key}
              number={at + 1}
              subjects={visit.subjects}
              finding={finding}
              onChange={(next) => setFindings(findings.map((one) => (one.key === finding.key ? next : one)))}
              onRemove={() => setFindings(findings.filter(({ key }) => key !== finding.key))}
            />
          ))}
        </div>
        <span>
          <Button
            onClick={() =>
              setFindings([...findings, blank(`${id}${Date.now()}${findings.length}`, visit.subjects[0] ?? '')])
            }
          >
            {t('增加问题')}
          </Button>
        </span>
      </div>
      <Refusal refusal={record.refusal} />
    </Modal>
  )
}

export default NotesDialog
