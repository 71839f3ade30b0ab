import type { LeafScoring } from '@quanheng/domain/plan/model'
import { openQuestions } from '@quanheng/domain/rule/lint'
import type { StoredRule } from '@quanheng/domain/rule/model'
import { choicesOf, lineOf, type QuestionCode, questionCodes } from '@quanheng/domain/rule/questions'
import { Button, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { useSession } from '../../../shared/session/session.ts'
import { sayBasis } from '../fields/BasisField.tsx'
import { Labelled } from '../fields/Labelled.tsx'
import styles from '../fields/plan.module.css'

interface Props {
  readonly scoring: LeafScoring
  readonly rule: StoredRule
  readonly fullMark: string | undefined
  readonly onChange: (scoring: LeafScoring) => void
}

const words = (question: string, choice: string): string => lineOf(question, choice) ?? choice

/** 口径: what the sentence leaves open, each with the usual reading, confirmed or chosen otherwise by the drafter. */
export const RuleAnswers = ({ scoring, rule, fullMark, onChange }: Props) => {
  const session = useSession()
  const open = openQuestions(rule, fullMark)
  const answer = (choices: Readonly<Record<string, string>>) => {
    const asked = new Set(Object.keys(choices))
    const given = Object.entries(choices).map(([question, choice]) => ({
      question,
      choice,
      basis: {
        kind: 'interpretation' as const,
        by: session.person.name,
        on: session.today,
        reason: t('起草时确认'),
      },
    }))
    const answers = [...rule.answers.filter((row) => !asked.has(row.question)), ...given]
    onChange({ ...scoring, rule: { ...rule, answers } })
  }
  return (
    <div className={styles.stack}>
      {open.length > 0 && (
        <div className={styles.row}>
          <span className={styles.heed}>{t('原文有 {{count}} 处没有写明，请确认：', { count: open.length })}</span>
          <Button
            size="small"
            onClick={() => answer(Object.fromEntries(open.map((question) => [question.code, question.usual])))}
          >
            {t('全部采用通常做法')}
          </Button>
        </div>
      )}
      <div className={styles.fields}>
        {open.map((question, at) => (
          <Labelled key={question.code} label={t('第 {{number}} 处待确认', { number: at + 1 })} wide>
            {(id) => (
              <Select
                id={id}
                value={null}
                popupMatchSelectWidth={false}
                style={{ width: '100%' }}
                placeholder={t('通常：{{words}}', { words: words(question.code, question.usual) })}
                options={question.choices.map((choice) => ({ value: choice, label: words(question.code, choice) }))}
                onChange={(choice: string | null) => choice && answer({ [question.code]: choice })}
              />
            )}
          </Labelled>
        ))}
        {rule.answers.map((row, at) => (
          <Labelled key={row.question} label={t('第 {{number}} 处口径', { number: at + 1 })} wide>
            {(id) => (
              <>
                <Select
                  id={id}
                  value={row.choice}
                  popupMatchSelectWidth={false}
                  style={{ width: '100%' }}
                  options={choicesFor(row.question).map((choice) => ({
                    value: choice,
                    label: words(row.question, choice),
                  }))}
                  onChange={(choice) => answer({ [row.question]: choice })}
                />
                <span className={styles.note}>{sayBasis(row.basis)}</span>
              </>
            )}
          </Labelled>
        ))}
      </div>
    </div>
  )
}

const choicesFor = (question: string): readonly string[] =>
  questionCodes.includes(question as QuestionCode) ? choicesOf(question as QuestionCode) : []
