import { confirmPaperReport, refusePaperReport, returnLeadReport, showLeadReport } from '@quanheng/contract/report'
import { Button } from 'antd'
import { useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { Figure } from '../../../shared/figure/Figure.tsx'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import RowDrawer from '../../../shared/table/RowDrawer.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import styles from '../result.module.css'
import { type Report, sayPerson } from '../result.ts'

const columns = () =>
  [
    { key: 'leaf', title: t('指标'), width: 180, render: (row: Report['items'][number]) => row.leafName },
    { key: 'unit', title: t('考核对象'), render: (row: Report['items'][number]) => row.unitName },
    { key: 'full', title: t('满分'), figure: true, render: (row: Report['items'][number]) => row.fullMark },
    {
      key: 'points',
      title: t('得分'),
      figure: true,
      render: (row: Report['items'][number]) => <Figure value={row.points} />,
    },
  ] as const

type Act = 'confirmPaper' | 'refusePaper' | 'return'

const effectOf = (act: Act): string =>
  ({
    confirmPaper: t('核对后计入已报，可据以汇总。'),
    refusePaper: t('录入作废并留痕，须重新录入。'),
    return: t('退回后由牵头单位重报；已锁定的年度结果随之失效。'),
  })[act]

/** One lead unit's report: what it must cover, what came in, and the second look. */
const ReportDrawer = ({ reportId, onClose }: { readonly reportId: string; readonly onClose: () => void }) => {
  const params = { reportId }
  const asked = useQueryRoute(showLeadReport, { params })
  const [act, setAct] = useState<Act>()
  const close = () => setAct(undefined)
  const confirm = useCommand(confirmPaperReport, { onDone: close })
  const refuse = useCommand(refusePaperReport, { onDone: close })
  const back = useCommand(returnLeadReport, { onDone: close })
  const report = asked.data
  if (!report)
    return (
      <RowDrawer title="" onClose={onClose}>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </RowDrawer>
    )
  const { received, version } = report
  const run = (reason: string) => {
    if (act === 'confirmPaper') return confirm.run({ params, body: { version } })
    const body = { version, reason }
    return act === 'refusePaper' ? refuse.run({ params, body }) : back.run({ params, body })
  }
  const acts = (['confirmPaper', 'refusePaper', 'return'] as const).filter((one) => report.may.includes(one))
  return (
    <RowDrawer title={t('{{unit}}评分报告', { unit: report.leadUnitName })} width={760} onClose={onClose}>
      <div className={styles.reason}>
        <Facts
          items={[
            { label: t('状态'), value: word('leadReportState', report.state) },
            { label: t('时限'), value: report.due },
            ...(received
              ? [
                  { label: t('发文字号'), value: received.documentNumber },
                  { label: t('成文日期'), value: received.documentDate },
                  { label: t('报送方式'), value: word('reportChannel', received.via) },
                  { label: t('登记'), value: sayPerson(received.by) },
                  { label: t('核对'), value: received.confirmedBy ? sayPerson(received.confirmedBy) : t('待核对') },
                ]
              : []),
          ]}
        />
        {received?.scanDigest && (
          <p>
            <a href={`/api/lead-reports/${report.id}/files/${received.scanDigest}`} target="_blank" rel="noreferrer">
              {t('打开盖章件扫描件')}
            </a>
          </p>
        )}
        <p className={styles.acts}>
          {acts.map((one) => (
            <Button key={one} onClick={() => setAct(one)} {...(one === 'confirmPaper' && { type: 'primary' as const })}>
              {word('leadReportCommand', one)}
            </Button>
          ))}
        </p>
        <Sheet
          caption={t('得分')}
          columns={columns()}
          rows={report.items}
          rowKey={(row) => `${row.leafKey}${row.unitId}`}
        />
        <Section title={t('操作留痕')}>
          <ObjectHistory subjectId={report.id} />
        </Section>
      </div>
      {act && (
        <WeightyAct
          act={word('leadReportCommand', act)}
          object={t('{{unit}}评分报告', { unit: report.leadUnitName })}
          effects={[effectOf(act)]}
          {...(act !== 'confirmPaper' && { reason: 'required' as const })}
          pending={confirm.pending || refuse.pending || back.pending}
          refusal={confirm.refusal ?? refuse.refusal ?? back.refusal}
          onClose={close}
          onAct={(reason) => void run(reason)}
        >
          <p>{t('请逐项对照盖章件扫描件：{{count}} 个得分。', { count: report.items.length })}</p>
        </WeightyAct>
      )}
    </RowDrawer>
  )
}

export default ReportDrawer
