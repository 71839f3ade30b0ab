import { registerSelfScores, registerVerdict } from '@quanheng/contract/superior-verdict'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Comparison, SuperiorPlan } from '../superior-plan.ts'

interface Props {
  readonly plan: SuperiorPlan
  readonly comparison: Comparison
  readonly act: 'selfScore' | 'registerVerdict'
  readonly onClose: () => void
}

/** 登记自评得分, 登记上级评定: one score and its words for each indicator; the superior's with its paper. */
const ScoresDialog = ({ plan, comparison, act, onClose }: Props) => {
  const isSelf = act === 'selfScore'
  const [scores, setScores] = useState(
    comparison.rows.map(({ key, self, real, selfWords, realWords }) => ({
      indicatorKey: key,
      score: isSelf ? self : real,
      words: isSelf ? selfWords : realWords,
    })),
  )
  const [on, setOn] = useState(comparison.verdict?.on ?? plan.today)
  const [number, setNumber] = useState(comparison.verdict?.number ?? '')
  const known = comparison.verdict?.scanDigest
  const [scan, setScan] = useState<Scan | undefined>(known ? { digest: known, name: t('已附') } : undefined)
  const self = useCommand(registerSelfScores, { onDone: onClose })
  const verdict = useCommand(registerVerdict, { onDone: onClose })
  const id = useId()
  const params = { superiorPlanId: plan.id }
  const { version } = plan
  const given = scores.filter(({ score }) => score !== '')
  const change = (key: string, more: Partial<(typeof scores)[number]>) =>
    setScores(scores.map((one) => (one.indicatorKey === key ? { ...one, ...more } : one)))
  const run = () => {
    if (isSelf) return self.run({ params, body: { version, scores: given } })
    return scan && verdict.run({ params, body: { version, on, number, scanDigest: scan.digest, scores: given } })
  }
  return (
    <Modal
      open
      width={860}
      title={word('superiorPlanCommand', act)}
      okText={t('保存')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !isSelf && (scan === undefined || on === '') }}
      confirmLoading={self.pending || verdict.pending}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {!isSelf && (
        <div className={styles.form}>
          <label htmlFor={`${id}d`}>{t('评定日期')}</label>
          <Input id={`${id}d`} type="date" value={on} onChange={(event) => setOn(event.target.value)} />
          <label htmlFor={`${id}n`}>{t('文号')}</label>
          <Input id={`${id}n`} maxLength={100} value={number} onChange={(event) => setNumber(event.target.value)} />
          <ScanField label={t('评定文件')} scan={scan} onStored={setScan} />
        </div>
      )}
      <div className={`${styles.list} ${styles.tall} ${styles.after}`}>
        {comparison.rows.map((row, at) => (
          <fieldset key={row.key} className={styles.group}>
            <legend>{t('{{name}}（{{mark}}分）', { name: row.name, mark: row.fullMark })}</legend>
            <div className={styles.pair}>
              <Input
                aria-label={t('{{name}}得分', { name: row.name })}
                placeholder={t('得分')}
                maxLength={60}
                value={scores[at]?.score ?? ''}
                onChange={(event) => change(row.key, { score: event.target.value })}
              />
              <Input
                aria-label={
                  isSelf ? t('{{name}}自评说明', { name: row.name }) : t('{{name}}扣分原因', { name: row.name })
                }
                placeholder={isSelf ? t('自评说明') : t('上级扣分原因')}
                maxLength={1_000}
                value={scores[at]?.words ?? ''}
                onChange={(event) => change(row.key, { words: event.target.value })}
              />
            </div>
          </fieldset>
        ))}
      </div>
      <Refusal refusal={self.refusal ?? verdict.refusal} />
    </Modal>
  )
}

export default ScoresDialog
