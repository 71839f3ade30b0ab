import { listLateEntries } from '@quanheng/contract/late-entry'
import { lateEntryStates } from '@quanheng/domain/late-entry/model'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column, Filter } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import { LateEntryPanel } from '../late/LateEntryPanel.tsx'
import { type LateEntry, sayAnswer, toneOf } from '../late/late-entry.ts'

const columns = (): readonly Column<LateEntry>[] => [
  { key: 'leaf', title: t('指标'), width: 180, render: (row) => row.leafName },
  { key: 'unit', title: t('考核单位'), width: 150, render: (row) => row.unitName },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('lateEntryState', row.state)} tone={toneOf[row.state]} />,
  },
  { key: 'mine', title: t('办理'), render: (row) => (row.may.includes('grant') ? t('待我办理') : '') },
  { key: 'reason', title: t('逾期原因'), width: 260, render: (row) => row.reason },
  { key: 'wanted', title: t('申请补报至'), render: (row) => row.wantedUntil },
  { key: 'answer', title: t('批复'), width: 220, render: (row) => sayAnswer(row) },
  { key: 'at', title: t('申请时间'), render: (row) => sayMoment(row.askedAt) },
  { key: 'asked', title: t('申请单位'), width: 150, optional: true, render: (row) => row.askedName },
  { key: 'plan', title: t('方案'), width: 220, optional: true, render: (row) => row.planTitle },
]

const filters = (): readonly Filter[] => [
  { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('单位或逾期原因') },
  {
    kind: 'choice',
    name: 'state',
    label: t('状态'),
    options: lateEntryStates.map((value) => ({ value, label: word('lateEntryState', value) })),
  },
]

/** 补报申请: what waits for its answer first. */
const LateEntryPage = () => (
  <Page crumbs={[{ title: t('数据采集与填报'), to: '/collection' }]}>
    <DataTable
      id="late-entries"
      caption={t('补报申请')}
      route={listLateEntries}
      columns={columns()}
      filters={filters()}
      rowKey={(row) => row.id}
      drawer={{
        title: (row) => `${row.leafName} · ${row.unitName}`,
        width: 760,
        content: (row) => <LateEntryPanel key={row.id} entry={row} />,
      }}
      empty={t('还没有补报申请。数据逾期锁定后，由填报单位在该数据页面申请。')}
    />
  </Page>
)

export default LateEntryPage
