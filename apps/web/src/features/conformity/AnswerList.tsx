import type { Answer } from '@quanheng/papers/conformity/check-paper'
import { demand, sayClause, sayPlace, sayStatus, wordsIn } from '@quanheng/papers/conformity/say'
import { Button } from 'antd'
import { useState } from 'react'
import { currentLanguage } from '../../shared/i18n/language.ts'
import { t } from '../../shared/i18n/t.ts'
import { StateTag } from '../../shared/state/StateTag.tsx'
import styles from './conformity.module.css'

const tones = { pass: 'done', fail: 'stop', warn: 'heed', unverified: 'waiting' } as const

/** What must be mended first, what could not be seen last. */
const order = ['fail', 'warn', 'unverified', 'pass'] as const

/** As many places as are told of one assertion; a whole paper in a wrong face would fill the page. */
const told = 6

interface AnswerProps {
  readonly answer: Answer
  readonly onPick: (paragraph: number) => void
}

const OneAnswer = ({ answer, onPick }: AnswerProps) => {
  const language = currentLanguage()
  const { says, mend } = demand(language, answer.id)
  const more = answer.faults.length - told
  return (
    <li className={styles.answer} id={`assertion-${answer.id}`}>
      <p className={styles.says}>
        <span className={styles.number}>{answer.id}</span>
        <StateTag word={sayStatus(language, answer)} tone={answer.applies ? tones[answer.status] : 'waiting'} />
        <span>
          {says} <span className={styles.soft}>{sayClause(language, answer.clause)}</span>
        </span>
      </p>
      {answer.faults.slice(0, told).map(({ at, found }) => (
        <p key={`${sayPlace(language, at)}${found}`} className={styles.fault}>
          {at.kind === 'paragraph' ? (
            <Button type="link" size="small" onClick={() => onPick(at.number)}>
              {sayPlace(language, at)}
            </Button>
          ) : (
            <span>{sayPlace(language, at)}</span>
          )}
          <span>{wordsIn(language).found.replace('{found}', found)}</span>
        </p>
      ))}
      {more > 0 && <p className={styles.soft}>{t('另有 {{count}} 处', { count: more })}</p>}
      {(answer.status === 'fail' || answer.status === 'warn') && (
        <p className={styles.mend}>{t('改法：{{mend}}', { mend })}</p>
      )}
    </li>
  )
}

/** Answers in the order of what to do; what holds is folded away. */
export const AnswerList = ({
  answers,
  onPick,
}: {
  readonly answers: readonly Answer[]
  readonly onPick: AnswerProps['onPick']
}) => {
  const [all, setAll] = useState(false)
  const shown = order.flatMap((status) => answers.filter((answer) => answer.status === status))
  const open = shown.filter(({ status }) => status !== 'pass')
  return (
    <>
      <ol className={styles.answers}>
        {(all ? shown : open).map((answer) => (
          <OneAnswer key={answer.id} answer={answer} onPick={onPick} />
        ))}
      </ol>
      <Button onClick={() => setAll(!all)}>
        {all ? t('只看要处理的') : t('全部 {{count}} 项', { count: answers.length })}
      </Button>
    </>
  )
}
