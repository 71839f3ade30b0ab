import { settleVisit } from '@quanheng/contract/supervision-visit'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import own from '../supervision.module.css'
import type { Visit } from '../supervision.ts'

/** 认定问题: each finding upheld with what is to be done until when, or not with the reason. */
const SettleDialog = ({ visit, onClose }: { readonly visit: Visit; readonly onClose: () => void }) => {
  const [documentNumber, setNumber] = useState('')
  const [upshots, setUpshots] = useState(
    visit.findings.map(({ findingId }) => ({ findingId, upheld: true, words: '', due: '' })),
  )
  const settle = useCommand(settleVisit, { onDone: onClose })
  const id = useId()
  const change = (findingId: string, more: Partial<(typeof upshots)[number]>) =>
    setUpshots(upshots.map((one) => (one.findingId === findingId ? { ...one, ...more } : one)))
  return (
    <Modal
      open
      width={820}
      title={t('认定问题：{{unit}}', { unit: visit.unitName })}
      okText={t('认定问题')}
      cancelText={t('取消')}
      confirmLoading={settle.pending}
      onOk={() =>
        settle.run({
          params: { supervisionVisitId: visit.id },
          body: {
            version: visit.version,
            documentNumber,
            upshots: upshots.map((one) => ({ ...one, due: one.due || null })),
          },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={`${styles.list} ${styles.tall}`}>
        {visit.statement && (
          <p className={styles.words}>{t('单位陈述：{{words}}', { words: visit.statement.words || t('无异议') })}</p>
        )}
        <div className={styles.form}>
          <label htmlFor={`${id}n`}>{t('整改通知书文号')}</label>
          <Input
            id={`${id}n`}
            maxLength={60}
            placeholder={t('没有文号的可不填')}
            value={documentNumber}
            onChange={(event) => setNumber(event.target.value)}
          />
        </div>
        {visit.findings.length === 0 && <p>{t('没有发现问题，认定后走访即告处理完毕。')}</p>}
        {visit.findings.map(({ findingId, subject, fact }, at) => {
          const upshot = upshots.find((one) => one.findingId === findingId)
          return (
            <fieldset key={findingId} className={own.finding}>
              <legend>{`${at + 1}. ${subject}`}</legend>
              <span>{t('事实')}</span>
              <span className={styles.words}>{fact}</span>
              <span>{t('认定')}</span>
              <Radio.Group
                value={upshot?.upheld}
                onChange={(event) => change(findingId, { upheld: event.target.value as boolean })}
                options={[
                  { value: true, label: t('认定，须整改') },
                  { value: false, label: t('不予认定') },
                ]}
              />
              <label htmlFor={`${id}w${at}`}>{upshot?.upheld ? t('整改要求') : t('理由')}</label>
              <Input.TextArea
                id={`${id}w${at}`}
                rows={2}
                maxLength={1_000}
                value={upshot?.words}
                onChange={(event) => change(findingId, { words: event.target.value })}
              />
              {upshot?.upheld && (
                <>
                  <label htmlFor={`${id}d${at}`}>{t('整改时限')}</label>
                  <Input
                    id={`${id}d${at}`}
                    type="date"
                    value={upshot.due}
                    onChange={(event) => change(findingId, { due: event.target.value })}
                  />
                </>
              )}
            </fieldset>
          )
        })}
      </div>
      <Refusal refusal={settle.refusal} />
    </Modal>
  )
}

export default SettleDialog
