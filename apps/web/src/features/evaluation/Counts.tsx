import { t } from '../../shared/i18n/t.ts'
import { Section } from '../../shared/page/Section.tsx'
import type { Column } from '../../shared/table/column.ts'
import { Sheet } from '../../shared/table/Sheet.tsx'
import { sayMoment } from '../../shared/time/time.ts'
import { FileLinks } from '../../shared/work/FileLinks.tsx'
import work from '../../shared/work/work.module.css'
import { type Evaluation, sayMark } from './evaluation.ts'

type Count = Evaluation['counts'][number]
type Difference = Evaluation['differences'][number]

const sayPlace = ({ mark, unitId, channelKey }: Difference, { units, content }: Evaluation): string => {
  const heads: Readonly<Record<string, string>> = {
    handedOut: t('发出票数'),
    returned: t('收回票数'),
    invalid: t('无效票数'),
  }
  if (unitId === null) return heads[mark] ?? mark
  const channel = content.channels.find(({ key }) => key === channelKey)
  return t('{{name}}：{{level}}', {
    name: units.find((one) => one.unitId === unitId)?.name ?? '',
    level: sayMark(channel, mark),
  })
}

/** 纸质票: who counted what, whether two agree, and where they do not. */
export const Counts = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const { counts, content, differences, agreedChannels, id } = evaluation
  const paper = content.channels.filter(({ way }) => way === 'paper')
  if (paper.length === 0) return null
  const columns: readonly Column<Count>[] = [
    { key: 'by', title: t('计票人'), render: (row) => row.by },
    { key: 'at', title: t('登记时间'), render: (row) => sayMoment(row.at) },
    { key: 'handedOut', title: t('发出票数'), figure: true, render: (row) => row.handedOut },
    { key: 'returned', title: t('收回票数'), figure: true, render: (row) => row.returned },
    { key: 'invalid', title: t('无效票数'), figure: true, render: (row) => row.invalid },
    {
      key: 'scan',
      title: t('计票单'),
      render: (row) => (
        <FileLinks under={`/api/evaluations/${id}`} files={[{ digest: row.scanDigest, name: t('查看') }]} />
      ),
    },
  ]
  const differing: readonly Column<Difference>[] = [
    { key: 'place', title: t('不一致处'), width: 240, render: (row) => sayPlace(row, evaluation) },
    { key: 'first', title: t('前一次'), figure: true, render: (row) => row.first },
    { key: 'second', title: t('后一次'), figure: true, render: (row) => row.second },
  ]
  return (
    <Section title={t('纸质票计票')}>
      {paper.map((channel) => {
        const rows = counts.filter(({ channelKey }) => channelKey === channel.key)
        const places = differences.filter(({ channelKey }) => channelKey === channel.key)
        return (
          <div key={channel.key} className={work.after}>
            <h3>{channel.name}</h3>
            <p>
              {agreedChannels.includes(channel.key)
                ? t('两人计票一致。')
                : rows.length === 0
                  ? t('还没有登记计票。')
                  : places.length > 0
                    ? t('两次计票有 {{count}} 处不一致，请核对原票后再登记。', { count: places.length })
                    : t('待另一人复核计票。')}
            </p>
            {rows.length > 0 && (
              <Sheet
                caption={t('{{name}}计票', { name: channel.name })}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.at + row.by}
              />
            )}
            {places.length > 0 && (
              <Sheet
                caption={t('{{name}}不一致处', { name: channel.name })}
                columns={differing}
                rows={places}
                rowKey={(row) => `${row.unitId}${row.mark}`}
              />
            )}
          </div>
        )
      })}
    </Section>
  )
}
