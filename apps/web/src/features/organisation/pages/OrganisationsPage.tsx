import { listUnits } from '@quanheng/contract/organisation'
import { exportUnits } from '@quanheng/contract/organisation-view'
import type { ReplyOf } from '@quanheng/contract/route'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { OtherPage } from '../OtherPage.tsx'
import { UnitDetail } from '../units/UnitDetail.tsx'

const NamesForm = lazy(() => import('../units/NamesForm.tsx'))
const ImportTable = lazy(() => import('../tables/ImportTable.tsx'))

type Unit = ReplyOf<typeof listUnits>['rows'][number]

const columns = (): readonly Column<Unit>[] => [
  { key: 'name', title: t('单位全称'), width: 220, render: (unit) => unit.name },
  { key: 'shortName', title: t('简称'), width: 120, render: (unit) => unit.shortName },
  { key: 'aliases', title: t('别名'), width: 180, render: (unit) => unit.aliases.join('、') },
  { key: 'sections', title: t('科室数'), figure: true, render: (unit) => unit.sections },
  { key: 'posts', title: t('任职数'), figure: true, render: (unit) => unit.posts },
  { key: 'sortCode', title: t('排序号'), figure: true, optional: true, render: (unit) => unit.sortCode },
  {
    key: 'state',
    title: t('状态'),
    render: (unit) => (
      <StateTag word={word('nounState', unit.state)} tone={unit.state === 'active' ? 'done' : 'waiting'} />
    ),
  },
]

/** 单位科室: everyone looks up; the office registers, one by one or by a workbook. */
const OrganisationsPage = () => {
  const mayManage = useMay('unit.manage')
  const [open, setOpen] = useState<'register' | 'import'>()
  return (
    <Page
      actions={
        mayManage && (
          <Button type="primary" onClick={() => setOpen('register')}>
            {t('登记单位')}
          </Button>
        )
      }
    >
      <OtherPage here="units" />
      <DataTable
        id="units"
        caption={t('单位科室')}
        route={listUnits}
        exportRoute={exportUnits}
        columns={columns()}
        rowKey={(unit) => unit.id}
        filters={[
          { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('全称、简称、别名') },
          {
            kind: 'choice',
            name: 'state',
            label: t('状态'),
            options: (['active', 'closed'] as const).map((state) => ({
              value: state,
              label: word('nounState', state),
            })),
          },
        ]}
        importSlot={
          mayManage && (
            <Button size="small" onClick={() => setOpen('import')}>
              {t('导入 Excel')}
            </Button>
          )
        }
        drawer={{ title: (unit) => unit.name, content: (unit) => <UnitDetail unit={unit} /> }}
        empty={mayManage ? t('还没有登记单位。可逐个登记，或下载模板填好后导入。') : t('没有符合条件的单位。')}
      />
      <Suspense>
        {open === 'register' && <NamesForm target={{ kind: 'newUnit' }} onClose={() => setOpen(undefined)} />}
        {open === 'import' && <ImportTable tables={['units', 'sections']} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </Page>
  )
}

export default OrganisationsPage
