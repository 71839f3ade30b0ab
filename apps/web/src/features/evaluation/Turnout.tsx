import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Section } from '../../shared/page/Section.tsx'
import type { Column } from '../../shared/table/column.ts'
import { Sheet } from '../../shared/table/Sheet.tsx'
import work from '../../shared/work/work.module.css'
import { type Channel, type Evaluation, sayRules, sayScale } from './evaluation.ts'

/** What ballots go by, how many came, and who is still asked. */
export const Turnout = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const { content, turnout, outstanding, rosterNames } = evaluation
  const columns: readonly Column<Channel>[] = [
    { key: 'name', title: t('渠道'), width: 140, render: (row) => row.name },
    { key: 'kind', title: t('类别'), render: (row) => word('channelKind', row.kind) },
    { key: 'way', title: t('填票方式'), render: (row) => word('channelWay', row.way) },
    { key: 'weight', title: t('权重'), unit: '%', figure: true, render: (row) => row.weight },
    {
      key: 'rules',
      title: t('规则'),
      width: 300,
      render: (row) => t('{{scale}}；{{rules}}', { scale: sayScale(row), rules: sayRules(row) }),
    },
    {
      key: 'roster',
      title: t('评价人'),
      width: 200,
      render: (row) =>
        row.way === 'paper'
          ? t('现场发票')
          : t('{{units}}的{{posts}}', {
              units: row.roster.unitIds.map((id) => rosterNames[id] ?? '').join(t('、')),
              posts: row.roster.posts.map((kind) => word('post', kind)).join(t('、')),
            }),
    },
    {
      key: 'came',
      title: t('已填票'),
      figure: true,
      render: (row) => {
        const one = turnout.find(({ channelKey }) => channelKey === row.key)
        return t('{{came}} / {{asked}}', { came: one?.came ?? 0, asked: one?.asked ?? 0 })
      },
    },
  ]
  return (
    <Section title={t('评价渠道')}>
      <Sheet caption={t('评价渠道')} columns={columns} rows={content.channels} rowKey={(row) => row.key} />
      {outstanding.length > 0 && (
        <p className={work.note}>
          {t('还没有填票：{{people}}。', {
            people: outstanding
              .map(({ person, unitName }) => t('{{person}}（{{unit}}）', { person, unit: unitName }))
              .join(t('、')),
          })}
        </p>
      )}
    </Section>
  )
}
