import { lint } from '@quanheng/domain/rule/lint'
import type { StoredRule } from '@quanheng/domain/rule/model'
import { message } from '../../../shared/i18n/message.ts'
import styles from '../fields/plan.module.css'

interface Props {
  readonly name: string
  readonly rule: StoredRule
  readonly fullMark: string | undefined
}

/** What the lint says beside the open questions, which are asked for themselves. */
export const Faults = ({ name, rule, fullMark }: Props) =>
  lint(rule, fullMark)
    .filter((found) => found.code !== 'rule.open')
    .map((found) => (
      <p
        key={`${found.code}${found.at}${found.span?.start ?? ''}`}
        className={found.severity === 'mustResolve' ? styles.stop : styles.heed}
      >
        {message(found.code, { name, ...found.params })}
      </p>
    ))
