import { evaluationPaper, evaluationTable } from '@quanheng/contract/evaluation'
import { download } from '../../shared/api/download.ts'
import { Figure } from '../../shared/figure/Figure.tsx'
import { t } from '../../shared/i18n/t.ts'
import { Section } from '../../shared/page/Section.tsx'
import { PaperFiles } from '../../shared/paper/PaperFiles.tsx'
import type { Column } from '../../shared/table/column.ts'
import { ExportButton } from '../../shared/table/ExportButton.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import work from '../../shared/work/work.module.css'
import { type Channel, type Evaluation, sayMark, sayRules, sayScale } from './evaluation.ts'

type Result = NonNullable<Evaluation['result']>
type Tally = Result['channels'][number]['units'][number]
type UnitResult = Result['units'][number]

const sayFall = (channel: Channel, { marks, mean }: Tally): string =>
  mean === null
    ? t('票数不足，不列')
    : marks.map(({ mark, n }) => t('{{level}} {{n}} 票', { level: sayMark(channel, mark), n })).join(t('、'))

/** The result of each unit, and of each channel with its base. */
export const ResultView = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const { result, content, units, id } = evaluation
  if (!result) return null
  const nameOf = (unitId: string) => units.find((one) => one.unitId === unitId)?.name ?? ''
  const whole: readonly Column<UnitResult>[] = [
    { key: 'unit', title: t('单位'), width: 180, render: (row) => nameOf(row.unitId) },
    ...content.channels.map(
      (channel): Column<UnitResult> => ({
        key: channel.key,
        title: t('{{name}}（{{weight}}%）', { name: channel.name, weight: channel.weight }),
        figure: true,
        render: (row) => (
          <Figure
            places={4}
            value={
              result.channels
                .find(({ channelKey }) => channelKey === channel.key)
                ?.units.find((one) => one.unitId === row.unitId)?.rate ?? null
            }
          />
        ),
      }),
    ),
    { key: 'value', title: t('评议得分'), unit: t('分'), figure: true, render: (row) => <Figure value={row.value} /> },
  ]
  const columnsOf = (channel: Channel): readonly Column<Tally>[] => [
    { key: 'unit', title: t('单位'), width: 180, render: (row) => nameOf(row.unitId) },
    { key: 'given', title: t('得票'), figure: true, render: (row) => row.given },
    { key: 'unknown', title: t('不了解'), figure: true, render: (row) => row.unknown },
    { key: 'dropped', title: t('去掉'), figure: true, render: (row) => row.dropped },
    { key: 'base', title: t('计入'), figure: true, render: (row) => row.base },
    { key: 'mean', title: t('平均分'), figure: true, render: (row) => <Figure places={4} value={row.mean} /> },
    { key: 'marks', title: t('各档票数'), width: 240, render: (row) => sayFall(channel, row) },
  ]
  return (
    <Section
      title={t('评议结果')}
      actions={
        <span className={work.acts}>
          <PaperFiles label={t('评议结果统计表')} route={evaluationPaper} params={{ evaluationId: id }} />
          <ExportButton
            onExport={(format) => download(evaluationTable, { params: { evaluationId: id }, query: { format } })}
          />
        </span>
      }
    >
      <Sheet caption={t('评议结果')} columns={whole} rows={result.units} rowKey={(row) => row.unitId} />
      <p className={work.note}>{t('各渠道列为平均分折合百分制；评议得分只在最后四舍五入一次。')}</p>
      {content.channels.map((channel) => {
        const tally = result.channels.find(({ channelKey }) => channelKey === channel.key)
        return (
          <div key={channel.key} className={work.after}>
            <h3>{channel.name}</h3>
            <p className={work.note}>
              {t('应评 {{asked}}，收到有效票 {{came}}。{{scale}}；{{rules}}。', {
                asked: tally?.asked ?? 0,
                came: tally?.came ?? 0,
                scale: sayScale(channel),
                rules: sayRules(channel),
              })}
            </p>
            <Sheet
              caption={t('{{name}}结果', { name: channel.name })}
              columns={columnsOf(channel)}
              rows={tally?.units ?? []}
              rowKey={(row) => row.unitId}
            />
          </div>
        )
      })}
    </Section>
  )
}
