import { confirmProgress, returnProgress } from '@quanheng/contract/progress-report'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import styles from '../../../shared/work/work.module.css'
import { type ProgressRow, sayTarget } from '../superior-plan.ts'

interface Props {
  readonly row: ProgressRow
  readonly report: NonNullable<ProgressRow['report']>
  readonly act: 'confirm' | 'return'
  readonly onClose: () => void
}

/** 确认、退回 of what was reported, with what it says. */
const ProgressDialog = ({ row, report, act, onClose }: Props) => {
  const confirm = useCommand(confirmProgress, { onDone: onClose })
  const back = useCommand(returnProgress, { onDone: onClose })
  const params = { progressReportId: report.id }
  const { version } = report
  return (
    <WeightyAct
      act={word('progressReportCommand', act)}
      object={`${row.indicator}（${row.unitName}${row.sectionName}）`}
      effects={[
        act === 'confirm' ? t('确认后由考评办汇总；仍可写明理由退回。') : t('退回报告人重新报告，未报的照常亮灯。'),
      ]}
      {...(act === 'return' && { reason: 'required' as const })}
      pending={confirm.pending || back.pending}
      refusal={confirm.refusal ?? back.refusal}
      onClose={onClose}
      onAct={(reason) =>
        void (act === 'confirm'
          ? confirm.run({ params, body: { version } })
          : back.run({ params, body: { version, reason } }))
      }
    >
      <Facts
        items={[
          { label: t('分解目标'), value: sayTarget(row.target, row.measureUnit) },
          { label: t('累计完成'), value: sayTarget(report.actual, row.measureUnit) },
          { label: t('全年预计'), value: sayTarget(report.yearEnd, row.measureUnit) },
          { label: t('报告人'), value: report.by },
        ]}
      />
      <p className={styles.words}>{report.words}</p>
    </WeightyAct>
  )
}

export default ProgressDialog
