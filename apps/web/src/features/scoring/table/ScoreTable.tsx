import { Button } from 'antd'
import { Fragment, lazy, Suspense, useRef, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../scoring.module.css'
import { lacksReason, type Row, type Sheet } from '../sheet.ts'
import { ScoreCells, titles } from './ScoreCells.tsx'
import { useGridKeys } from './use-grid-keys.ts'

const RowDetail = lazy(() => import('./RowDetail.tsx'))
const WhyItem = lazy(() => import('../../../shared/why/WhyItem.tsx'))

/** The table of one indicator. Unit and group stay in sight; a row opens to its trace and to what the handler says about it. */
export const ScoreTable = ({ sheet }: { readonly sheet: Sheet }) => {
  const [open, setOpen] = useState<string>()
  const [why, setWhy] = useState<string>()
  const table = useRef<HTMLTableElement>(null)
  const records = sheet.may.includes('record')
  const heads = titles(sheet)

  /** The next unit below that lacks a reason, from the top again after the last. */
  const toNextMissing = (from: string | undefined) => {
    const at = sheet.rows.findIndex((row) => row.itemId === from)
    const ordered = [...sheet.rows.slice(at + 1), ...sheet.rows.slice(0, at + 1)]
    const next = ordered.find((row) => row.itemId !== from && lacksReason(row) && row.fallen === null)
    setOpen(next?.itemId)
    if (next) table.current?.querySelector<HTMLElement>(`[data-item="${next.itemId}"] [tabindex]`)?.focus()
  }
  const toggle = (row: Row) => setOpen(open === row.itemId ? undefined : row.itemId)
  const keys = useGridKeys(table, {
    onOpen: (itemId) => setOpen(open === itemId ? undefined : itemId),
    onNext: toNextMissing,
  })
  const missing = sheet.rows.some((row) => lacksReason(row) && row.fallen === null)
  return (
    <section className={styles.tableBlock} aria-label={t('评分表')}>
      <div className={styles.tableBar}>
        <span className={styles.hint}>{t('方向键移动，回车展开或填写，Ctrl+回车转到下一个缺理由的单位')}</span>
        {records && missing && (
          <Button size="small" onClick={() => toNextMissing(open)}>
            {t('下一个缺理由的单位')}
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('评分表内容')}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells are moved between with arrows, as the grid pattern says */}
        <table ref={table} role="grid" className={styles.table} onKeyDown={keys}>
          <caption className="unseen">{t('评分表')}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.key} scope="col" className={head.figure ? styles.figure : undefined}>
                  {head.title}
                  {head.unit && <small className={styles.unit}>{head.unit}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((row, index) => (
              <Fragment key={row.itemId}>
                <tr
                  data-item={row.itemId}
                  data-open={open === row.itemId || undefined}
                  data-fallen={row.fallen !== null}
                >
                  <ScoreCells
                    sheet={sheet}
                    row={row}
                    index={index}
                    onToggle={() => toggle(row)}
                    onWhy={() => setWhy(row.itemId)}
                  />
                </tr>
                {open === row.itemId && (
                  <tr className={styles.detailRow}>
                    <td colSpan={heads.length}>
                      <Suspense fallback={<p>{t('正在读取…')}</p>}>
                        <RowDetail
                          sheet={sheet}
                          row={row}
                          editable={records && row.fallen === null}
                          onNext={() => toNextMissing(row.itemId)}
                          onClose={() => setOpen(undefined)}
                        />
                      </Suspense>
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
      <Suspense>
        {why && <WhyItem itemId={why} unitName={nameOf(sheet, why)} onClose={() => setWhy(undefined)} />}
      </Suspense>
    </section>
  )
}

const nameOf = (sheet: Sheet, itemId: string): string => sheet.rows.find((row) => row.itemId === itemId)?.unitName ?? ''
