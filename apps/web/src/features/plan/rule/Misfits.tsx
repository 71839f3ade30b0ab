import type { WorkedCase } from '@quanheng/domain/rule/cases'
import { inputsOf } from '@quanheng/domain/rule/inputs'
import type { StoredRule } from '@quanheng/domain/rule/model'
import { Button } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../fields/plan.module.css'

/** What an example names and the rule, as it reads now, does not. */
export const foreignTo = ({ rule }: StoredRule, { given }: WorkedCase): readonly string[] => {
  const known = new Set(inputsOf(rule).map(({ name }) => name))
  return Object.keys(given).filter((name) => !known.has(name))
}

interface Props {
  readonly rule: StoredRule
  readonly cases: readonly WorkedCase[]
  readonly readOnly: boolean
  readonly onChange: (cases: readonly WorkedCase[]) => void
}

/** Examples of an earlier wording, said once for all of them. */
export const Misfits = ({ rule, cases, readOnly, onChange }: Props) => {
  const names = new Set(cases.flatMap((one) => foreignTo(rule, one)))
  if (names.size === 0) return null
  const fitting = cases.filter((one) => foreignTo(rule, one).length === 0)
  return (
    <div className={styles.row}>
      <span className={styles.stop}>
        {t('{{count}} 个示例照以前的写法填写：规则里没有“{{names}}”。', {
          count: cases.length - fitting.length,
          names: [...names].join('、'),
        })}
      </span>
      {!readOnly && (
        <Button size="small" onClick={() => onChange(fitting)}>
          {t('删去这些示例')}
        </Button>
      )}
    </div>
  )
}
