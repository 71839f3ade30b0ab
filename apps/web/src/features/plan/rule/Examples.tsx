import { checkCase, type WorkedCase } from '@quanheng/domain/rule/cases'
import type { Coverage } from '@quanheng/domain/rule/coverage'
import { inputsOf } from '@quanheng/domain/rule/inputs'
import type { StoredRule } from '@quanheng/domain/rule/model'
import { saySentence } from '@quanheng/domain/rule/say'
import { Button, Input } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { removeAt, replaceAt } from '../editor/rows.ts'
import styles from '../fields/plan.module.css'
import { Covered } from './Covered.tsx'
import { GivenInput } from './GivenInput.tsx'
import { foreignTo, Misfits } from './Misfits.tsx'
import own from './rule.module.css'

interface Props {
  readonly rule: StoredRule
  readonly fullMark: string
  readonly cases: readonly WorkedCase[]
  readonly coverage: Coverage
  /** Of the coverage's, those that have a score to confirm. */
  readonly proposals: readonly WorkedCase[]
  readonly readOnly: boolean
  readonly onPick: (at: number) => void
  readonly onChange: (cases: readonly WorkedCase[]) => void
}

/** 计分示例: given these figures, these points. The plan is not issued while one of them does not hold. */
export const Examples = (props: Props) => {
  const { rule, fullMark, cases, coverage, proposals, readOnly, onPick, onChange } = props
  const inputs = inputsOf(rule.rule)
  const add = () => {
    const given = cases.at(-1)?.given ?? proposals[0]?.given ?? {}
    onChange([...cases, { given, score: '', clause: saySentence(rule.rule) }])
  }
  return (
    <section className={own.side} aria-label={t('计分示例')}>
      <div className={styles.row}>
        <h3>{t('计分示例')}</h3>
        {!readOnly && (
          <>
            {proposals.length > 0 && (
              <Button size="small" onClick={() => onChange([...cases, ...proposals])}>
                {t('补齐 {{count}} 个示例', { count: proposals.length })}
              </Button>
            )}
            <Button size="small" onClick={add}>
              {t('添加示例')}
            </Button>
          </>
        )}
      </div>
      <Covered coverage={coverage} ready={proposals.length} />
      <Misfits rule={rule} cases={cases} readOnly={readOnly} onChange={onChange} />
      {cases.length > 0 && (
        <div className={own.wide}>
          <table className={own.examples}>
            <caption className="unseen">{t('计分示例')}</caption>
            <thead>
              <tr>
                {inputs.map(({ name, unit }) => (
                  <th scope="col" key={name}>
                    {unit ? t('{{name}}（{{unit}}）', { name, unit }) : name}
                  </th>
                ))}
                <th scope="col">{t('应得分')}</th>
                <th scope="col">{t('试算')}</th>
                {!readOnly && <th scope="col">{t('操作')}</th>}
              </tr>
            </thead>
            <tbody>
              {cases.map((one, at) => {
                const change = (next: Partial<WorkedCase>) => onChange(replaceAt(cases, at, { ...one, ...next }))
                const number = at + 1
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an example has no identity but its place
                  <tr key={at} onFocus={() => onPick(at)}>
                    {inputs.map((input) => (
                      <td key={input.name}>
                        <GivenInput
                          input={input}
                          label={t('示例 {{number}} {{name}}', { number, name: input.name })}
                          value={one.given[input.name]}
                          readOnly={readOnly}
                          onChange={(words) => change({ given: { ...one.given, [input.name]: words } })}
                        />
                      </td>
                    ))}
                    <td>
                      <Input
                        size="small"
                        aria-label={t('示例 {{number}} 应得分', { number })}
                        value={one.score}
                        onChange={({ target }) => change({ score: target.value.trim() })}
                      />
                    </td>
                    <td>
                      <Checked rule={rule} fullMark={fullMark} one={one} />
                    </td>
                    {!readOnly && (
                      <td>
                        <Button
                          type="text"
                          size="small"
                          aria-label={t('删除示例 {{number}}', { number })}
                          onClick={() => onChange(removeAt(cases, at))}
                        >
                          {t('删除')}
                        </Button>
                      </td>
                    )}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

interface CheckedProps {
  readonly rule: StoredRule
  readonly fullMark: string
  readonly one: WorkedCase
}

const Checked = ({ rule, fullMark, one }: CheckedProps) => {
  if (foreignTo(rule, one).length > 0) return <span className={styles.stop}>{t('不适用')}</span>
  const { holds, got } = checkCase(rule, fullMark, one)
  return holds ? (
    <span className={styles.good}>{t('相符')}</span>
  ) : (
    <span className={styles.stop}>{t('算得 {{got}}', { got })}</span>
  )
}
