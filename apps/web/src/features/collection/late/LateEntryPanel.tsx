import { lateEntryPaper, withdrawLateEntry } from '@quanheng/contract/late-entry'
import { Button } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from '../collection.module.css'
import { AnswerDialog } from './AnswerDialog.tsx'
import { type LateEntry, sayAnswer, sayPerson, toneOf } from './late-entry.ts'

const Next = ({ entry, onAnswer }: { readonly entry: LateEntry; readonly onAnswer: () => void }) => {
  if (entry.state !== 'asked') return <NextAct turn="done">{sayAnswer(entry) || t('申请单位已撤回。')}</NextAct>
  if (entry.may.includes('grant'))
    return (
      <NextAct
        turn="mine"
        act={
          <Button type="primary" onClick={onAnswer}>
            {t('批复')}
          </Button>
        }
      >
        {t('{{unit}}申请补报，请批复。', { unit: entry.askedName })}
      </NextAct>
    )
  return (
    <NextAct turn="others">
      {t('由评分科室负责人或责任领导批复，申请补报至{{day}}。', { day: entry.wantedUntil })}
    </NextAct>
  )
}

/** One request: who acts next, what is asked and why, the answer, its paper and history. */
export const LateEntryPanel = ({ entry }: { readonly entry: LateEntry }) => {
  const [answering, setAnswering] = useState(false)
  const withdraw = useCommand(withdrawLateEntry, { onDone: () => notify(t('申请已撤回')) })
  const params = { lateEntryId: entry.id }
  return (
    <div className={styles.panel}>
      <Next entry={entry} onAnswer={() => setAnswering(true)} />
      <Facts
        items={[
          {
            label: t('状态'),
            value: <StateTag word={word('lateEntryState', entry.state)} tone={toneOf[entry.state]} />,
          },
          { label: t('申请单位'), value: entry.askedName },
          { label: t('考核单位'), value: entry.unitName },
          { label: t('指标'), value: entry.leafName },
          { label: t('申请人'), value: `${sayPerson(entry.askedBy)} ${sayMoment(entry.askedAt)}` },
          { label: t('申请补报至'), value: entry.wantedUntil },
          { label: t('逾期原因'), value: entry.reason },
          ...(entry.decision
            ? [
                { label: t('批复'), value: sayAnswer(entry) },
                {
                  label: t('批复人'),
                  value: `${sayPerson(entry.decision.by)} ${sayMoment(entry.decision.at)}`,
                },
              ]
            : []),
          { label: t('方案'), value: entry.planTitle },
        ]}
      />
      <div className={styles.acts}>
        {entry.may.includes('withdraw') && (
          <Button
            loading={withdraw.pending}
            onClick={() => void withdraw.run({ params, body: { version: entry.version } })}
          >
            {t('撤回申请')}
          </Button>
        )}
        <PaperFiles label={t('审批单')} route={lateEntryPaper} params={params} />
      </div>
      <Refusal refusal={withdraw.refusal} />
      <Section title={t('涉及的数据')}>
        <ul className={styles.list}>
          {entry.data.map((one) => (
            <li key={one.datumId}>
              {t('{{name}}：{{state}}，期限{{due}}', {
                name: one.name,
                state: one.locked ? t('逾期锁定') : word('datumState', one.state),
                due: one.due,
              })}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={entry.id} />
      </Section>
      {answering && <AnswerDialog entry={entry} onClose={() => setAnswering(false)} />}
    </div>
  )
}
