import { listPapers, paperFile } from '@quanheng/contract/issued-paper'
import { Link } from '@tanstack/react-router'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { FontNote } from '../../../shared/paper/FontNote.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { useMay } from '../../../shared/session/session.ts'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable, type RowOf } from '../../../shared/table/DataTable.tsx'
import styles from '../approval.module.css'

type Row = RowOf<typeof listPapers>

const columns = (): readonly Column<Row>[] => [
  {
    key: 'title',
    title: t('标题'),
    width: 320,
    render: (row) => (row.withdrawn === null ? row.title : t('{{title}}（已撤回）', { title: row.title })),
  },
  { key: 'kind', title: t('种类'), render: (row) => word('paperKind', row.kind) },
  { key: 'documentNumber', title: t('发文字号'), render: (row) => row.documentNumber },
  {
    key: 'withdrawn',
    title: t('撤回原因'),
    optional: true,
    render: (row) => row.withdrawn ?? '',
  },
  { key: 'issuedOn', title: t('成文日期'), render: (row) => row.issuedOn },
  { key: 'owner', title: t('发文机关'), width: 160, render: (row) => row.ownerName },
  {
    key: 'digest',
    title: t('校验码'),
    optional: true,
    render: (row) => <Digest value={row.digest} />,
  },
  {
    key: 'acts',
    title: t('办理'),
    render: (row) => (
      <span className={styles.acts}>
        <PaperFiles size="small" label={t('下载')} route={paperFile} params={{ paperId: row.id }} />
        {row.approvalId !== null && (
          <Link to="/approvals/$approvalId" params={{ approvalId: row.approvalId }}>
            {t('审批过程')}
          </Link>
        )}
      </span>
    ),
  },
]

/** Papers that were issued, as they were kept. */
const IssuedPapersPage = () => (
  <Page
    actions={
      <>
        <Link to="/papers/year">{t('全年文书')}</Link>
        {useMay('approval.drawNumber') && <Link to="/papers/books">{t('发文登记簿')}</Link>}
      </>
    }
  >
    <FontNote />
    <DataTable
      id="issued-papers"
      caption={t('公文')}
      route={listPapers}
      columns={columns()}
      rowKey={(row) => row.id}
      filters={[{ kind: 'text', name: 'q', label: t('关键字'), placeholder: t('标题、文号') }]}
      empty={t('还没有印发的公文。评分报告报送后、通知和通报印发后列在这里。')}
    />
  </Page>
)

export default IssuedPapersPage
