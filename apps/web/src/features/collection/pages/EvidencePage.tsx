import { listEvidenceItems } from '@quanheng/contract/evidence'
import type { ReplyOf } from '@quanheng/contract/route'
import { t } from '../../../shared/i18n/t.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { may, useSession } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { EvidencePanel } from '../evidence/EvidencePanel.tsx'

type Row = ReplyOf<typeof listEvidenceItems>['rows'][number]

const columns = (): readonly Column<Row>[] => [
  { key: 'leaf', title: t('考核指标'), width: 240, render: (row) => row.leafName },
  { key: 'unit', title: t('考核单位'), width: 180, render: (row) => row.unitName },
  {
    key: 'progress',
    title: t('台账进度'),
    figure: true,
    render: (row) => t('{{present}}/{{listed}}', { present: row.present, listed: row.listed }),
  },
  {
    key: 'missing',
    title: t('缺件'),
    width: 320,
    render: (row) =>
      row.missing.length === 0 ? <StateTag word={t('必交材料齐备')} tone="done" /> : row.missing.join('、'),
  },
  { key: 'plan', title: t('方案'), width: 260, render: (row) => row.planTitle },
]

const ToLikenesses = () =>
  may(useSession(), ['likeness.read']) && (
    <LinkButton to={'/collection/likenesses' as never}>{t('雷同材料')}</LinkButton>
  )

/** 台账目录清单 of every item that is mine to prove or to check. */
const EvidencePage = () => (
  <Page crumbs={[{ title: t('数据采集与填报'), to: '/collection' }]} actions={<ToLikenesses />}>
    <DataTable
      id="evidence"
      caption={t('台账资料')}
      route={listEvidenceItems}
      filters={[
        { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('指标或单位') },
        { kind: 'choice', name: 'gaps', label: t('范围'), options: [{ value: 'yes', label: t('只看缺件') }] },
      ]}
      columns={columns()}
      rowKey={(row) => `${row.planId}.${row.leafKey}.${row.unitId}`}
      drawer={{
        title: (row) => `${row.leafName} · ${row.unitName}`,
        width: 720,
        content: (row) => <EvidencePanel item={{ planId: row.planId, leafKey: row.leafKey, unitId: row.unitId }} />,
      }}
      empty={t('没有要求提交台账资料的指标。')}
    />
  </Page>
)

export default EvidencePage
