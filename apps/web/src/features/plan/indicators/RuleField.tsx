import type { IndicatorNode, LeafScoring } from '@quanheng/domain/plan/model'
import { lint } from '@quanheng/domain/rule/lint'
import type { StoredRule } from '@quanheng/domain/rule/model'
import { type NotUnderstood, parse } from '@quanheng/domain/rule/parse'
import { saySentence } from '@quanheng/domain/rule/say'
import { message } from '@quanheng/messages/messages'
import { Button, Input } from 'antd'
import { currentLanguage } from '../../../shared/i18n/language.ts'
import { t } from '../../../shared/i18n/t.ts'
import { useEditor } from '../editor/editor.ts'
import { Labelled } from '../fields/Labelled.tsx'
import styles from '../fields/plan.module.css'
import { RuleAnswers } from './RuleAnswers.tsx'
import { asTyped, judged, withoutRule } from './typed-rule.ts'

interface Props {
  readonly node: IndicatorNode
  readonly scoring: LeafScoring
  readonly onChange: (scoring: LeafScoring) => void
}

/** The sentence of the notice, read back as one types. */
export const RuleField = ({ node, scoring, onChange }: Props) => {
  const { readOnly } = useEditor()
  const { rule } = scoring
  const text = rule?.text ?? scoring.sentence ?? ''
  const fullMark = node.fullMark === '' ? undefined : node.fullMark
  const unread = rule || text.trim() === '' ? [] : parse(text).notUnderstood
  const isJudged = rule?.rule.kind === 'judged'
  return (
    <div className={styles.stack}>
      <Labelled label={t('照文件原文填写')} wide>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            value={text}
            placeholder={t('如：按完成率计分，最高得满分。每少1家扣0.5分，扣完为止。')}
            onChange={({ target }) =>
              onChange(isJudged ? judged(scoring, target.value) : asTyped(scoring, target.value))
            }
          />
        )}
      </Labelled>
      <div role="status">
        {rule && (
          <p className={styles.sentence}>
            <span className={styles.good}>{t('平台理解为：')}</span>
            {saySentence(rule.rule)}
          </p>
        )}
        {unread.length > 0 && <Unread text={text} places={unread} />}
      </div>
      {!readOnly && (
        <div className={styles.row}>
          {isJudged ? (
            <Button size="small" onClick={() => onChange(asTyped(withoutRule(scoring), text))}>
              {t('改为按原文计算')}
            </Button>
          ) : (
            <Button size="small" onClick={() => onChange(judged(scoring, text))}>
              {t('改为人工评定')}
            </Button>
          )}
        </div>
      )}
      {rule && <RuleAnswers scoring={scoring} rule={rule} fullMark={fullMark} onChange={onChange} />}
      {rule && <Faults name={node.name} rule={rule} fullMark={fullMark} />}
    </div>
  )
}

/** The words that were not understood, marked in their place. */
const Unread = ({ text, places }: { readonly text: string; readonly places: readonly NotUnderstood[] }) => {
  const points = [...text]
  const marks = new Set(
    places.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, offset) => start + offset)),
  )
  return (
    <div className={styles.stack}>
      <p className={`${styles.sentence} ${styles.marked}`}>
        {points.map((point, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: code points have no identity but their place
          marks.has(at) ? <mark key={at}>{point}</mark> : <span key={at}>{point}</span>,
        )}
      </p>
      {places.map((place) => (
        <p key={`${place.start}${place.code}`} className={styles.stop}>
          {message(currentLanguage(), place.code, { text: place.text })}
        </p>
      ))}
    </div>
  )
}

interface FaultsProps {
  readonly name: string
  readonly rule: StoredRule
  readonly fullMark: string | undefined
}

/** What the lint says beside the open questions, which are asked above. */
const Faults = ({ name, rule, fullMark }: FaultsProps) => (
  <>
    {lint(rule, fullMark)
      .filter((found) => found.code !== 'rule.open')
      .map((found) => (
        <p
          key={`${found.code}${found.at}${found.span?.start ?? ''}`}
          className={found.severity === 'mustResolve' ? styles.stop : styles.heed}
        >
          {message(currentLanguage(), found.code, { name, ...found.params })}
        </p>
      ))}
  </>
)
