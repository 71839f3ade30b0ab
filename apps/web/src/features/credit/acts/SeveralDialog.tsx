import {
  confirmCreditDecision,
  listCredits,
  registerCreditDecision,
  showCreditsPublicly,
} from '@quanheng/contract/credit'
import { Checkbox, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import styles from '../../../shared/work/work.module.css'
import { type Line, signed, type Year } from '../credit.ts'
import { DecisionFields, nothingDecided, wholeDecision } from './DecisionFields.tsx'

export type SeveralAct = 'show' | 'registerDecision' | 'confirmDecision'

interface Props {
  readonly act: SeveralAct
  readonly year: Year
  readonly today: string
  /** Only this entry. */
  readonly only?: string
  readonly onClose: () => void
}

const stateOf = (act: SeveralAct, { publicNoticeDays }: Year) =>
  act === 'show' || (act === 'registerDecision' && publicNoticeDays === null)
    ? 'recognised'
    : act === 'registerDecision'
      ? 'shown'
      : 'toConfirm'

const effectOf = (act: SeveralAct): string =>
  ({
    show: t('公示期内各被考评单位都能看到所选事项，并可提出异议。'),
    registerDecision: t('登记后由另一人对照纪要复核，复核之后才计入年度汇总。'),
    confirmDecision: t('复核之后计入年度汇总；已锁定未印发的年度结果随之失效，须重新锁定。'),
  })[act]

/** 公示, 登记审定结果 and 复核 are done for many entries at once: all that stand there are chosen, and any may be left out. */
const SeveralDialog = ({ act, year, today, only, onClose }: Props) => {
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [days, setDays] = useState({ from: today, until: year.publicNoticeUntil ?? '' })
  const [agreed, setAgreed] = useState(true)
  const [decided, setDecided] = useState(nothingDecided)
  const [tried, setTried] = useState(false)
  const options = { onDone: onClose }
  const show = useCommand(showCreditsPublicly, options)
  const register = useCommand(registerCreditDecision, options)
  const confirm = useCommand(confirmCreditDecision, options)
  const asked = useQueryRoute(listCredits, { query: { planId: year.planId, state: stateOf(act, year), size: 200 } })
  const rows = (asked.data?.rows ?? []).filter(
    (row) => (only === undefined || row.id === only) && (act !== 'confirmDecision' || row.mine),
  )
  const entries = rows.filter(({ id }) => !leftOut.has(id)).map(({ id, version }) => ({ creditId: id, version }))
  const id = useId()
  const decision = wholeDecision(decided)
  const whole =
    entries.length > 0 &&
    (act !== 'show' || (days.from !== '' && days.until !== '')) &&
    (act !== 'registerDecision' || decision !== undefined)
  const run = () => {
    setTried(true)
    if (!whole) return undefined
    if (act === 'show') return show.run({ body: { entries, ...days } })
    return act === 'registerDecision' && decision
      ? register.run({ body: { entries, agreed, decision } })
      : confirm.run({ body: { entries } })
  }
  const toggle = (row: Line) => {
    const next = new Set(leftOut)
    if (!next.delete(row.id)) next.add(row.id)
    setLeftOut(next)
  }
  return (
    <WeightyAct
      act={word('creditCommand', act)}
      object={year.planTitle}
      effects={[effectOf(act)]}
      pending={show.pending || register.pending || confirm.pending}
      refusal={show.refusal ?? register.refusal ?? confirm.refusal ?? asked.error ?? undefined}
      onClose={onClose}
      onAct={() => void run()}
    >
      {act === 'show' && (
        <div className={styles.form}>
          <label htmlFor={`${id}f`}>{t('公示开始')}</label>
          <Input
            id={`${id}f`}
            type="date"
            value={days.from}
            onChange={(event) => setDays({ ...days, from: event.target.value })}
          />
          <label htmlFor={`${id}u`}>{t('公示截止')}</label>
          <Input
            id={`${id}u`}
            type="date"
            value={days.until}
            onChange={(event) => setDays({ ...days, until: event.target.value })}
          />
          {year.publicNoticeDays !== null && (
            <p className={styles.note}>
              {t('方案规定公示不少于 {{days}} 个工作日。', { days: year.publicNoticeDays })}
            </p>
          )}
        </div>
      )}
      {act === 'registerDecision' && (
        <>
          <Radio.Group
            value={agreed}
            onChange={(event) => setAgreed(event.target.value as boolean)}
            options={[
              { value: true, label: t('同意认定') },
              { value: false, label: t('不予认定') },
            ]}
          />
          <DecisionFields value={decided} onChange={setDecided} />
        </>
      )}
      <div className={styles.tall}>
        <Sheet
          caption={word('creditCommand', act)}
          columns={[
            {
              key: 'pick',
              title: t('选取'),
              render: (row: Line) => (
                <Checkbox
                  aria-label={t('{{unit}}：{{matter}}', { unit: row.unitName, matter: row.matter })}
                  checked={!leftOut.has(row.id)}
                  onChange={() => toggle(row)}
                />
              ),
            },
            { key: 'unit', title: t('单位'), width: 130, render: (row) => row.unitName },
            { key: 'matter', title: t('事项'), width: 180, render: (row) => row.matter },
            { key: 'kind', title: t('类型'), render: (row) => word('entryKind', row.kind) },
            { key: 'points', title: t('认定分值'), figure: true, render: (row) => signed(row.kind, row.recognised) },
          ]}
          rows={rows}
          rowKey={(row) => row.id}
          empty={asked.isLoading ? t('正在读取…') : t('没有可办理的事项。')}
        />
      </div>
      {tried && !whole && (
        <p role="alert" className={styles.fault}>
          {entries.length === 0 ? t('请至少选取一条。') : t('请填齐日期、审定机构和决定内容，并附扫描件。')}
        </p>
      )}
    </WeightyAct>
  )
}

export default SeveralDialog
