import { Button, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { t } from '../i18n/t.ts'
import type { FoundClause } from './found-clause.ts'

const ClauseSearch = lazy(() => import('./ClauseSearch.tsx'))

interface Props {
  /** For which field, where several stand together. */
  readonly label?: string
  readonly onPick: (clause: FoundClause) => void
}

/** 引用制度条文: looks a clause up in the library and hands it over; what was typed by hand stays possible. */
export const ClausePick = ({ label = t('引用制度条文'), onPick }: Props) => {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      title={t('引用制度条文')}
      content={
        <Suspense>
          <ClauseSearch
            onPick={(clause) => {
              onPick(clause)
              setOpen(false)
            }}
          />
        </Suspense>
      }
    >
      <Button size="small">{label}</Button>
    </Popover>
  )
}
