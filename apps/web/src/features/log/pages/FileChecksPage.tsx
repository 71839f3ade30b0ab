import { listFileChecks } from '@quanheng/contract/file-check'
import { reachedPercent } from '@quanheng/domain/evidence/reached-percent'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { may, useSession } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable, type RowOf } from '../../../shared/table/DataTable.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from '../checkpoint/checkpoint.module.css'

type Check = RowOf<typeof listFileChecks>

/** Nights that had no time for all files go on where the one before stopped. */
const sayRange = ({ wentOnFrom, reached }: Check): string => {
  if (wentOnFrom === null && reached === null) return t('全部文件')
  const from = wentOnFrom === null ? 0 : reachedPercent(wentOnFrom)
  if (reached === null) return t('接前一夜，由 {{from}}% 到全部', { from })
  return t('由 {{from}}% 到 {{to}}%，其余下一夜接着核对', { from, to: reachedPercent(reached) })
}

/** Whoever does not audit reads the faults of the own body's files alone: what is said must not be taken for all. */
const columns = (audits: boolean): readonly Column<Check>[] => [
  { key: 'endedAt', title: t('核对时间'), render: ({ endedAt }) => sayMoment(endedAt) },
  { key: 'cause', title: t('缘由'), render: ({ cause }) => (cause === 'nightly' ? t('每夜定时') : t('命令行')) },
  { key: 'files', title: audits ? t('文件数') : t('全平台文件数'), figure: true, render: ({ files }) => String(files) },
  {
    key: 'state',
    title: t('核对结果'),
    render: ({ faults }) =>
      faults.length === 0 ? (
        <StateTag word={audits ? t('全部完好') : t('本单位的完好')} tone="done" />
      ) : (
        <StateTag word={t('{{count}} 个有问题', { count: faults.length })} tone="stop" />
      ),
  },
  {
    key: 'reached',
    title: t('核对范围'),
    width: 220,
    render: sayRange,
  },
  {
    key: 'faults',
    title: t('有问题的文件'),
    width: 420,
    render: ({ faults }) => (
      <ul className={styles.places}>
        {faults.map(({ digest, fault, names }) => (
          <li key={digest}>
            {word('fileFault', fault)} {names.join('、')} <Digest value={digest} />
          </li>
        ))}
      </ul>
    ),
  },
]

/** 存档文件核对: whether every stored file is still what it was, and what the virus scanner said. */
const FileChecksPage = () => {
  const audits = may(useSession(), ['act.audit'])
  const { data } = useQueryRoute(listFileChecks, { query: { page: 1, size: 1 } })
  return (
    <Page
      crumbs={[audits ? { title: t('操作留痕'), to: '/log' } : { title: t('存证点与回执'), to: '/log/checkpoints' }]}
    >
      {!audits && <p>{t('这里只列出本单位的方案和公文所依据的文件。')}</p>}
      {data && (
        <Facts
          items={[
            { label: t('查毒服务'), value: data.scanner ?? t('没有配置，文件均为未扫描') },
            { label: word('scanState', 'clean'), value: String(data.scans.clean) },
            { label: word('scanState', 'infected'), value: String(data.scans.infected) },
            { label: word('scanState', 'unscanned'), value: String(data.scans.unscanned) },
          ]}
        />
      )}
      <DataTable
        id="file-checks"
        caption={t('存档文件核对')}
        route={listFileChecks}
        columns={columns(audits)}
        rowKey={({ id }) => id}
        empty={t('还没有核对过。每天夜间自动核对，也可由系统管理员运行 ./quanheng check-files。')}
      />
    </Page>
  )
}

export default FileChecksPage
