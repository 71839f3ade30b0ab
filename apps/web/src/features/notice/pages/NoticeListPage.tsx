import { importNotice, listNotices } from '@quanheng/contract/notice'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { SecrecyNote } from '../../../shared/secrecy/SecrecyNote.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable, type RowOf } from '../../../shared/table/DataTable.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import { DropArea } from '../../../shared/upload/DropArea.tsx'
import { FileButton } from '../../../shared/upload/FileButton.tsx'
import { useOneUpload } from '../../../shared/upload/use-one-upload.ts'
import styles from '../notice.module.css'

const accept = '.docx,.doc,.pdf,.html,.htm,.mht,.mhtml,.txt,.md,.xlsx'

const columns = (): readonly Column<RowOf<typeof listNotices>>[] => [
  {
    key: 'title',
    title: t('文件'),
    width: 340,
    sort: true,
    render: (row) => (
      <Link to="/notices/$noticeId" params={{ noticeId: row.id }}>
        {row.title ?? row.fileName}
      </Link>
    ),
  },
  { key: 'documentNumber', title: t('发文字号'), sort: true, render: (row) => row.documentNumber ?? '—' },
  { key: 'fileName', title: t('文件名'), width: 160, sort: true, render: (row) => row.fileName },
  {
    key: 'undecided',
    title: t('未核对'),
    figure: true,
    render: (row) => t('{{open}}/{{all}}', { open: row.undecided, all: row.fields }),
  },
  { key: 'asked', title: t('待问'), figure: true, render: (row) => row.asked },
  { key: 'openFindings', title: t('未处理意见'), figure: true, render: (row) => row.openFindings },
  {
    key: 'plan',
    title: t('方案'),
    render: (row) =>
      row.planId === null ? (
        t('未生成')
      ) : (
        <Link to="/plans/$planId" params={{ planId: row.planId }}>
          {t('查看方案')}
        </Link>
      ),
  },
  { key: 'importedBy', title: t('导入人'), render: (row) => row.importedBy },
  { key: 'importedAt', title: t('导入时间'), sort: true, render: (row) => sayMoment(row.importedAt) },
]

const NoticeListPage = () => {
  const navigate = useNavigate()
  const command = useCommand(importNotice, {
    onDone: ({ id }) => void navigate({ to: '/notices/$noticeId', params: { noticeId: id } }),
  })
  const take = async ({ digest }: { readonly digest: string }) => {
    await command.run({ body: { digest } })
  }
  const dropped = useOneUpload(take)
  return (
    <Page>
      <DropArea label={t('导入文件')} onFile={(file) => void dropped.send(file)}>
        <p>{t('把考评通知、方案或指标表拖到这里，读出标题文号、指标、责任、进度等，逐项核对后生成方案草稿。')}</p>
        <FileButton primary label={t('选择文件导入')} accept={accept} onStored={take} />
        <p className={styles.none}>
          {t('可读 .docx、.doc、带文字的 .pdf、.html、.mht、.xlsx、.txt、.md，不超过 30 MB；不联网，不用模型。')}
        </p>
        <SecrecyNote />
        {(command.pending || dropped.share !== undefined) && <p role="status">{t('正在读取文件…')}</p>}
        <Refusal refusal={command.refusal ?? dropped.refusal} />
      </DropArea>
      <DataTable
        id="notices"
        caption={t('导入的文件')}
        route={listNotices}
        columns={columns()}
        rowKey={(row) => row.id}
        filters={[{ kind: 'text', name: 'q', label: t('关键字'), placeholder: t('标题、文号、文件名') }]}
        onOpen={(row) => void navigate({ to: '/notices/$noticeId', params: { noticeId: row.id } })}
        empty={t('还没有导入过文件。')}
      />
    </Page>
  )
}

export default NoticeListPage
