import { partsOf, type SentencePart } from '@quanheng/domain/rule/sentence-parts'
import { useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import styles from './rule.module.css'

interface Props {
  readonly id: string
  readonly text: string
  readonly readOnly: boolean
  /** People judge it: nothing in it has to be understood. */
  readonly judged: boolean
  readonly onChange: (text: string) => void
}

/**
 * The sentence as typed, its words marked where they stand: by what they do in the rule, underlined where nobody understands them.
 * The marks lie under a plain text box, so that caret, selection and input method stay the browser's own; while an input method is
 * composing, nothing is read.
 */
export const SentenceField = ({ id, text, readOnly, judged, onChange }: Props) => {
  const [composed, setComposed] = useState<string>()
  const shown = composed ?? text
  const parts = composed === undefined && !judged ? partsOf(text) : []
  return (
    <div className={styles.field}>
      <div className={styles.scroll}>
        <div className={styles.stack}>
          <div aria-hidden className={styles.under}>
            {parts.length === 0 ? shown : parts.map((part) => <Part key={part.start} part={part} />)}
            {/* A text that ends with a line feed is one line higher than it is drawn. */}
            {'\u200b'}
          </div>
          <textarea
            id={id}
            className={styles.text}
            value={shown}
            readOnly={readOnly}
            rows={1}
            spellCheck={false}
            placeholder={t('如：按完成率计分，最高得满分。每少1家扣0.5分，扣完为止。')}
            onCompositionStart={() => setComposed(text)}
            onCompositionEnd={({ currentTarget }) => {
              setComposed(undefined)
              onChange(currentTarget.value)
            }}
            onChange={({ target }) => (composed === undefined ? onChange(target.value) : setComposed(target.value))}
          />
        </div>
      </div>
      <Legend parts={parts} />
    </div>
  )
}

const Part = ({ part: { text, role, fault } }: { readonly part: SentencePart }) => {
  if (fault !== undefined) return <mark className={styles.fault}>{text}</mark>
  return role === undefined ? text : <mark data-role={role}>{text}</mark>
}

/** What the marks mean, in words: colour alone says nothing. */
const Legend = ({ parts }: { readonly parts: readonly SentencePart[] }) => {
  const roles = [...new Set(parts.flatMap(({ role }) => role ?? []))]
  const faults = parts.some(({ fault }) => fault !== undefined)
  if (roles.length === 0 && !faults) return null
  return (
    <ul className={styles.legend} aria-label={t('标记的含义')}>
      {roles.map((role) => (
        <li key={role}>
          <mark data-role={role}>{word('rulePart', role)}</mark>
          <span className="unseen">
            {parts
              .filter((part) => part.role === role)
              .map((part) => part.text)
              .join('；')}
          </span>
        </li>
      ))}
      {faults && (
        <li>
          <mark className={styles.fault}>{t('未能识别')}</mark>
        </li>
      )}
    </ul>
  )
}
