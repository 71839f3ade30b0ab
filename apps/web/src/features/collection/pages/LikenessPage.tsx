import { listLikenesses } from '@quanheng/contract/likeness'
import { t } from '../../../shared/i18n/t.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { type Likeness, LikenessCase } from '../likeness/LikenessCase.tsx'

const unique = (values: readonly (string | null)[]): string =>
  [...new Set(values.filter((value) => value !== null))].join('、')

const columns = (): readonly Column<Likeness>[] => [
  {
    key: 'kind',
    title: t('雷同情况'),
    render: ({ kind }) => (kind === 'file' ? t('同一文件') : t('图片相似')),
  },
  { key: 'files', title: t('文件'), width: 260, render: ({ uses }) => unique(uses.map(({ name }) => name)) },
  {
    key: 'units',
    title: t('提交单位'),
    width: 260,
    render: ({ uses }) => unique(uses.map(({ unitName }) => unitName)),
  },
  {
    key: 'years',
    title: t('年度'),
    render: ({ uses }) => unique(uses.map(({ year }) => String(year))),
  },
  {
    key: 'leaves',
    title: t('考核指标'),
    width: 240,
    render: ({ uses }) => unique(uses.map(({ leafName }) => leafName)),
  },
  {
    key: 'state',
    title: t('状态'),
    render: ({ review }) =>
      review === null ? <StateTag word={t('待核实')} tone="heed" /> : <StateTag word={t('已核实')} tone="done" />,
  },
]

/** 雷同材料: the same file, or the same picture saved anew, put forward by several units or for several years. */
const LikenessPage = () => (
  <Page
    crumbs={[
      { title: t('数据采集与填报'), to: '/collection' },
      { title: t('台账资料'), to: '/collection/evidence' },
    ]}
  >
    <p>{t('同一文件按校验码比对；JPG、PNG 图片另按画面比对。PDF、Word 中的图片不比对。')}</p>
    <DataTable
      id="likenesses"
      caption={t('雷同材料')}
      route={listLikenesses}
      filters={[
        { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('文件、指标或单位') },
        {
          kind: 'choice',
          name: 'state',
          label: t('状态'),
          options: [
            { value: 'open', label: t('待核实') },
            { value: 'settled', label: t('已核实') },
          ],
        },
      ]}
      columns={columns()}
      rowKey={(row) => `${row.first}.${row.second}`}
      drawer={{
        title: ({ kind }) => (kind === 'file' ? t('同一文件') : t('图片相似')),
        width: 960,
        content: (row) => <LikenessCase row={row} />,
      }}
      empty={t('没有发现雷同材料。')}
    />
  </Page>
)

export default LikenessPage
