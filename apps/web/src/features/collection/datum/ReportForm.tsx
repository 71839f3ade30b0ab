import { reportData } from '@quanheng/contract/datum'
import { Button } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { DraftNote } from '../../../shared/form/DraftNote.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import styles from '../collection.module.css'
import { faultsOf, lineOf } from '../edit.ts'
import type { ShownDatum } from '../row.ts'
import type { EditStore } from '../use-edits.ts'
import { FigureFields } from './FigureFields.tsx'
import { HeldFigures } from './HeldFigures.tsx'

interface Props {
  readonly datum: ShownDatum
  readonly store: EditStore
}

/** 报送 of one figure. What is typed here and in the table is one draft. */
export const ReportForm = ({ datum, store }: Props) => {
  const report = useCommand(reportData)
  const [tried, setTried] = useState(false)
  const edit = store.of(datum)
  const faults = faultsOf(datum, edit)
  const send = async () => {
    setTried(true)
    if (faults.length > 0) return
    if (!(await report.run({ body: { rows: [lineOf(datum, edit)] } }))) return
    store.forget([datum.id])
    setTried(false)
    notify(t('已报送'))
  }
  return (
    <Section title={t('填报')}>
      <div className={styles.panel}>
        <HeldFigures row={datum} onTake={(part) => store.change(datum, part)} />
        {datum.recorded && (
          <p>
            {t('取自平时记录（{{tally}}）：到数据截止为 {{amount}}。', {
              tally: word('recordTally', datum.recorded.tally),
              amount: datum.recorded.amount,
            })}
            {datum.recorded.open > 0 && t('还有 {{count}} 条未定，定后才能报送。', { count: datum.recorded.open })}
          </p>
        )}
        <FigureFields row={datum} edit={edit} onChange={(part) => store.change(datum, part)} />
        {tried && faults.length > 0 && (
          <div role="alert">
            <ul className={`${styles.list} ${styles.fault}`}>
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </div>
        )}
        <Refusal refusal={report.refusal} />
        <div className={styles.acts}>
          <Button type="primary" loading={report.pending} onClick={() => void send()}>
            {t('报送')}
          </Button>
          <DraftNote draft={store.draft} />
        </div>
      </div>
    </Section>
  )
}
