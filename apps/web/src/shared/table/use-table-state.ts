import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { Search } from '../route/search.ts'

export interface TableState {
  readonly page: number
  readonly size: number
  /** `field` or `-field`; empty when the server's own order holds. */
  readonly sort: string
  readonly filters: Search
  /** Key of the row whose drawer is open. */
  readonly open: string
}

export interface TableControl {
  readonly state: TableState
  /** Changes some of it; anything but a page or a drawer begins again at page 1. */
  readonly change: (part: Partial<TableState>) => void
}

export const sizes = [20, 50, 100, 200] as const
const own = ['page', 'size', 'sort', 'open'] as const

const stateOf = (search: Search, defaultSize: number): TableState => {
  const { page, size, sort = '', open = '', ...filters } = search
  return {
    page: Math.max(1, Number.parseInt(page ?? '', 10) || 1),
    size: sizes.find((one) => String(one) === size) ?? defaultSize,
    sort,
    open,
    filters,
  }
}

const searchOf = (state: TableState, defaultSize: number): Record<string, string | undefined> => ({
  ...state.filters,
  page: state.page === 1 ? undefined : String(state.page),
  size: state.size === defaultSize ? undefined : String(state.size),
  sort: state.sort || undefined,
  open: state.open || undefined,
})

const isOwn = (name: string) => (own as readonly string[]).includes(name)

/**
 * Page, order, filters and open row. Kept in the address, so that it survives reload, can be sent to a colleague and
 * goes back with the back button; `local` for a second table on one page or one inside a drawer.
 */
export const useTableState = (filterNames: readonly string[], local: boolean, defaultSize: number): TableControl => {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const [held, setHeld] = useState<Search>({})
  const mine = local ? held : search
  const names = filterNames.join(' ')

  const state = useMemo(() => {
    const wanted = Object.entries(mine).filter(([name]) => isOwn(name) || names.split(' ').includes(name))
    return stateOf(Object.fromEntries(wanted), defaultSize)
  }, [mine, names, defaultSize])

  const change = useCallback(
    (part: Partial<TableState>) => {
      const begins = part.filters !== undefined || part.sort !== undefined || part.size !== undefined
      const cleared = Object.fromEntries(names.split(' ').map((name) => [name, undefined]))
      const next = { ...cleared, ...searchOf({ ...state, ...(begins ? { page: 1 } : {}), ...part }, defaultSize) }
      if (local) setHeld(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as Search)
      else void navigate({ to: '.', search: (before: Search) => ({ ...before, ...next }) } as never)
    },
    [state, names, local, navigate, defaultSize],
  )
  return { state, change }
}
