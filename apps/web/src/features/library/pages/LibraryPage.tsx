import { libraryHolds, libraryTable, listLibrary } from '@quanheng/contract/library'
import { libraryKinds } from '@quanheng/domain/library/model'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { ValidityTag } from '../../../shared/library/ValidityTag.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import type { Search } from '../../../shared/route/search.ts'
import { useMay } from '../../../shared/session/session.ts'
import type { Column, Filter } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { Hits } from '../Hits.tsx'
import { emptyContent, type Line } from '../library.ts'

const ContentDialog = lazy(() => import('../acts/ContentDialog.tsx'))

const columns: readonly Column<Line>[] = [
  {
    key: 'title',
    title: t('文件名称'),
    width: 260,
    render: (row) => (
      <Link to={'/library/$libraryDocumentId' as never} params={{ libraryDocumentId: row.id } as never}>
        {row.title}
      </Link>
    ),
  },
  { key: 'kind', title: t('类别'), render: (row) => word('libraryKind', row.kind) },
  { key: 'number', title: t('发文字号'), width: 170, render: (row) => row.documentNumber },
  { key: 'issuer', title: t('发文机关'), width: 150, render: (row) => row.issuer },
  { key: 'effectiveOn', title: t('施行日期'), render: (row) => row.effectiveOn ?? '' },
  { key: 'lastDay', title: t('有效期至'), render: (row) => row.lastDay ?? '' },
  { key: 'validity', title: t('效力'), render: (row) => <ValidityTag validity={row.validity} state={row.state} /> },
  { key: 'interpreter', title: t('解释单位'), width: 150, optional: true, render: (row) => row.interpreter },
  { key: 'clauseCount', title: t('条数'), figure: true, optional: true, render: (row) => row.clauseCount },
  { key: 'unit', title: t('录入单位'), width: 150, optional: true, render: (row) => row.unitName },
]

const holdsWords: Readonly<Record<(typeof libraryHolds)[number], string>> = {
  inForce: t('现行有效'),
  notYet: t('尚未施行'),
  ended: t('已失效'),
  unpublished: t('未发布'),
}

const filters: readonly Filter[] = [
  { kind: 'text', name: 'q', label: t('名称、文号或条文'), placeholder: t('多个词用空格隔开') },
  {
    kind: 'choice',
    name: 'kind',
    label: t('类别'),
    options: libraryKinds.map((value) => ({ value, label: word('libraryKind', value) })),
  },
  {
    kind: 'choice',
    name: 'holds',
    label: t('效力'),
    options: libraryHolds.map((value) => ({ value, label: holdsWords[value] })),
  },
]

/** 制度文件: what is published for everybody, drafts for the office that enters them; searched down to the clause. */
const LibraryPage = () => {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const { q = '' } = useSearch({ strict: false }) as Search
  const mayBegin = useMay('library.begin')
  return (
    <Page>
      <DataTable
        id="library"
        caption={t('制度文件')}
        route={listLibrary}
        exportRoute={libraryTable}
        columns={columns}
        filters={filters}
        rowKey={(row) => row.id}
        below={(row) => row.hits.length > 0 && <Hits hits={row.hits} asked={q} />}
        empty={q === '' ? t('还没有制度文件。') : t('没有找到。换个说法，或只填关键的两三个字再查。')}
        actions={
          mayBegin && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('录入')}
            </Button>
          )
        }
      />
      <Suspense>
        {open && (
          <ContentDialog
            start={emptyContent}
            onClose={() => setOpen(false)}
            onBegun={(libraryDocumentId) =>
              void navigate({ to: '/library/$libraryDocumentId' as never, params: { libraryDocumentId } as never })
            }
          />
        )}
      </Suspense>
    </Page>
  )
}

export default LibraryPage
