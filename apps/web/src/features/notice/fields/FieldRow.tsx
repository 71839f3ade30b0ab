import { stepKinds } from '@quanheng/domain/plan/model'
import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { tabOf } from '../../../shared/plan-diff/place.ts'
import styles from '../notice.module.css'
import { type Choice, choiceOf, type Field, type Notice, wordsOf } from '../notice.ts'
import { scrollTo } from '../scroll-to.ts'
import { fieldWord, stateWord, valueWords } from '../words.ts'

/** The reader is less sure below: the words should be read again. */
const unsureBelow = 80

interface Props {
  readonly notice: Notice
  readonly field: Field
  readonly selected: boolean
  readonly busy: boolean
  /** No choice is taken any more. */
  readonly closed: boolean
  /** Where it stands in the plan that was made. */
  readonly at: string | undefined
  readonly onSelect: (field: Field) => void
  readonly onChoose: (field: Field, choice: Choice | null) => void
}

/** One field: what was read, what counts, and the four answers. */
export const FieldRow = ({ notice, field, selected, busy, closed, at, onSelect, onChoose }: Props) => {
  const row = useRef<HTMLDivElement>(null)
  const [correction, setCorrection] = useState<string>()
  const choice = choiceOf(notice, field.id)
  useEffect(() => {
    if (selected && row.current) scrollTo(row.current, row.current.closest('section'))
  }, [selected])
  const answers = (['accepted', 'asked', 'left'] as const).map((state) => ({
    state,
    label: { accepted: t('采用'), asked: t('待问'), left: t('不采用') }[state],
  }))
  const correct = () => {
    if (correction === undefined || correction.trim() === '') return
    onChoose(field, { state: 'corrected', value: correction })
    setCorrection(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setCorrection(undefined)
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      correct()
    }
  }
  return (
    <div ref={row} className={styles.field} data-selected={selected || undefined} data-state={choice?.state}>
      <button type="button" className={styles.value} aria-pressed={selected} onClick={() => onSelect(field)}>
        <span className={styles.name}>{fieldWord(field.name)}</span>
        <span className={styles.words}>{valueWords(field, wordsOf(notice, field))}</span>
        {choice?.state === 'corrected' && <s className={styles.read}>{valueWords(field, field.value)}</s>}
      </button>
      <span className={styles.state}>
        {stateWord(choice?.state)}
        {choice === undefined && field.confidence < unsureBelow && (
          <em className={styles.unsure}>{t('把握{{percent}}%', { percent: field.confidence })}</em>
        )}
        {at !== undefined && notice.planId !== null && (
          <Link
            to="/plans/$planId"
            params={{ planId: notice.planId }}
            search={{ tab: tabOf(at), at } as never}
            aria-label={t('{{field}} 看方案', { field: fieldWord(field.name) })}
          >
            {t('看方案')}
          </Link>
        )}
      </span>
      {!closed && correction === undefined && (
        <span className={styles.answers}>
          {answers.map(({ state, label }) => (
            <button
              key={state}
              type="button"
              disabled={busy}
              aria-pressed={choice?.state === state}
              onClick={() => onChoose(field, choice?.state === state ? null : { state })}
            >
              {label}
            </button>
          ))}
          {field.name === 'stepKind' ? (
            <Select
              size="small"
              aria-label={t('更正环节类别')}
              placeholder={t('选择类别')}
              value={choice?.state === 'corrected' ? choice.value : null}
              disabled={busy}
              popupMatchSelectWidth={false}
              options={stepKinds.map((kind) => ({ value: kind, label: word('stepKind', kind) }))}
              onChange={(value: string | null) => value && onChoose(field, { state: 'corrected', value })}
            />
          ) : (
            <button type="button" disabled={busy} onClick={() => setCorrection(wordsOf(notice, field))}>
              {t('更正')}
            </button>
          )}
        </span>
      )}
      {!closed && correction !== undefined && (
        <span className={styles.correct}>
          <Input.TextArea
            autoFocus
            rows={2}
            aria-label={t('更正为')}
            value={correction}
            onChange={({ target }) => setCorrection(target.value)}
            onKeyDown={onKeyDown}
          />
          <Button size="small" type="primary" disabled={busy || correction.trim() === ''} onClick={correct}>
            {t('更正')}
          </Button>
          <Button size="small" onClick={() => setCorrection(undefined)}>
            {t('取消')}
          </Button>
        </span>
      )}
    </div>
  )
}
