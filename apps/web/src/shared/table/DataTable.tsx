import type { QueryRoute } from '@quanheng/contract/route'
import type { TableFormat } from '@quanheng/contract/shapes'
import { lazy, type ReactNode, Suspense } from 'react'
import type { AnswerOf } from '../api/client.ts'
import { download, type FileRoute } from '../api/download.ts'
import { useQueryRoute } from '../api/hooks.ts'
import type { CallInput } from '../api/input.ts'
import { t } from '../i18n/t.ts'
import { Refusal } from '../page/Refusal.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import type { Column, Filter } from './column.ts'
import { ExportButton } from './ExportButton.tsx'
import { Pager } from './Pager.tsx'
import { QueryForm } from './QueryForm.tsx'
import { Sheet } from './Sheet.tsx'
import styles from './table.module.css'
import { useColumnChoice } from './use-column-choice.ts'
import { useTableState } from './use-table-state.ts'

const RowDrawer = lazy(() => import('./RowDrawer.tsx'))

interface Paged {
  readonly rows: readonly unknown[]
  /** Absent when the route gives all rows at once. */
  readonly total?: number
}

export type RowOf<R extends QueryRoute> = AnswerOf<R> extends { readonly rows: readonly (infer Row)[] } ? Row : never

export interface DataTableProps<R extends QueryRoute> {
  /** Names the remembered columns; unique in the product, e.g. `plans`. */
  readonly id: string
  readonly caption: string
  /** Replies `{ rows, total }` (`paged` of the contract), or `{ rows }` without paging. */
  readonly route: R
  /** `params`, and query values that no filter changes. */
  readonly input?: { readonly params?: unknown; readonly query?: Readonly<Record<string, unknown>> }
  readonly columns: readonly Column<RowOf<R>>[]
  readonly rowKey: (row: RowOf<R>) => string
  readonly filters?: readonly Filter[]
  /** Totals row from the reply, over the whole filtered set, by column key. */
  readonly totals?: (reply: AnswerOf<R>) => Readonly<Record<string, ReactNode>> | undefined
  /** A `file` route that takes the same query and answers with the whole filtered set. */
  readonly exportRoute?: FileRoute
  /** The import button stands beside the export. */
  readonly importSlot?: ReactNode
  /** Other buttons above the table. */
  readonly actions?: ReactNode
  /** Detail of a row, in a drawer at the right. */
  readonly drawer?: {
    readonly title: (row: RowOf<R>) => ReactNode
    readonly content: (row: RowOf<R>) => ReactNode
    readonly width?: number
  }
  /** Instead of a drawer: go somewhere. */
  readonly onOpen?: (row: RowOf<R>) => void
  readonly below?: (row: RowOf<R>) => ReactNode
  /** What to say, and to do, when there is nothing yet. */
  readonly empty?: ReactNode
  /** Keep page, order and filters out of the address: a second table on a page, or one in a drawer. */
  readonly local?: boolean
  readonly pageSize?: 20 | 50 | 100 | 200
}

/** A list of the product: query form, table, paging and export over one route of the contract. */
export const DataTable = <R extends QueryRoute>(props: DataTableProps<R>) => {
  const { route, columns, filters = [], rowKey, drawer, exportRoute, pageSize = 50 } = props
  const { state, change } = useTableState(
    filters.map((filter) => filter.name),
    props.local === true,
    pageSize,
  )
  const choice = useColumnChoice(props.id, columns)

  const narrowed = { ...props.input?.query, ...state.filters, ...(state.sort === '' ? {} : { sort: state.sort }) }
  const query = { ...narrowed, page: state.page, size: state.size }
  const asked = useQueryRoute(route, { params: props.input?.params, query } as unknown as CallInput<R>)
  const reply = asked.data as (AnswerOf<R> & Paged) | undefined
  const rows = (reply?.rows ?? []) as readonly RowOf<R>[]
  const opened = drawer && rows.find((row) => rowKey(row) === state.open)

  const takeOut = (file: FileRoute, format: TableFormat) =>
    download(file, { params: props.input?.params, query: { ...narrowed, format } } as unknown as CallInput<FileRoute>)

  return (
    <div className={styles.block}>
      {filters.length > 0 && (
        <QueryForm filters={filters} values={state.filters} onQuery={(values) => change({ filters: values })} />
      )}
      <div className={styles.toolbar}>
        {props.actions}
        <div className={styles.tools}>
          {props.importSlot}
          {exportRoute && <ExportButton size="small" onExport={(format) => takeOut(exportRoute, format)} />}
          <ColumnMenu columns={columns} choice={choice} />
        </div>
      </div>
      {asked.error ? (
        <Refusal refusal={asked.error} onRetry={asked.refetch} />
      ) : (
        <Sheet
          caption={props.caption}
          columns={choice.shown}
          rows={rows}
          rowKey={rowKey}
          firstNumber={(state.page - 1) * state.size + 1}
          totals={reply && props.totals?.(reply)}
          sort={state.sort}
          onSort={(sort) => change({ sort })}
          onOpen={drawer ? (row) => change({ open: rowKey(row) }) : props.onOpen}
          openKey={state.open}
          below={props.below}
          empty={reply ? props.empty : t('正在读取…')}
          stale={asked.isFetching}
        />
      )}
      {reply?.total !== undefined && (
        <Pager
          page={state.page}
          size={state.size}
          total={reply.total}
          onPage={(page) => change({ page })}
          onSize={(size) => change({ size })}
        />
      )}
      {drawer && opened && (
        <Suspense>
          <RowDrawer title={drawer.title(opened)} width={drawer.width} onClose={() => change({ open: '' })}>
            {drawer.content(opened)}
          </RowDrawer>
        </Suspense>
      )}
    </div>
  )
}
