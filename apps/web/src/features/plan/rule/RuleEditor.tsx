import type { LeafScoring } from '@quanheng/domain/plan/model'
import { saysScore } from '@quanheng/domain/rule/cases'
import { coverageOf } from '@quanheng/domain/rule/coverage'
import type { Answer, StoredRule } from '@quanheng/domain/rule/model'
import { parse } from '@quanheng/domain/rule/parse'
import { saySentence } from '@quanheng/domain/rule/say'
import { Button } from 'antd'
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react'
import { message } from '../../../shared/i18n/message.ts'
import { t } from '../../../shared/i18n/t.ts'
import { WhyPlot } from '../../../shared/why/WhyPlot.tsx'
import { Labelled } from '../fields/Labelled.tsx'
import styles from '../fields/plan.module.css'
import { drawingOf } from './drawing.ts'
import { Examples } from './Examples.tsx'
import { Faults } from './Faults.tsx'
import { Questions } from './Questions.tsx'
import own from './rule.module.css'
import { SentenceField } from './SentenceField.tsx'
import { asTyped, judged, withoutRule } from './typed-rule.ts'

interface Props {
  readonly name: string
  /** 计量单位 of the indicator card, where the sentence names none. */
  readonly measure: string
  readonly scoring: LeafScoring
  /** Absent while the marks are not a figure yet. */
  readonly fullMark: string | undefined
  readonly readOnly: boolean
  readonly onChange: (scoring: LeafScoring) => void
  /** Under what the sentence leaves open. */
  readonly below?: ReactNode
}

/** The sentence of the notice, read as one types: its parts, what it leaves open, what it gives, and examples that must hold. */
export const RuleEditor = ({ name, measure, scoring, fullMark, readOnly, onChange, below }: Props) => {
  const { rule } = scoring
  const text = rule?.text ?? scoring.sentence ?? ''
  const isJudged = rule?.rule.kind === 'judged' && !rule.rule.levels
  const given = useGivenAnswers(rule)
  const type = (next: string) => onChange(isJudged ? judged(scoring, next) : asTyped(scoring, next, given()))
  return (
    <div className={own.editor}>
      <div className={own.main}>
        <Labelled label={t('照文件原文填写')} wide>
          {(id) => <SentenceField id={id} text={text} readOnly={readOnly} judged={isJudged} onChange={type} />}
        </Labelled>
        <div role="status">
          {rule ? (
            <p className={styles.sentence}>
              <span className={styles.good}>{t('平台理解为：')}</span>
              {saySentence(rule.rule)}
            </p>
          ) : (
            <NotRead text={text} />
          )}
        </div>
        {rule && (
          <Questions
            rule={rule}
            fullMark={fullMark}
            readOnly={readOnly}
            onChange={(answers) => onChange({ ...scoring, rule: { ...rule, answers } })}
          />
        )}
        {rule && <Faults name={name} rule={rule} fullMark={fullMark} />}
        {!readOnly && (
          <div className={styles.row}>
            {isJudged ? (
              <Button size="small" onClick={() => onChange(asTyped(withoutRule(scoring), text, given()))}>
                {t('改为按原文计算')}
              </Button>
            ) : (
              <Button size="small" onClick={() => onChange(judged(scoring, text))}>
                {t('改为人工评定')}
              </Button>
            )}
          </div>
        )}
        {below}
      </div>
      <div className={own.side}>
        {rule && fullMark !== undefined && (
          <Shown measure={measure} scoring={scoring} fullMark={fullMark} readOnly={readOnly} onChange={onChange} />
        )}
        {rule && fullMark === undefined && (
          <p className={styles.note}>{t('填写分值后，这里画出得分图，列出计分示例。')}</p>
        )}
      </div>
    </div>
  )
}

/** What people answered since the editor was opened, the latest of each question; a half typed sentence has no rule to hold them. */
const useGivenAnswers = (rule: StoredRule | undefined) => {
  const given = useRef(new Map<string, Answer>())
  for (const answer of rule?.answers ?? [])
    if (answer.basis.kind !== 'clause') given.current.set(answer.question, answer)
  return () => [...given.current.values()]
}

/** Each stretch of words that was not understood, with the reason; where it stands is underlined above. */
const NotRead = ({ text }: { readonly text: string }) => {
  if (text.trim() === '') return null
  return parse(text).notUnderstood.map((place) => (
    <p key={`${place.start}${place.code}`} className={styles.stop}>
      {message(place.code, { text: place.text })}
    </p>
  ))
}

interface ShownProps extends Pick<Props, 'measure' | 'scoring' | 'readOnly' | 'onChange'> {
  readonly fullMark: string
}

/** Drawing and examples. They follow the typing when there is time, and never hold it up. */
const Shown = ({ measure, scoring, fullMark, readOnly, onChange }: ShownProps) => {
  const [picked, setPicked] = useState(0)
  const rule = useDeferredValue(scoring.rule)
  const examples = scoring.examples ?? none
  const shown = useDeferredValue(examples)
  const coverage = useMemo(() => rule && coverageOf(rule, fullMark, shown), [rule, fullMark, shown])
  const proposals = coverage?.proposals.filter(saysScore) ?? none
  const drawing = useMemo(
    () => rule && (drawingOf(rule, fullMark, shown, picked) ?? drawingOf(rule, fullMark, coverage?.proposals ?? none)),
    [rule, fullMark, shown, coverage, picked],
  )
  if (!rule || !coverage) return null
  return (
    <>
      {drawing && (
        <WhyPlot
          plot={{ ...drawing.curve, unit: drawing.curve.unit || measure }}
          others={drawing.others}
          whose={t('示例')}
        />
      )}
      <Examples
        rule={rule}
        fullMark={fullMark}
        cases={examples}
        coverage={coverage}
        proposals={proposals}
        readOnly={readOnly}
        onPick={setPicked}
        onChange={(cases) => onChange({ ...scoring, examples: cases })}
      />
    </>
  )
}

const none: readonly never[] = []
