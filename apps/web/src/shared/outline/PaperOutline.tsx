import type { Answer } from '@quanheng/papers/conformity/check-paper'
import type { OutlinePage } from '@quanheng/papers/conformity/outline/outline'
import { useEffect, useRef } from 'react'
import { t } from '../i18n/t.ts'
import styles from './outline.module.css'

interface Props {
  readonly pages: readonly OutlinePage[]
  readonly answers: readonly Answer[]
  /** Paragraph that a fault was picked of. */
  readonly picked: number | undefined
}

/** Numbers of the assertions that a paragraph does not satisfy. */
function faultsByParagraph(answers: readonly Answer[]): ReadonlyMap<number, readonly number[]> {
  const out = new Map<number, number[]>()
  for (const { id, faults, status } of answers) {
    if (status !== 'fail' && status !== 'warn') continue
    for (const { at } of faults) {
      if (at.kind !== 'paragraph') continue
      const known = out.get(at.number) ?? []
      if (!known.includes(id)) out.set(at.number, [...known, id])
    }
  }
  return out
}

/** As many numbers as the margin is wide for on one line. */
const perRow = 3

const rowsOf = (ids: readonly number[]): readonly string[] =>
  Array.from({ length: Math.ceil(ids.length / perRow) }, (_, at) => ids.slice(at * perRow, (at + 1) * perRow).join(' '))

interface SheetProps extends Pick<Props, 'picked'> {
  readonly page: OutlinePage
  readonly number: number
  readonly faults: ReadonlyMap<number, readonly number[]>
}

const Sheet = ({ page, number, faults, picked }: SheetProps) => {
  const { width, height, area, lines, boxes } = page
  const first = new Map<number, number>()
  lines.forEach(({ paragraph }, at) => {
    if (!first.has(paragraph)) first.set(paragraph, at)
  })
  return (
    <svg
      className={styles.sheet}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('第 {{number}} 面', { number })}
    >
      <rect className={styles.paper} width={width} height={height} />
      <rect className={styles.area} x={area.x} y={area.y} width={area.width} height={area.height} />
      {lines.map(({ paragraph, x, y, size }) =>
        faults.has(paragraph) ? (
          <rect
            key={`${x} ${y}`}
            className={styles.band}
            data-picked={paragraph === picked || undefined}
            x={area.x - 1}
            y={y - 0.8}
            width={area.width + 2}
            height={size + 1.6}
          />
        ) : null,
      )}
      {boxes.map(({ kind, color, ...box }) => (
        <rect
          key={`${kind} ${box.x} ${box.y}`}
          {...box}
          fill={kind === 'rule' ? `#${color}` : 'none'}
          className={kind === 'cell' ? styles.cell : undefined}
        />
      ))}
      {lines.map(({ x, y, size, color, anchor, text, paragraph }) => (
        <text
          key={`${x} ${y}`}
          x={x}
          y={y + size * 0.86}
          fontSize={size}
          fill={`#${color}`}
          textAnchor={anchor}
          data-paragraph={paragraph}
        >
          {text.trim()}
        </text>
      ))}
      {[...first].map(([paragraph, at]) => {
        const line = lines[at]
        const ids = faults.get(paragraph)
        return line && ids ? (
          <text key={paragraph} className={styles.flag} x={area.x - 3} y={line.y + line.size * 0.8} textAnchor="end">
            {rowsOf(ids).map((row, index) => (
              <tspan key={row} x={area.x - 3} dy={index === 0 ? 0 : 4}>
                {row}
              </tspan>
            ))}
          </text>
        ) : null
      })}
    </svg>
  )
}

/** The pages as the file's settings have them, with the paragraphs that do not satisfy the standard. */
export const PaperOutline = ({ pages, answers, picked }: Props) => {
  const frame = useRef<HTMLDivElement>(null)
  const faults = faultsByParagraph(answers)
  useEffect(() => {
    if (picked === undefined) return
    const line = frame.current?.querySelector(`[data-paragraph="${picked}"]`)
    line?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }, [picked])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by the arrow keys
    <section ref={frame} className={styles.pages} aria-label={t('版面示意')} tabIndex={0}>
      {pages.map((page, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages never change places
        <Sheet key={at} page={page} number={at + 1} faults={faults} picked={picked} />
      ))}
    </section>
  )
}
