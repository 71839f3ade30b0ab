import type { Outcome } from '@quanheng/domain/rule/outcome'
import { lineOf } from '@quanheng/domain/rule/questions'
import { Figure } from '../figure/Figure.tsx'
import { message } from '../i18n/message.ts'
import { t } from '../i18n/t.ts'
import { stepsOf } from './say.ts'
import styles from './why.module.css'

type Shown =
  | Exclude<Outcome, { status: 'error' }>
  | { readonly status: 'error'; readonly code: string; readonly at: string }

const Scored = ({ outcome }: { readonly outcome: Extract<Outcome, { status: 'scored' }> }) => {
  const { trace } = outcome
  return (
    <>
      <ol className={styles.trace}>
        {stepsOf(trace).map((step) => (
          <li key={`${step.code}${step.clause}${step.arithmetic}`}>
            <span>{step.clause}</span>
            <code>{step.arithmetic}</code>
          </li>
        ))}
      </ol>
      {trace.losses.length > 0 && (
        <ul className={styles.losses}>
          {trace.losses.map((loss) => (
            <li key={`${loss.code}${loss.clause}${loss.points}`}>
              {message(loss.code)} <Figure value={loss.points} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The arithmetic line by line; where there is no score, what is missing or how the sentence may be read. */
export const OutcomeTrace = ({ outcome }: { readonly outcome: Shown }) => {
  switch (outcome.status) {
    case 'scored':
      return <Scored outcome={outcome} />
    case 'missing':
      return <p>{t('缺少：{{needs}}。缺数据不按 0 分计。', { needs: outcome.needs.join('、') })}</p>
    case 'ambiguous':
      return (
        <>
          <p>{t('评分标准有未明确之处，各种理解的得分：')}</p>
          <ul>
            {outcome.readings.map((reading) => (
              <li key={JSON.stringify(reading.answers)}>
                {reading.answers.map(({ question, choice }) => lineOf(question, choice) ?? choice).join('，')}{' '}
                <Figure value={reading.points} />
              </li>
            ))}
          </ul>
        </>
      )
    case 'error':
      return <p>{message(outcome.code, { name: outcome.at })}</p>
  }
}
