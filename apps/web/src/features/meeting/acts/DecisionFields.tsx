import { topicOutcomes } from '@quanheng/domain/meeting/model'
import { Button, Checkbox, Input, InputNumber, Radio } from 'antd'
import { useId } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { UnitPick } from '../../../shared/unit/UnitPick.tsx'
import styles from '../../../shared/work/work.module.css'
import own from '../meeting.module.css'
import type { Topic } from '../meeting.ts'

type Outcome = (typeof topicOutcomes)[number]
interface Votes {
  readonly agree: number
  readonly against: number
  readonly abstain: number
}

interface DraftTask {
  readonly key: string
  readonly unitId: string
  readonly unitName: string
  readonly words: string
  readonly due: string
}

export interface DraftDecision {
  readonly topicId: string
  readonly outcome: Outcome
  readonly text: string
  readonly votes: Votes | null
  readonly tasks: readonly DraftTask[]
}

export const blankDecision = ({ topicId }: Topic): DraftDecision => ({
  topicId,
  outcome: 'agreed',
  text: '',
  votes: null,
  tasks: [],
})

export const sentDecision = ({ tasks, ...decision }: DraftDecision) => ({
  ...decision,
  tasks: tasks.map(({ unitId, words, due }) => ({ unitId, words, due })),
})

interface Props {
  readonly topic: Topic
  readonly value: DraftDecision
  readonly onChange: (next: DraftDecision) => void
}

const ballots = () =>
  [
    ['agree', t('同意')],
    ['against', t('反对')],
    ['abstain', t('弃权')],
  ] as const

/** What the minutes say of one topic, with the votes where there was a vote, and what was given to do. */
export const DecisionFields = ({ topic, value, onChange }: Props) => {
  const id = useId()
  const { votes, tasks } = value
  const task = (key: string, more: Partial<DraftTask>) =>
    onChange({ ...value, tasks: tasks.map((one) => (one.key === key ? { ...one, ...more } : one)) })
  return (
    <fieldset className={styles.group}>
      <legend>{topic.title}</legend>
      <div className={styles.form}>
        <span>{t('结论')}</span>
        <Radio.Group
          value={value.outcome}
          onChange={(event) => onChange({ ...value, outcome: event.target.value as Outcome })}
          options={topicOutcomes.map((one) => ({ value: one, label: word('topicOutcome', one) }))}
        />
        <label htmlFor={`${id}t`}>{t('决定原文')}</label>
        <Input.TextArea
          id={`${id}t`}
          rows={2}
          maxLength={10_000}
          placeholder={t('照录纪要原文')}
          value={value.text}
          onChange={(event) => onChange({ ...value, text: event.target.value })}
        />
        <Checkbox
          checked={votes !== null}
          onChange={(event) =>
            onChange({ ...value, votes: event.target.checked ? { agree: 0, against: 0, abstain: 0 } : null })
          }
        >
          {t('有表决')}
        </Checkbox>
        <span className={styles.acts}>
          {votes &&
            ballots().map(([name, label]) => (
              <InputNumber
                key={name}
                aria-label={t('{{title}}：{{label}}票', { title: topic.title, label })}
                prefix={label}
                min={0}
                precision={0}
                value={votes[name]}
                onChange={(count) => onChange({ ...value, votes: { ...votes, [name]: count ?? 0 } })}
              />
            ))}
        </span>
        <span>{t('交办事项')}</span>
        <span className={styles.list}>
          {tasks.map((one) => (
            <span key={one.key} className={own.given}>
              <Input
                aria-label={t('事项内容')}
                placeholder={t('事项内容')}
                maxLength={500}
                value={one.words}
                onChange={(event) => task(one.key, { words: event.target.value })}
              />
              <UnitPick
                label={t('责任单位')}
                value={one.unitId}
                name={one.unitName}
                onChange={(unitId, unitName) => task(one.key, { unitId, unitName })}
              />
              <Input
                aria-label={t('完成时限')}
                type="date"
                value={one.due}
                onChange={(event) => task(one.key, { due: event.target.value })}
              />
              <Button
                type="link"
                size="small"
                onClick={() => onChange({ ...value, tasks: tasks.filter(({ key }) => key !== one.key) })}
              >
                {t('移除')}
              </Button>
            </span>
          ))}
          <span>
            <Button
              size="small"
              onClick={() =>
                onChange({
                  ...value,
                  tasks: [...tasks, { key: crypto.randomUUID(), unitId: '', unitName: '', words: '', due: '' }],
                })
              }
            >
              {t('增加交办事项')}
            </Button>
          </span>
        </span>
      </div>
    </fieldset>
  )
}
