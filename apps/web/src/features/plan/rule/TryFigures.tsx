import { caseFacts, type WorkedCase } from '@quanheng/domain/rule/cases'
import { evaluate } from '@quanheng/domain/rule/evaluate'
import { inputsOf } from '@quanheng/domain/rule/inputs'
import type { StoredRule } from '@quanheng/domain/rule/model'
import { useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { OutcomeTrace } from '../../../shared/why/OutcomeTrace.tsx'
import { Labelled } from '../fields/Labelled.tsx'
import styles from '../fields/plan.module.css'
import { GivenInput } from './GivenInput.tsx'
import own from './rule.module.css'

interface Props {
  readonly rule: StoredRule
  readonly fullMark: string
}

/** Figures tried on a rule: what comes out, and how. */
export const TryFigures = ({ rule, fullMark }: Props) => {
  const [given, setGiven] = useState<WorkedCase['given']>({})
  const inputs = inputsOf(rule.rule)
  const outcome = evaluate(rule, caseFacts(rule, fullMark, given))
  return (
    <div className={styles.stack}>
      <div className={own.try}>
        {inputs.map((input) => (
          <Labelled
            key={input.name}
            label={input.unit ? t('{{name}}（{{unit}}）', { name: input.name, unit: input.unit }) : input.name}
          >
            {() => (
              <GivenInput
                input={input}
                label={input.name}
                value={given[input.name]}
                readOnly={false}
                onChange={(words) => setGiven({ ...given, [input.name]: words })}
              />
            )}
          </Labelled>
        ))}
      </div>
      <div role="status" className={styles.stack}>
        {outcome.status === 'scored' && (
          <p className={own.result}>{t('得 {{points}} 分', { points: outcome.points.replace('-', '−') })}</p>
        )}
        <OutcomeTrace outcome={outcome} />
      </div>
    </div>
  )
}
