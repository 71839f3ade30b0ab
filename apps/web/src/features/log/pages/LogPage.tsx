import { actKinds, exportActs, searchActs } from '@quanheng/contract/act'
import { listUnits } from '@quanheng/contract/organisation'
import type { ReplyOf } from '@quanheng/contract/route'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { actLabel } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word, words } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { sayMoment } from '../../../shared/time/time.ts'

type Act = ReplyOf<typeof searchActs>['rows'][number]

const columns = (): readonly Column<Act>[] => [
  { key: 'at', title: t('时间'), render: (act) => sayMoment(act.at) },
  { key: 'act', title: t('操作'), width: 150, render: (act) => actLabel(act) },
  {
    key: 'nouns',
    title: t('对象'),
    width: 150,
    render: (act) =>
      act.subjects > 1
        ? t('{{nouns}}（{{count}} 个）', { nouns: words('actNoun', act.nouns.join(' ')), count: act.subjects })
        : words('actNoun', act.nouns.join(' ')),
  },
  { key: 'person', title: t('人员'), render: (act) => act.person ?? t('平台') },
  { key: 'post', title: t('职务'), render: (act) => act.post && word('post', act.post) },
  {
    key: 'unit',
    title: t('单位（科室）'),
    width: 180,
    render: (act) => [act.unit, act.section].filter(Boolean).join(' '),
  },
  { key: 'day', title: t('业务日期'), optional: true, render: (act) => act.day },
  { key: 'address', title: t('地址'), optional: true, render: (act) => act.address },
  { key: 'leaf', title: t('存证位置'), figure: true, render: (act) => act.leaf ?? t('待存证') },
]

/** Who did what kind of act when, and where its leaf stands; what was in it stays with those whose business it is. */
const LogPage = () => {
  const kinds = useQueryRoute(actKinds, {}).data
  const units = useQueryRoute(listUnits, { query: { size: 200 } }).data?.rows ?? []
  return (
    <Page
      actions={
        <>
          <LinkButton to={'/log/checkpoints' as never}>{t('存证点与回执')}</LinkButton>
          <LinkButton to={'/log/files' as never}>{t('存档文件核对')}</LinkButton>
          <LinkButton to={'/log/totals-views' as never}>{t('总分查看记录')}</LinkButton>
        </>
      }
    >
      {kinds && (
        <Facts
          items={[
            { label: t('操作'), value: t('{{count}} 次', { count: kinds.acts }) },
            { label: t('已存证'), value: t('{{count}} 次', { count: kinds.inTree }) },
            { label: t('根校验码'), value: <Digest value={kinds.root} /> },
          ]}
        />
      )}
      <DataTable
        id="acts"
        caption={t('操作留痕')}
        route={searchActs}
        exportRoute={exportActs}
        columns={columns()}
        rowKey={(act) => act.id}
        filters={[
          { kind: 'text', name: 'q', label: t('人员'), placeholder: t('姓名') },
          {
            kind: 'choice',
            name: 'action',
            label: t('操作'),
            options: (kinds?.kinds ?? []).map((kind) => ({
              value: kind.action,
              label: t('{{act}}（{{count}}）', { act: actLabel(kind), count: kind.count }),
            })),
          },
          {
            kind: 'choice',
            name: 'unitId',
            label: t('单位'),
            options: units.map((unit) => ({ value: unit.id, label: unit.shortName })),
          },
          { kind: 'day', name: 'from', label: t('自') },
          { kind: 'day', name: 'to', label: t('至') },
          {
            kind: 'choice',
            name: 'tree',
            label: t('存证'),
            options: [
              { value: 'in', label: t('已存证') },
              { value: 'queued', label: t('待存证') },
            ],
          },
        ]}
        empty={t('没有符合条件的操作。')}
      />
    </Page>
  )
}

export default LogPage
