import { listReportPacks } from '@quanheng/contract/report-pack'
import { t } from '../../../shared/i18n/t.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { useMay } from '../../../shared/session/session.ts'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import { PackPanel } from '../pack/PackPanel.tsx'
import { PackPlans } from '../pack/PackPlans.tsx'
import { PackReturn } from '../pack/PackReturn.tsx'
import type { TakenPack } from '../pack/pack.ts'

const columns = (): readonly Column<TakenPack>[] => [
  { key: 'at', title: t('收回时间'), width: 150, render: (row) => sayMoment(row.at) },
  { key: 'plan', title: t('方案'), width: 300, render: (row) => row.planTitle },
  { key: 'unit', title: t('填报单位'), width: 160, render: (row) => row.unitName },
  { key: 'figures', title: t('数据'), render: (row) => t('{{count}} 项', { count: row.figures }) },
  { key: 'evidence', title: t('佐证材料'), render: (row) => t('{{count}} 份', { count: row.evidence }) },
  { key: 'originals', title: t('盖章原件'), render: (row) => t('{{count}} 份', { count: row.originals.length }) },
  { key: 'by', title: t('收回人'), render: (row) => row.by.name },
]

/** 离线填报: a pack out, filled in without the platform, and back in whole. */
const ReportPackPage = () => {
  const mayReport = useMay('datum.report')
  return (
    <Page crumbs={[{ title: t('数据采集与填报'), to: '/collection' }]}>
      {mayReport && <PackPlans />}
      {mayReport && <PackReturn />}
      <Section title={t('收回记录')}>
        <DataTable
          id="report-packs"
          caption={t('收回的填报包')}
          route={listReportPacks}
          columns={columns()}
          rowKey={(row) => row.id}
          drawer={{
            title: (row) => row.fileName,
            width: 760,
            content: (row) => <PackPanel key={row.id} pack={row} />,
          }}
          empty={t('还没有收回过填报包。')}
        />
      </Section>
    </Page>
  )
}

export default ReportPackPage
