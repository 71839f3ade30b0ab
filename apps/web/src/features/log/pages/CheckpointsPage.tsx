import { checkpointFile, listCheckpoints, showSeal } from '@quanheng/contract/checkpoint'
import { Button } from 'antd'
import { download } from '../../../shared/api/download.ts'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { actLabel } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { may, useSession } from '../../../shared/session/session.ts'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable, type RowOf } from '../../../shared/table/DataTable.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from '../checkpoint/checkpoint.module.css'
import { NoticedTable } from '../checkpoint/NoticedTable.tsx'
import { Receipts } from '../checkpoint/Receipts.tsx'
import { SealFacts, SealKeys, SealTrouble } from '../checkpoint/SealFacts.tsx'

type Checkpoint = RowOf<typeof listCheckpoints>

const columns = (): readonly Column<Checkpoint>[] => [
  { key: 'size', title: t('存证点'), figure: true, render: ({ size }) => t('第 {{size}} 号', { size }) },
  { key: 'madeAt', title: t('签署时间'), render: ({ madeAt }) => sayMoment(madeAt) },
  { key: 'cause', title: t('缘由'), render: ({ cause }) => (cause === null ? t('定时') : actLabel(cause)) },
  { key: 'root', title: t('SHA-256 校验码'), render: ({ root }) => <Digest value={root} /> },
  { key: 'sm3Root', title: t('SM3 校验码'), optional: true, render: ({ sm3Root }) => <Digest value={sm3Root} /> },
  {
    key: 'copies',
    title: t('另存于'),
    width: 260,
    render: ({ copies }) =>
      copies.length === 0 ? (
        t('仅数据库')
      ) : (
        <ul className={styles.places}>
          {copies.map(({ place, cosigned }) => (
            <li key={place}>{cosigned ? t('{{place}}（已见证）', { place }) : place}</li>
          ))}
        </ul>
      ),
  },
  {
    key: 'file',
    title: t('下载'),
    render: ({ size }) => (
      <>
        {(['sha256', 'sm3'] as const).map((tree) => (
          <Button
            key={tree}
            type="link"
            size="small"
            onClick={() => void download(checkpointFile, { params: { size }, query: { tree } })}
          >
            {tree === 'sm3' ? 'SM3' : 'SHA-256'}
          </Button>
        ))}
      </>
    ),
  },
]

/** 存证点与回执: how far the log is sealed, the keys, the own receipt; for those who audit every checkpoint. */
const CheckpointsPage = () => {
  const session = useSession()
  const audits = may(session, ['act.audit'])
  const asked = useQueryRoute(showSeal, {})
  const seal = asked.data
  return (
    <Page crumbs={audits ? [{ title: t('操作留痕'), to: '/log' }] : []}>
      {seal ? (
        <>
          <SealTrouble trouble={seal.trouble} />
          <SealFacts newest={seal.newest} />
          <Section title={t('须由人说明')}>
            <NoticedTable />
          </Section>
          {seal.bodies.length > 0 && (
            <Section title={t('本单位回执')}>
              <Receipts bodies={seal.bodies} />
            </Section>
          )}
          {may(session, ['archive.read']) && (
            <Section title={t('年度归档')}>
              <div>
                <LinkButton to="/log/archives">{t('查看和制作归档包')}</LinkButton>
              </div>
            </Section>
          )}
          {seal.keys.length > 0 && (
            <Section title={t('存证密钥')}>
              <SealKeys keys={seal.keys} />
            </Section>
          )}
        </>
      ) : (
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      )}
      {audits && (
        <DataTable
          id="checkpoints"
          caption={t('存证点')}
          route={listCheckpoints}
          columns={columns()}
          rowKey={({ size }) => String(size)}
          empty={t('还没有存证点。')}
        />
      )}
    </Page>
  )
}

export default CheckpointsPage
