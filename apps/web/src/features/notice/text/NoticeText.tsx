import { memo, useEffect, useMemo, useRef } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../notice.module.css'
import type { Field, Notice } from '../notice.ts'
import { scrollTo } from '../scroll-to.ts'
import { fieldWord } from '../words.ts'
import { blocksOf, lastFrom, type TextBlock } from './blocks.ts'
import { linesOf, type TextLine } from './spans.ts'
import { useNear } from './use-near.ts'

interface Props {
  readonly notice: Notice
  readonly selected: string | undefined
  /** The place of a finding that was asked for, in code points. */
  readonly place: number | undefined
  readonly onSelect: (field: Field) => void
}

/** The text as it was read; each field is a coloured span that leads to its row. A long one is coloured where it is looked at. */
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
  const blocks = useMemo(() => blocksOf(lines), [lines])
  const parts = useMemo(
    () => new Map(rows.flatMap(({ part, fields }) => fields.map(({ id }) => [id, part] as const))),
    [rows],
  )
  const selectedAt = useMemo(
    () => rows.flatMap(({ fields }) => fields).find(({ id }) => id === selected)?.start,
    [rows, selected],
  )
  const wanted = place ?? selectedAt
  const wantedLine = wanted === undefined ? undefined : lastFrom(lines, wanted)?.start
  const wantedBlock = wantedLine === undefined ? undefined : lastFrom(blocks, wantedLine)?.start
  useEffect(() => {
    if (wantedLine === undefined) return
    const line = box.current?.querySelector(`[data-line="${wantedLine}"]`)
    if (line) scrollTo(line, box.current)
  }, [wantedLine])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section ref={box} className={styles.text} aria-label={t('原文')} tabIndex={0}>
      {blocks.map((block) => (
        <Block
          key={block.start}
          block={block}
          parts={parts}
          // Only the block that holds them is drawn anew.
          selected={block.lines.some(holds(selected)) ? selected : undefined}
          pointed={place !== undefined && wantedBlock === block.start ? wantedLine : undefined}
          asked={wantedBlock === block.start}
          onSelect={onSelect}
        />
      ))}
    </section>
  )
}

const holds =
  (id: string | undefined) =>
  ({ pieces }: TextLine): boolean =>
    id !== undefined && pieces.some(({ field }) => field?.id === id)

interface BlockProps {
  readonly block: TextBlock
  readonly parts: ReadonlyMap<string, string>
  readonly selected: string | undefined
  /** The line that a finding points to. */
  readonly pointed: number | undefined
  /** It holds what is looked for, and must not wait until it is seen. */
  readonly asked: boolean
  readonly onSelect: (field: Field) => void
}

/** Out of sight, the plain words: the page finds them, and they take the room that they will take. */
const Block = memo(({ block, parts, selected, pointed, asked, onSelect }: BlockProps) => {
  const [ref, near] = useNear()
  if (!near && !asked)
    return (
      <div ref={ref} className={styles.plain}>
        {block.lines.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('\n')}
      </div>
    )
  return (
    <div ref={ref}>
      {block.lines.map((line) => (
        <Line
          key={line.start}
          line={line}
          parts={parts}
          selected={holds(selected)(line) ? selected : undefined}
          pointed={pointed === line.start}
          onSelect={onSelect}
        />
      ))}
    </div>
  )
})

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
