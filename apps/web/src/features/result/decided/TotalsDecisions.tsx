import { confirmTotalsDecision, listTotalsDecisions, totalsDecisionScan } from '@quanheng/contract/totals-decision'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { type Meetings, sayDecider } from './decided.ts'

const DecisionDialog = lazy(() => import('./DecisionDialog.tsx'))

type Said = Meetings['others'][number]

const Minutes = ({ resultId, said }: { readonly resultId: string; readonly said: Said }) => (
  <Facts
    items={[
      { label: t('审定机构'), value: said.body },
      { label: t('会议日期'), value: said.decidedOn },
      { label: t('纪要文号'), value: said.number ?? t('无') },
      { label: t('结论'), value: said.outcome === 'approved' ? t('同意') : t('退回') },
      { label: t('决定内容'), value: said.text },
      ...(said.grades.length > 0
        ? [
            {
              label: t('确定的等次'),
              value: said.grades
                .map(({ unitName, grade }) => t('{{unit}}：{{grade}}', { unit: unitName, grade }))
                .join(t('；')),
            },
          ]
        : []),
      { label: t('登记人'), value: sayDecider(said.recordedBy) },
      { label: t('核对人'), value: said.confirmedBy ? sayDecider(said.confirmedBy) : t('待核对') },
      {
        label: t('纪要扫描件'),
        value: (
          <Button
            size="small"
            onClick={() => void download(totalsDecisionScan, { params: { resultId, decisionId: said.id } })}
          >
            {t('下载')}
          </Button>
        ),
      },
    ]}
  />
)

/** 会议审定: the meetings of the plan's chain in their order, each with what it decided; registered by one, compared by another. */
export const TotalsDecisions = ({ resultId, title }: { readonly resultId: string; readonly title: string }) => {
  const [registering, setRegistering] = useState(false)
  const [comparing, setComparing] = useState<Said>()
  const { data } = useQueryRoute(listTotalsDecisions, { params: { resultId } })
  const confirm = useCommand(confirmTotalsDecision, {
    onDone: ({ approved }) => {
      notify(approved ? t('结果已审定，可以印发通报') : t('会议决定已核对'), 'done')
      setComparing(undefined)
    },
  })
  if (!data) return null
  const { meetings, others, may } = data
  return (
    <Section
      title={t('会议审定')}
      actions={
        may.includes('record') &&
        (data.agenda === null || data.agenda.decision !== null) && (
          <Button onClick={() => setRegistering(true)}>{t('登记会议决定')}</Button>
        )
      }
    >
      {data.openGrades.length > 0 && (
        <p>
          {t('{{units}}的等次由会议确定，登记会议决定时照纪要填写。', {
            units: data.openGrades.map(({ unitName }) => unitName).join(t('、')),
          })}
        </p>
      )}
      {data.agenda && (
        <p>
          {data.agenda.decision
            ? t('“{{meeting}}”已议定，还有等次或修改内容须由文秘补登。', { meeting: data.agenda.title })
            : t('年度结果已列入“{{meeting}}”的议题，由会议议定后自动办理。', { meeting: data.agenda.title })}
        </p>
      )}
      {meetings.map(({ name, decision }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two meetings of a chain may have one name; their order tells them apart
        <div key={at}>
          <h3>{t('{{number}}. {{name}}', { number: at + 1, name })}</h3>
          {decision ? <Minutes resultId={resultId} said={decision} /> : <p>{t('尚未登记。')}</p>}
        </div>
      ))}
      {others.map((said) => (
        <div key={said.id}>
          <h3>{said.confirmedBy === null ? t('待核对的会议决定') : t('会议退回')}</h3>
          <Minutes resultId={resultId} said={said} />
          {said.confirmedBy === null &&
            (may.includes('confirm') ? (
              <Button type="primary" onClick={() => setComparing(said)}>
                {t('核对会议决定')}
              </Button>
            ) : (
              <p>{t('由登记人以外的另一人核对。')}</p>
            ))}
        </div>
      ))}
      {registering && (
        <Suspense>
          <DecisionDialog
            resultId={resultId}
            openGrades={data.openGrades}
            gradeNames={data.gradeNames}
            agenda={data.agenda}
            onClose={() => setRegistering(false)}
          />
        </Suspense>
      )}
      {comparing && (
        <WeightyAct
          act={t('核对会议决定')}
          object={title}
          effects={[t('决定生效；方案规定的会议都同意后，结果即为审定，可以印发通报。')]}
          pending={confirm.pending}
          refusal={confirm.refusal}
          onClose={() => setComparing(undefined)}
          onAct={() => confirm.run({ params: { resultId, decisionId: comparing.id } })}
        >
          <p>{comparing.text}</p>
        </WeightyAct>
      )}
    </Section>
  )
}
