import { Input, Modal } from 'antd'
import { type ReactNode, useId, useState, useSyncExternalStore } from 'react'
import { stepUp } from '../api/door.ts'
import type { RefusedError } from '../api/refused.ts'
import { group } from '../digest/group.ts'
import { t } from '../i18n/t.ts'
import { Refusal } from '../page/Refusal.tsx'
import styles from './weighty-act.module.css'

export interface WeightyActProps {
  /** The verb on the button: 签字, 印发, 报送. */
  readonly act: string
  /** What it is done to: 《2024年度绩效考评方案》. */
  readonly object: string
  /** Exactly what is signed, issued or sent, as it will be stored. */
  readonly children: ReactNode
  /** 校验码 of exactly that. */
  readonly digest?: string
  /** 影响范围: one sentence each. */
  readonly effects?: readonly string[]
  /** What cannot be undone; in vermilion. */
  readonly irreversible?: readonly string[]
  /** Whether a reason is asked here; it goes to the log with the act. */
  readonly reason?: 'required' | 'optional'
  readonly pending: boolean
  readonly refusal: RefusedError | undefined
  /** The act itself; `reason` is empty when none was asked. */
  readonly onAct: (reason: string) => void
  readonly onClose: () => void
}

/** Before an act with weight. While the password is asked again it steps aside, so that no dialog lies on a dialog. */
export const WeightyAct = (props: WeightyActProps) => {
  const { act, object, effects = [], irreversible = [], digest, reason: asked } = props
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const id = useId()
  const provingIdentity = useSyncExternalStore(stepUp.listen, stepUp.isAsking)
  const isMissing = asked === 'required' && reason.trim() === ''
  const go = () => {
    setTried(true)
    if (isMissing) document.getElementById(id)?.focus()
    else props.onAct(reason.trim())
  }
  return (
    <Modal
      open={!provingIdentity}
      title={t('{{act}}：{{object}}', { act, object })}
      okText={act}
      cancelText={t('取消')}
      confirmLoading={props.pending}
      onOk={go}
      onCancel={props.onClose}
      mask={{ closable: false }}
      width={720}
    >
      <div className={styles.body}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
        <section className={styles.exactly} tabIndex={0} aria-label={t('将要{{act}}的内容', { act })}>
          {props.children}
          {digest && <p className={styles.digest}>{t('校验码 {{digest}}', { digest: group(digest) })}</p>}
        </section>
        {effects.length > 0 && <Sentences title={t('影响范围')} lines={effects} />}
        {irreversible.length > 0 && <Sentences title={t('不能撤销')} lines={irreversible} isStop />}
        {asked && (
          <div className={styles.reason}>
            <label htmlFor={id}>{asked === 'required' ? t('理由') : t('理由（选填）')}</label>
            <Input.TextArea
              id={id}
              value={reason}
              rows={2}
              maxLength={500}
              aria-required={asked === 'required'}
              aria-invalid={tried && isMissing}
              status={tried && isMissing ? 'error' : ''}
              onChange={(event) => setReason(event.target.value)}
            />
            {tried && isMissing && (
              <p role="alert" className={styles.fault}>
                {t('请写明理由，理由将随本次操作留痕')}
              </p>
            )}
          </div>
        )}
        <Refusal refusal={props.refusal} />
      </div>
    </Modal>
  )
}

interface SentencesProps {
  readonly title: string
  readonly lines: readonly string[]
  readonly isStop?: boolean
}

const Sentences = ({ title, lines, isStop = false }: SentencesProps) => (
  <section className={styles.sentences} data-stop={isStop}>
    <h3>{title}</h3>
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
)
