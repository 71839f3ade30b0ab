import { evaluationSlips } from '@quanheng/contract/evaluation'
import { download } from '../../../shared/api/download.ts'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { ExportButton } from '../../../shared/table/ExportButton.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import work from '../../../shared/work/work.module.css'
import { type Evaluation, sayMark } from '../evaluation.ts'

type Slip = Evaluation['box'][number]

/** 公布的票: every secret slip by its number, from which anybody finds the own and counts again. */
export const BoxList = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const { box, boxDigest, content, units, id } = evaluation
  if (box.length === 0) return null
  const channelOf = (key: string) => content.channels.find((channel) => channel.key === key)
  const columns: readonly Column<Slip>[] = [
    { key: 'channel', title: t('渠道'), render: (row) => channelOf(row.channelKey)?.name ?? '' },
    {
      key: 'unit',
      title: t('单位'),
      width: 180,
      render: (row) => units.find((one) => one.unitId === row.unitId)?.name ?? '',
    },
    { key: 'serial', title: t('票号'), render: (row) => <code>{row.serial}</code> },
    {
      key: 'mark',
      title: t('评价'),
      render: (row) => (row.mark === null ? t('票数不足，不列') : sayMark(channelOf(row.channelKey), row.mark)),
    },
  ]
  return (
    <Section
      title={t('公布的票')}
      actions={
        <ExportButton
          onExport={(format) => download(evaluationSlips, { params: { evaluationId: id }, query: { format } })}
        />
      }
    >
      <p className={work.note}>
        {t('按票号排列，票号只有投票人自己知道。任何人都可以据此重新计票。')}
        {boxDigest !== null && <Digest value={boxDigest} />}
      </p>
      <div className={work.tall}>
        <Sheet caption={t('公布的票')} columns={columns} rows={box} rowKey={(row) => row.serial} />
      </div>
    </Section>
  )
}
