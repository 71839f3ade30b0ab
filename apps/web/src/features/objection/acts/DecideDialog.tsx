import { decideObjection } from '@quanheng/contract/objection'
import { objectionDeciders } from '@quanheng/domain/objection/model'
import { Button, Input, Modal, Radio } from 'antd'
import { useId, useState, useSyncExternalStore } from 'react'
import { stepUp } from '../../../shared/api/door.ts'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import { Impact } from '../Impact.tsx'
import { type Objection, saySubject } from '../objection.ts'
import { type DraftFound, FoundFields, isFilled } from './FoundFields.tsx'

interface Props {
  readonly objection: Objection
  readonly onClose: () => void
}

/** 登记决定: who decided what, from the original; a correction only over the 影响范围 that was looked at. */
const DecideDialog = ({ objection, onClose }: Props) => {
  const { rescoring, decider, agenda } = objection
  const cited = agenda?.withChanges ?? false
  const [by, setBy] = useState<Objection['decider']>(cited ? 'group' : decider)
  const [found, setFound] = useState<DraftFound>({
    outcome: rescoring?.found.outcome ?? 'kept',
    points: rescoring?.found.to ?? '',
  })
  const [looked, setLooked] = useState('')
  const [seen, setSeen] = useState<string>()
  const [body, setBody] = useState('')
  const [number, setNumber] = useState('')
  const [decidedOn, setOn] = useState(objection.today)
  const [words, setWords] = useState('')
  const [scan, setScan] = useState<Scan>()
  const decide = useCommand(decideObjection, { onDone: onClose })
  const provingIdentity = useSyncExternalStore(stepUp.listen, stepUp.isAsking)
  const id = useId()
  const isCorrection = found.outcome === 'corrected'
  const isSeen = !isCorrection || (looked === found.points && seen !== undefined)
  const change = (next: DraftFound) => {
    setFound(next)
    setLooked('')
    setSeen(undefined)
  }
  const run = () =>
    decide.run({
      params: { objectionId: objection.id },
      body: {
        version: objection.version,
        decider: by,
        found,
        body,
        decidedOn,
        words,
        number,
        scanDigest: scan?.digest ?? null,
        impactDigest: isCorrection ? (seen ?? null) : null,
      },
    })
  const isSaid = cited || (words.trim() !== '' && decidedOn !== '' && (by === 'delegate' || body.trim() !== ''))
  return (
    <Modal
      open={!provingIdentity}
      width={820}
      title={`${word('objectionCommand', 'decide')}：${saySubject(objection)}`}
      okText={word('objectionCommand', 'decide')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !isFilled(found) || !isSeen || !isSaid }}
      confirmLoading={decide.pending}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={`${styles.form} ${styles.tall}`}>
        {cited ? (
          <p className={styles.note}>
            {t('会议“{{title}}”已议定，决定内容和原件取自该会议；请写明核定的得分。', { title: agenda?.title ?? '' })}
          </p>
        ) : (
          <>
            <span>{t('由谁决定')}</span>
            <Radio.Group
              value={by}
              onChange={(event) => setBy(event.target.value as Objection['decider'])}
              options={objectionDeciders
                .filter((value) => value === 'group' || decider === 'delegate')
                .map((value) => ({ value, label: word('objectionDecider', value) }))}
            />
          </>
        )}
        <FoundFields label={t('决定')} objection={objection} found={found} onChange={change} />
        {isCorrection && looked !== found.points && (
          <p>
            <Button disabled={found.points.trim() === ''} onClick={() => setLooked(found.points)}>
              {t('查看影响范围')}
            </Button>{' '}
            <span className={styles.note}>{t('更正前须先查看影响范围')}</span>
          </p>
        )}
        {isCorrection && looked === found.points && looked !== '' && (
          <fieldset className={styles.group}>
            <Impact objectionId={objection.id} to={looked} onSeen={setSeen} />
          </fieldset>
        )}
        {!cited && (
          <>
            {by === 'group' && (
              <>
                <label htmlFor={`${id}b`}>{t('作出决定的会议')}</label>
                <Input
                  id={`${id}b`}
                  maxLength={200}
                  placeholder={t('绩效考评领导小组2026年第1次会议')}
                  value={body}
                  onChange={(event) => setBody(event.target.value)}
                />
                <label htmlFor={`${id}n`}>{t('纪要文号（选填）')}</label>
                <Input
                  id={`${id}n`}
                  maxLength={60}
                  value={number}
                  onChange={(event) => setNumber(event.target.value)}
                />
              </>
            )}
            <label htmlFor={`${id}d`}>{t('决定日期')}</label>
            <Input id={`${id}d`} type="date" value={decidedOn} onChange={(event) => setOn(event.target.value)} />
            <label htmlFor={`${id}w`}>{t('决定内容')}</label>
            <Input.TextArea
              id={`${id}w`}
              rows={3}
              maxLength={1_000}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <ScanField label={t('决定原件')} scan={scan} onStored={setScan} />
          </>
        )}
        <p className={styles.note}>{t('登记后由考评办另一人对照原件核对，核对后生效。')}</p>
      </div>
      <Refusal refusal={decide.refusal} />
    </Modal>
  )
}

export default DecideDialog
