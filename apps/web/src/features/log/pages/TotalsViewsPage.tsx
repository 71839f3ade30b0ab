import { listTotalsViews } from '@quanheng/contract/result'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable, type RowOf } from '../../../shared/table/DataTable.tsx'
import { sayMoment } from '../../../shared/time/time.ts'

type View = RowOf<typeof listTotalsViews>

const lookWord = (look: View['look']): string => {
  switch (look) {
    case 'totals':
      return t('总分和名次')
    case 'cockpit':
      return t('驾驶舱')
    case 'robustness':
      return t('等次稳健性')
    case 'robustnessTable':
      return t('等次稳健性（导出）')
    case 'analysis':
      return t('打分分析')
    case 'analysisTable':
      return t('打分分析（导出）')
    case 'simulation':
      return t('模拟测算')
    case 'impact':
      return t('影响范围')
    case 'facts':
      return t('数据文件（导出）')
  }
}

const columns = (): readonly Column<View>[] => [
  { key: 'at', title: t('时间'), render: (view) => sayMoment(view.at) },
  { key: 'person', title: t('人员'), render: (view) => view.person },
  { key: 'plan', title: t('考评方案'), width: 320, render: (view) => view.planTitle },
  { key: 'digest', title: t('锁定版校验码'), render: (view) => <Digest value={view.runDigest} /> },
  { key: 'look', title: t('查看内容'), render: (view) => lookWord(view.look) },
  {
    key: 'shown',
    title: t('查看情况'),
    render: (view) => <StateTag word={view.shown ? t('已查看') : t('未予开放')} tone={view.shown ? 'done' : 'stop'} />,
  },
  { key: 'address', title: t('地址'), optional: true, render: (view) => view.address },
]

/** Who looked at totals and ranks, or tried to, before they are public. */
const TotalsViewsPage = () => (
  <Page crumbs={[{ title: t('操作留痕'), to: '/log' }]}>
    <DataTable
      id="totals-views"
      caption={t('总分查看记录')}
      route={listTotalsViews}
      columns={columns()}
      rowKey={(view) => view.id}
      empty={t('还没有人查看过总分。')}
    />
  </Page>
)

export default TotalsViewsPage
