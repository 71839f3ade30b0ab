import type { PlanContent } from '@quanheng/domain/plan/model'
import { leaves } from '@quanheng/domain/plan/tree'
import { Segmented } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { useEditor } from '../editor/editor.ts'
import styles from '../fields/plan.module.css'
import { Source } from '../fields/Source.tsx'
import { cellText, pastedCells, withCells, withColumn, withWords } from './cells.ts'
import grid from './tasks.module.css'

/** Units in the order of their groups, then those that carry a task without a group. */
const unitsOf = (content: PlanContent): readonly { readonly unitId: string; readonly group: string }[] => {
  const grouped = content.unitGroups.flatMap((group) => group.unitIds.map((unitId) => ({ unitId, group: group.name })))
  const known = new Set(grouped.map((row) => row.unitId))
  const others = [...new Set(content.tasks.map((task) => task.unitId))].filter((id) => id !== '' && !known.has(id))
  return [...grouped, ...others.map((unitId) => ({ unitId, group: '' }))]
}

const neighbour = (cell: HTMLElement, down: number, across: number): HTMLElement | null => {
  const { row = '0', column = '0' } = cell.dataset
  return (
    cell
      .closest('table')
      ?.querySelector<HTMLElement>(`[data-row="${Number(row) + down}"][data-column="${Number(column) + across}"]`) ??
    null
  )
}

interface CellProps {
  readonly row: number
  readonly column: number
  readonly label: string
  readonly text: string
  readonly pending: boolean
  readonly disabled: boolean
  readonly onType: (text: string) => void
  readonly onPaste: (event: ClipboardEvent) => void
  readonly onFocus: () => void
}

const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
  const step = { Enter: [1, 0], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key]
  if (!step || event.nativeEvent.isComposing) return
  event.preventDefault()
  neighbour(event.currentTarget, step[0] ?? 0, step[1] ?? 0)?.focus()
}

/** A cell that was emptied takes the unit off the leaf only when it is left: what is typed over it keeps the task. */
const Cell = ({ row, column, label, text, pending, disabled, onType, onPaste, onFocus }: CellProps) => {
  const [emptied, setEmptied] = useState(false)
  const shown = emptied ? '' : text
  return (
    <input
      data-row={row}
      data-column={column}
      data-pending={pending || undefined}
      aria-label={label}
      value={shown}
      title={shown}
      disabled={disabled}
      onChange={({ target }) => {
        const empty = target.value === ''
        setEmptied(empty)
        if (!empty) onType(target.value)
      }}
      onBlur={() => {
        if (emptied) onType('')
        setEmptied(false)
      }}
      onPaste={onPaste}
      onKeyDown={onKey}
      onFocus={onFocus}
    />
  )
}

interface FillProps {
  readonly label: string
  readonly onFill: (text: string) => void
}

/** One entry for all the blank cells of a column. */
const Fill = ({ label, onFill }: FillProps) => {
  const [text, setText] = useState('')
  return (
    <input
      aria-label={label}
      value={text}
      placeholder={t('整列填入，按回车')}
      onChange={({ target }) => setText(target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return
        event.preventDefault()
        onFill(text)
        setText('')
      }}
    />
  )
}

/** Units × leaves; a cell holds the target or, turned over, the words of the task. */
export const TaskGrid = () => {
  const { content, update, readOnly, nameOf } = useEditor()
  const [side, setSide] = useState<'target' | 'task'>('target')
  const [focused, setFocused] = useState<string>()
  const columns = leaves(content)
  const rows = unitsOf(content)
  const tasks = new Map(content.tasks.map((task) => [`${task.leafKey}\n${task.unitId}`, task]))

  const type = (leafKey: string, unitId: string, text: string) => {
    if (side === 'target') update({ tasks: withCells(content, [{ leafKey, unitId, text }]) })
    else
      update({
        tasks: content.tasks.map((task) =>
          task.leafKey === leafKey && task.unitId === unitId ? { ...task, task: text } : task,
        ),
      })
  }
  const paste = (top: number, left: number) => (event: ClipboardEvent) => {
    const cells = pastedCells(event.clipboardData.getData('text/plain'))
    if (side === 'task' || (cells.length === 1 && cells[0]?.length === 1)) return
    event.preventDefault()
    const edits = cells.flatMap((line, down) =>
      line.flatMap((text, across) => {
        const [leaf, unit] = [columns[left + across], rows[top + down]]
        return leaf && unit ? [{ leafKey: leaf.key, unitId: unit.unitId, text }] : []
      }),
    )
    update({ tasks: withCells(content, edits) })
  }
  const fill = (leafKey: string, text: string) => {
    const unitIds = rows.map((row) => row.unitId)
    update({
      tasks: side === 'target' ? withColumn(content, leafKey, unitIds, text) : withWords(content, leafKey, text),
    })
  }

  if (columns.length === 0) return <p className={styles.note}>{t('还没有指标。先在“指标体系”中添加。')}</p>
  if (rows.length === 0) return <p className={styles.note}>{t('还没有考核对象。先在上面的考核分组中选择单位。')}</p>
  return (
    <>
      <div className={styles.row}>
        <Segmented
          size="small"
          disabled={false}
          value={side}
          onChange={setSide}
          options={[
            { value: 'target', label: t('看目标值') },
            { value: 'task', label: t('看任务内容') },
          ]}
        />
        {focused !== undefined && <Source at={focused} name={t('当前格')} />}
      </div>
      <div className={styles.scroll}>
        <table className={styles.grid}>
          <caption className="unseen">{t('考核对象及任务分配表')}</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.fixed}>
                {t('单位')}
              </th>
              {columns.map((leaf) => (
                <th key={leaf.key} scope="col" className={grid.head}>
                  {leaf.name || t('未命名指标')}
                  {leaf.scoring?.card.unit ? <span className={styles.note}>（{leaf.scoring.card.unit}）</span> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {!readOnly && (
              <tr>
                <th scope="row" className={styles.fixed}>
                  {t('整列填入')}
                  <div className={styles.note}>{t('已填的不动')}</div>
                </th>
                {columns.map((leaf) => (
                  <td key={leaf.key} className={`${grid.cell} ${grid.fill}`}>
                    <Fill label={t('{{leaf}} 整列填入', { leaf: leaf.name })} onFill={(text) => fill(leaf.key, text)} />
                  </td>
                ))}
              </tr>
            )}
            {rows.map((unit, row) => (
              <tr key={`${unit.unitId}${unit.group}`}>
                <th scope="row" className={styles.fixed}>
                  {nameOf(unit.unitId)}
                  <div className={styles.note}>{unit.group || t('未编组')}</div>
                </th>
                {columns.map((leaf, column) => {
                  const task = tasks.get(`${leaf.key}\n${unit.unitId}`)
                  const text = side === 'target' ? cellText(task) : (task?.task ?? '')
                  return (
                    <td key={leaf.key} className={grid.cell} data-at={`tasks[${leaf.key},${unit.unitId}]`}>
                      <Cell
                        row={row}
                        column={column}
                        label={t('{{unit}} {{leaf}}', { unit: nameOf(unit.unitId), leaf: leaf.name })}
                        text={text}
                        pending={task?.target?.kind === 'pending'}
                        disabled={readOnly || (side === 'task' && !task)}
                        onType={(typed) => type(leaf.key, unit.unitId, typed)}
                        onPaste={paste(row, column)}
                        onFocus={() => setFocused(`tasks[${leaf.key},${unit.unitId}]`)}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={styles.fixed}>
                {t('承担家数')}
              </th>
              {columns.map((leaf) => (
                <td key={leaf.key} className={styles.figure}>
                  {content.tasks.filter((task) => task.leafKey === leaf.key && task.unitId !== '').length}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  )
}
