import { memo, useEffect, useMemo, useRef } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../notice.module.css'
import type { Field, Notice } from '../notice.ts'
import { scrollTo } from '../scroll-to.ts'
import { fieldWord } from '../words.ts'
import { linesOf, type TextLine } from './spans.ts'

interface Props {
  readonly notice: Notice
  readonly selected: string | undefined
  /** The place of a finding that was asked for, in code points. */
  readonly place: number | undefined
  readonly onSelect: (field: Field) => void
}

/** The text as it was read; each field is a coloured span that leads to its row. */
export const NoticeText = ({ notice, selected, place, onSelect }: Props) => {
  const box = useRef<HTMLElement>(null)
  const { text, rows, findings } = notice
  const lines = useMemo(
    () =>
      linesOf(
        text,
        rows.flatMap(({ fields }) => fields),
        findings,
      ),
    [text, rows, findings],
  )
  const parts = useMemo(
    () => new Map(rows.flatMap(({ part, fields }) => fields.map(({ id }) => [id, part] as const))),
    [rows],
  )
  const selectedAt = useMemo(
    () => rows.flatMap(({ fields }) => fields).find(({ id }) => id === selected)?.start,
    [rows, selected],
  )
  const wanted = place ?? selectedAt
  useEffect(() => {
    if (wanted === undefined) return
    const at = lines.findLastIndex(({ start }) => start <= wanted)
    const line = box.current?.querySelector(`[data-line="${lines[at]?.start}"]`)
    if (line) scrollTo(line, box.current)
  }, [wanted, lines])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section ref={box} className={styles.text} aria-label={t('原文')} tabIndex={0}>
      {lines.map((line) => (
        <Line
          key={line.start}
          line={line}
          parts={parts}
          selected={line.pieces.some(({ field }) => field?.id === selected) ? selected : undefined}
          pointed={place !== undefined && line === lines.findLast(({ start }) => start <= place)}
          onSelect={onSelect}
        />
      ))}
    </section>
  )
}

interface LineProps {
  readonly line: TextLine
  readonly parts: ReadonlyMap<string, string>
  readonly selected: string | undefined
  readonly pointed: boolean
  readonly onSelect: (field: Field) => void
}

const Line = memo(({ line, parts, selected, pointed, onSelect }: LineProps) => (
  <p className={styles.line} data-line={line.start} data-pointed={pointed || undefined}>
    {line.pieces.map(({ text, field, found }, at) =>
      field ? (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line never move.
          key={at}
          type="button"
          // The rows beside it are the way by keyboard; hundreds of stops inside the text would be none.
          tabIndex={-1}
          className={styles.span}
          data-part={parts.get(field.id)}
          data-found={found || undefined}
          aria-pressed={field.id === selected}
          title={fieldWord(field.name)}
          onClick={() => onSelect(field)}
        >
          {text}
        </button>
      ) : found ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line never move.
        <span key={at} data-found>
          {text}
        </span>
      ) : (
        text
      ),
    )}
  </p>
))
