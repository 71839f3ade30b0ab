import { listCirculated, markCirculatedRead } from '@quanheng/contract/workbench'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCommand } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { Refusal } from '../../shared/page/Refusal.tsx'
import type { Column } from '../../shared/table/column.ts'
import { DataTable, type RowOf } from '../../shared/table/DataTable.tsx'
import { sayMoment } from '../../shared/time/time.ts'

type Row = RowOf<typeof listCirculated>

const kindWord = (kind: Row['kind']): string =>
  kind === 'plan' ? t('考评方案') : kind === 'letter' ? t('公函') : kind === 'circular' ? t('通报简报') : t('评分报告')

/** 传阅: issued plans and papers that concern my bodies; read when I open one, or say so. */
const Circulated = () => {
  const read = useCommand(markCirculatedRead)
  const mark = (row: Row) => row.readAt === null && void read.run({ body: { ids: [row.id] } })
  const columns: readonly Column<Row>[] = [
    {
      key: 'title',
      title: t('标题'),
      width: 260,
      render: (row) => (
        <Link to={row.link} onClick={() => mark(row)}>
          {row.title}
        </Link>
      ),
    },
    { key: 'kind', title: t('类别'), optional: true, render: (row) => kindWord(row.kind) },
    { key: 'documentNumber', title: t('文号'), width: 130, render: (row) => row.documentNumber },
    { key: 'from', title: t('印发单位'), width: 130, render: (row) => row.from },
    { key: 'issuedOn', title: t('印发日期'), render: (row) => row.issuedOn },
    {
      key: 'read',
      title: t('阅知'),
      render: (row) =>
        row.readAt ? (
          sayMoment(row.readAt)
        ) : (
          <Button size="small" onClick={() => mark(row)}>
            {t('标为已阅')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <Refusal refusal={read.refusal} />
      <DataTable
        id="workbench-circulated"
        caption={t('传阅')}
        route={listCirculated}
        columns={columns}
        rowKey={(row) => row.id}
        filters={[
          { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('标题、文号') },
          { kind: 'choice', name: 'unread', label: t('阅知'), options: [{ value: 'yes', label: t('未阅') }] },
        ]}
        empty={t('没有传阅的文件。')}
      />
    </>
  )
}

export default Circulated
