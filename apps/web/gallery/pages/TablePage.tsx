import { Button } from 'antd'
import { Figure } from '../../src/shared/figure/Figure.tsx'
import { NextAct } from '../../src/shared/page/NextAct.tsx'
import { Page } from '../../src/shared/page/Page.tsx'
import { StateTag, type Tone } from '../../src/shared/state/StateTag.tsx'
import type { Column } from '../../src/shared/table/column.ts'
import { DataTable, type RowOf } from '../../src/shared/table/DataTable.tsx'
import { exportUnits, listUnits } from '../routes.ts'

type Row = RowOf<typeof listUnits>

const looks: Record<Row['state'], { word: string; tone: Tone }> = {
  open: { word: '填报中', tone: 'going' },
  sent: { word: '已报送', tone: 'done' },
  back: { word: '退回修改', tone: 'stop' },
  late: { word: '逾期补报', tone: 'heed' },
  done: { word: '已审定', tone: 'done' },
}

const columns: Column<Row>[] = [
  { key: 'unit', title: '单位', render: (row) => row.unit, sort: true, width: 200 },
  { key: 'group', title: '分组', render: (row) => row.group },
  { key: 'target', title: '目标值', unit: '亿元', figure: true, render: (row) => <Figure value={row.target} /> },
  {
    key: 'actual',
    title: '完成值',
    unit: '亿元',
    figure: true,
    sort: true,
    render: (row) => <Figure value={row.actual} />,
  },
  { key: 'rate', title: '完成率', unit: '%', figure: true, render: (row) => <Figure value={row.rate} places={2} /> },
  { key: 'full', title: '满分', unit: '分', figure: true, render: (row) => row.full },
  {
    key: 'points',
    title: '得分',
    unit: '分',
    figure: true,
    sort: true,
    render: (row) => <Figure value={row.points} />,
  },
  { key: 'lost', title: '扣分', unit: '分', figure: true, render: (row) => <Figure value={row.lost} /> },
  { key: 'state', title: '状态', render: (row) => <StateTag {...looks[row.state]} /> },
  { key: 'note', title: '扣分理由', render: (row) => row.note, width: 260 },
  { key: 'id', title: '编号', render: (row) => row.id, optional: true },
]

const TablePage = () => (
  <Page
    crumbs={[{ title: '评分', to: '/' }, { title: '固定资产投资' }]}
    note={<StateTag word="待负责人签字" tone="going" />}
    next={
      <NextAct turn="mine" act={<Button type="primary">填写理由</Button>}>
        还有 6 个单位得分低于满分而没有写明扣分理由，写完后才能签字。办理期限 2025年1月18日。
      </NextAct>
    }
    actions={<Button>打印签批单</Button>}
  >
    <DataTable
      id="gallery"
      caption="固定资产投资评分表"
      route={listUnits}
      columns={columns}
      rowKey={(row) => row.id}
      filters={[
        { kind: 'text', name: 'name', label: '单位名称' },
        {
          kind: 'choice',
          name: 'state',
          label: '状态',
          options: Object.entries(looks).map(([value, look]) => ({ value, label: look.word })),
        },
        { kind: 'day', name: 'from', label: '报送日期起' },
      ]}
      totals={(reply) => ({ full: reply.sum.full, points: reply.sum.points, lost: reply.sum.lost })}
      exportRoute={exportUnits}
      importSlot={<Button size="small">导入</Button>}
      drawer={{ title: (row) => row.unit, content: (row) => <p>{row.note || '没有扣分'}</p> }}
    />
  </Page>
)

export default TablePage
