import { settleFinding } from '@quanheng/contract/notice'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { message } from '../../../shared/i18n/message.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { sayDay } from '../../../shared/time/time.ts'
import styles from '../notice.module.css'
import type { Notice, NoticeFinding } from '../notice.ts'

interface Props {
  readonly notice: Notice
  readonly onShow: (finding: NoticeFinding) => void
}

/** More findings than anyone settles at once are shown when asked for. */
const step = 60

/** What the reader found amiss, with proposals; what nobody settles follows into 方案校核. */
export const FindingList = ({ notice, onShow }: Props) => {
  const command = useCommand(settleFinding)
  const [limit, setLimit] = useState(step)
  const more = notice.findings.length - limit
  const settle = (finding: string, reason: string | null) =>
    command.run({ params: { noticeId: notice.id }, body: { version: notice.version, finding, reason } })
  return (
    <div className={styles.rows}>
      <Refusal refusal={command.refusal} />
      {notice.findings.length === 0 && <p className={styles.none}>{t('没有发现问题。')}</p>}
      {notice.findings.slice(0, limit).map((finding) => (
        <FindingRow key={finding.key} finding={finding} busy={command.pending} onShow={onShow} onSettle={settle} />
      ))}
      {more > 0 && (
        <Button onClick={() => setLimit(limit + step)}>
          {t('再显示 {{count}} 条意见', { count: Math.min(step, more) })}
        </Button>
      )}
    </div>
  )
}

interface RowProps {
  readonly finding: NoticeFinding
  readonly busy: boolean
  readonly onShow: (finding: NoticeFinding) => void
  readonly onSettle: (finding: string, reason: string | null) => Promise<unknown>
}

const FindingRow = ({ finding, busy, onShow, onSettle }: RowProps) => {
  const [reason, setReason] = useState<string>()
  const say = (code: string) => message(code, finding.params)
  const { settled } = finding
  const done = async () => {
    if (reason === undefined || reason.trim() === '') return
    await onSettle(finding.key, reason.trim())
    setReason(undefined)
  }
  return (
    <div className={styles.finding} data-settled={settled !== null || undefined}>
      <button type="button" className={styles.value} onClick={() => onShow(finding)}>
        <span className={styles.name} data-severity={finding.severity}>
          {word('severity', finding.severity)}
        </span>
        <span className={styles.words}>{say(finding.code)}</span>
      </button>
      {settled === null &&
        finding.proposals.map((proposal) => (
          <p key={proposal} className={styles.proposal}>
            {t('建议：{{text}}', { text: say(proposal) })}
          </p>
        ))}
      {settled !== null && (
        <p className={styles.proposal}>
          {t('{{who}}于{{day}}处理：{{reason}}', {
            who: settled.by,
            day: sayDay(settled.on),
            reason: settled.reason,
          })}
        </p>
      )}
      <span className={styles.answers}>
        {settled !== null && (
          <button type="button" disabled={busy} onClick={() => void onSettle(finding.key, null)}>
            {t('重新打开')}
          </button>
        )}
        {settled === null && reason === undefined && (
          <button type="button" disabled={busy} onClick={() => setReason('')}>
            {t('写明如何处理')}
          </button>
        )}
      </span>
      {reason !== undefined && (
        <span className={styles.correct}>
          <Input
            autoFocus
            aria-label={t('如何处理')}
            placeholder={t('如：已与起草科室核实，以附件为准')}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            onPressEnter={() => void done()}
          />
          <Button size="small" type="primary" disabled={busy || reason.trim() === ''} onClick={() => void done()}>
            {t('确定')}
          </Button>
          <Button size="small" onClick={() => setReason(undefined)}>
            {t('取消')}
          </Button>
        </span>
      )}
    </div>
  )
}
