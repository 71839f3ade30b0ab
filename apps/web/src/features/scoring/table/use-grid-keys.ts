import type { KeyboardEvent, RefObject } from 'react'

interface GridActs {
  /** Enter on a cell of this item. */
  readonly onOpen: (itemId: string) => void
  /** Ctrl+Enter: on to the next item that lacks something. */
  readonly onNext: (itemId: string) => void
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

const cellsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('[data-cell]')]

/** Arrows move between cells of rows with `data-item`; keys inside a control of a cell stay that control's. */
export const useGridKeys =
  (table: RefObject<HTMLTableElement | null>, { onOpen, onNext }: GridActs) =>
  (event: KeyboardEvent) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null
    const row = cell?.closest<HTMLElement>('[data-item]')
    const itemId = row?.dataset.item
    if (!cell || !row || !itemId) return
    if (event.key === 'Enter') {
      if (event.ctrlKey || event.metaKey) onNext(itemId)
      else if (event.target !== cell) return
      else onOpen(itemId)
      event.preventDefault()
      return
    }
    const step = steps[event.key]
    if (!step) return
    const rows = [...(table.current?.querySelectorAll('[data-item]') ?? [])]
    const next = rows[rows.indexOf(row) + step[0]]
    const target = next && cellsOf(next)[cellsOf(row).indexOf(cell) + step[1]]
    target?.focus()
    if (target) event.preventDefault()
  }
