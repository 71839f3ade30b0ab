import { listObjectionItems } from '@quanheng/contract/objection'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { Page } from '../../../shared/page/Page.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import type { Item } from '../objection.ts'

const BeginDialog = lazy(() => import('../acts/BeginDialog.tsx'))

/** Until when, or why not. */
const sayWindow = ({ until, open, enter }: Item): string => {
  if (until === null) return enter ? t('未设受理期，凭来函登记') : t('方案未设受理期，请致函考评办')
  return open || enter ? until : t('已于 {{until}} 截止', { until })
}

const columns = (choose: (item: Item) => void): readonly Column<Item>[] => [
  { key: 'leaf', title: t('指标'), width: 220, render: (row) => row.leafName },
  { key: 'unit', title: t('单位'), width: 180, render: (row) => row.unitName },
  {
    key: 'act',
    title: t('办理'),
    render: (row) => {
      if (row.objectionId !== null) {
        return (
          <Link to={'/objections/$objectionId' as never} params={{ objectionId: row.objectionId } as never}>
            {t('已提出')}
          </Link>
        )
      }
      if (!row.open && !row.enter) return ''
      return (
        <Button size="small" onClick={() => choose(row)}>
          {row.open ? t('提出异议') : t('登记来函')}
        </Button>
      )
    },
  },
  { key: 'points', title: t('公布得分'), figure: true, render: (row) => row.points },
  { key: 'mark', title: t('满分'), figure: true, render: (row) => row.fullMark },
  { key: 'issued', title: t('印发日期'), render: (row) => row.issuedOn },
  { key: 'until', title: t('受理至'), width: 130, render: sayWindow },
  { key: 'plan', title: t('考评方案'), width: 210, render: (row) => row.planTitle },
]

/** Published scores to object to: a unit's own, for the office those of every unit. */
const ScoresPage = () => {
  const [item, setItem] = useState<Item>()
  const navigate = useNavigate()
  return (
    <Page title={t('选择得分')} crumbs={[{ title: t('异议复核'), to: '/objections' }]}>
      <DataTable
        id="objection-scores"
        caption={t('已公布的得分')}
        route={listObjectionItems}
        columns={columns(setItem)}
        filters={[{ kind: 'text', name: 'q', label: t('查找'), placeholder: t('单位、指标或方案') }]}
        rowKey={(row) => row.itemId}
        empty={t('没有已印发结果的得分。')}
      />
      <Suspense>
        {item && (
          <BeginDialog
            item={item}
            onClose={() => setItem(undefined)}
            onBegun={(objectionId) =>
              void navigate({ to: '/objections/$objectionId' as never, params: { objectionId } as never })
            }
          />
        )}
      </Suspense>
    </Page>
  )
}

export default ScoresPage
