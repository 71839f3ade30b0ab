import { openQuestions } from '@quanheng/domain/rule/lint'
import type { Answer, StoredRule } from '@quanheng/domain/rule/model'
import { choicesOf, lineOf, type QuestionCode, questionCodes, usualOf } from '@quanheng/domain/rule/questions'
import { Button } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { sayBasis } from '../../../shared/plan-diff/say-basis.ts'
import { useSession } from '../../../shared/session/session.ts'
import styles from '../fields/plan.module.css'
import own from './rule.module.css'
import { shortChoices } from './short-choices.ts'

interface Props {
  readonly rule: StoredRule
  readonly fullMark: string | undefined
  readonly readOnly: boolean
  readonly onChange: (answers: readonly Answer[]) => void
}

const isQuestion = (code: string): code is QuestionCode => questionCodes.includes(code as QuestionCode)

/** 口径: what the sentence leaves open, each with its choices; the usual one is proposed with its basis, a person chooses. */
export const Questions = ({ rule, fullMark, readOnly, onChange }: Props) => {
  const { person, today } = useSession()
  const open = openQuestions(rule, fullMark)
  const asked = new Set([...open, ...rule.answers.map(({ question }) => ({ code: question }))].map(({ code }) => code))
  const answer = (choices: Readonly<Record<string, string>>) => {
    const basis = { kind: 'interpretation' as const, by: person.name, on: today, reason: t('起草时确认') }
    const given = Object.entries(choices).map(([question, choice]) => ({ question, choice, basis }))
    onChange([...rule.answers.filter(({ question }) => choices[question] === undefined), ...given])
  }
  return (
    <div className={own.questions}>
      {open.length > 0 && (
        <div className={styles.row} role="status">
          <span className={styles.heed}>
            {t('原文有 {{count}} 处没有写明，请确认（“通常”是平台的通常做法）：', { count: open.length })}
          </span>
          {!readOnly && (
            <Button
              size="small"
              onClick={() => answer(Object.fromEntries(open.map(({ code, usual }) => [code, usual])))}
            >
              {t('全部采用通常做法')}
            </Button>
          )}
        </div>
      )}
      {questionCodes
        .filter((code) => asked.has(code))
        .map((code) => (
          <Question
            key={code}
            code={code}
            answer={rule.answers.find(({ question }) => question === code)}
            readOnly={readOnly}
            onAnswer={(choice) => answer({ [code]: choice })}
          />
        ))}
      {rule.answers
        .filter(({ question }) => !isQuestion(question))
        .map(({ question, choice, basis }) => (
          <p key={question} className={styles.note}>
            {choice} {sayBasis(basis)}
          </p>
        ))}
    </div>
  )
}

interface QuestionProps {
  readonly code: QuestionCode
  readonly answer: Answer | undefined
  readonly readOnly: boolean
  readonly onAnswer: (choice: string) => void
}

const Question = ({ code, answer, readOnly, onAnswer }: QuestionProps) => {
  const usual = usualOf(code)
  const choices = choicesOf(code)
  const short = shortChoices(choices.map((choice) => lineOf(code, choice) ?? choice))
  const basis = answer?.basis ?? usual.basis
  return (
    <fieldset className={own.question} data-open={answer === undefined} disabled={readOnly}>
      <legend>{word('question', code)}</legend>
      {choices.map((choice, at) => (
        <label
          key={choice}
          className={own.chip}
          data-usual={choice === usual.choice}
          data-chosen={choice === answer?.choice}
          title={lineOf(code, choice)}
        >
          <input type="radio" name={code} checked={choice === answer?.choice} onChange={() => onAnswer(choice)} />
          {short[at]}
          {choice === usual.choice && <small>{t('通常')}</small>}
        </label>
      ))}
      {basis.kind !== 'default' && <span className={styles.note}>{sayBasis(basis)}</span>}
    </fieldset>
  )
}
