import { issueCircular } from '@quanheng/contract/circular'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Circular } from '../circular.ts'

/** 签发: the number comes from the book that was chosen, or as the OA gave it; a briefing takes the next issue of its year. */
const IssueDialog = ({ circular, onClose }: { readonly circular: Circular; readonly onClose: () => void }) => {
  const [documentNumber, setNumber] = useState('')
  const [on, setOn] = useState(circular.today)
  const [scan, setScan] = useState<Scan>()
  const issue = useCommand(issueCircular, { onDone: onClose })
  const id = useId()
  const typed = circular.kind !== 'briefing' && circular.bookId === null
  return (
    <Modal
      open
      width={680}
      title={t('签发：{{title}}', { title: circular.title })}
      okText={t('签发')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: on === '' || (typed && documentNumber.trim() === '') }}
      confirmLoading={issue.pending}
      onOk={() =>
        issue.run({
          params: { circularId: circular.id },
          body: { version: circular.version, documentNumber, on, scanDigest: scan?.digest ?? null },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <span>{t('文种')}</span>
        <span>{word('circularKind', circular.kind)}</span>
        <span>{t('发送对象')}</span>
        <span>{t('{{count}} 个，签发后即通知签收', { count: circular.receipts.length })}</span>
        {typed ? (
          <>
            <label htmlFor={`${id}n`}>{t('发文字号')}</label>
            <Input
              id={`${id}n`}
              maxLength={60}
              placeholder={t('OA 编发的文号')}
              value={documentNumber}
              onChange={(event) => setNumber(event.target.value)}
            />
          </>
        ) : (
          <>
            <span>{t('文号或期号')}</span>
            <span>{circular.kind === 'briefing' ? t('按本年简报顺序编期号') : t('按所选登记簿取下一号')}</span>
          </>
        )}
        <label htmlFor={`${id}d`}>{t('印发日期')}</label>
        <Input id={`${id}d`} type="date" value={on} onChange={(event) => setOn(event.target.value)} />
        <ScanField label={t('签发稿')} scan={scan} onStored={setScan} />
        <p className={styles.note}>{t('组长、主任本人签发的不必附件；代为登记的，须附签发稿扫描件。')}</p>
      </div>
      <Refusal refusal={issue.refusal} />
    </Modal>
  )
}

export default IssueDialog
