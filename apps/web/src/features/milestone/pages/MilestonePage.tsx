import { showMilestone } from '@quanheng/contract/milestone'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { FileLinks } from '../../../shared/work/FileLinks.tsx'
import { Steps } from '../../../shared/work/Steps.tsx'
import styles from '../../../shared/work/work.module.css'
import { LightMark } from '../LightMark.tsx'
import { type Milestone, sayNext, sayPast, toneOf } from '../milestone.ts'

const MilestoneDialog = lazy(() => import('../acts/MilestoneDialog.tsx'))

/** One milestone of one unit: what is asked by when, when it lights up and who is told, what was reported and confirmed. */
const MilestonePage = () => {
  const { milestoneId } = useParams({ strict: false }) as { milestoneId: string }
  const asked = useQueryRoute(showMilestone, { params: { milestoneId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} milestone={asked.data} />
}

const Loaded = ({ milestone }: { readonly milestone: Milestone }) => {
  const [open, setOpen] = useState<Milestone['may'][number]>()
  const { next, may, report, confirmation, state } = milestone
  const command = next?.command
  const first = command !== undefined && may.includes(command) ? command : undefined
  const act = command === undefined ? '' : word('milestoneCommand', command)
  return (
    <Page
      title={t('{{name}}（{{unit}}）', { name: milestone.name, unit: milestone.unitName })}
      crumbs={[{ title: t('节点看板'), to: '/milestones' }]}
      note={
        <>
          <StateTag word={word('milestoneState', state)} tone={toneOf[state]} />{' '}
          {state !== 'confirmed' && state !== 'dropped' && <LightMark light={milestone.light} state={state} />}
        </>
      }
      next={
        <NextAct
          turn={next === null ? 'done' : first ? 'mine' : 'others'}
          act={
            first && (
              <Button type="primary" onClick={() => setOpen(first)}>
                {act}
              </Button>
            )
          }
        >
          {sayNext(milestone, act)}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {may
            .filter((one) => one !== first)
            .map((one) => (
              <Button key={one} onClick={() => setOpen(one)}>
                {word('milestoneCommand', one)}
              </Button>
            ))}
        </span>
      }
    >
      <Asked milestone={milestone} />
      <Section title={t('完成情况')}>
        {report === null && <p>{t('还没有报告。')}</p>}
        {report && (
          <>
            <Facts
              items={[
                { label: t('完成日期'), value: report.completedOn },
                { label: t('报告'), value: t('{{on}} {{by}}', { on: report.on, by: report.by }) },
                ...(report.reached === null
                  ? []
                  : [
                      {
                        label: t('完成数'),
                        value: milestone.short
                          ? t('{{reached}}{{unit}}，未达应达数', {
                              reached: report.reached,
                              unit: milestone.measureUnit,
                            })
                          : `${report.reached}${milestone.measureUnit}`,
                      },
                    ]),
              ]}
            />
            <p className={styles.words}>{report.words}</p>
            <p>
              {t('佐证材料：')}
              <FileLinks under={`/api/milestones/${milestone.id}`} files={report.files} />
            </p>
          </>
        )}
        {confirmation && (
          <p className={styles.words}>
            {t('{{on}} 由{{by}}确认。{{words}}', {
              on: confirmation.on,
              by: confirmation.by,
              words: confirmation.words,
            })}
          </p>
        )}
      </Section>
      <Tellings milestone={milestone} />
      <Steps steps={milestone.steps.map((step) => ({ ...step, act: word('milestoneCommand', step.command) }))} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={milestone.id} />
      </Section>
      <Suspense>
        {open && <MilestoneDialog milestone={milestone} act={open} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </Page>
  )
}

const Asked = ({ milestone }: { readonly milestone: Milestone }) => (
  <Section title={t('节点要求')}>
    <Facts
      items={[
        { label: t('指标'), value: milestone.indicator },
        { label: t('方案'), value: milestone.planTitle },
        { label: t('日期'), value: `${milestone.due}（${sayPast(milestone)}）` },
        ...(milestone.expected === null
          ? []
          : [
              {
                label: t('应达进度'),
                value:
                  milestone.expectedAmount === null
                    ? t('目标值的{{expected}}%（目标值未定）', { expected: milestone.expected })
                    : t('{{amount}}{{unit}}（目标值{{target}}{{unit}}的{{expected}}%）', {
                        amount: milestone.expectedAmount,
                        target: milestone.target ?? '',
                        unit: milestone.measureUnit,
                        expected: milestone.expected,
                      }),
              },
            ]),
        { label: t('承担岗位'), value: word('post', milestone.post) },
        { label: t('确认单位'), value: milestone.leadName },
      ]}
    />
    {milestone.completionStandard !== '' && (
      <p className={styles.words}>{t('完成标准：{{text}}', { text: milestone.completionStandard })}</p>
    )}
  </Section>
)

type Telling = Milestone['lightDays'][number]

/** When each light comes and who is told, and who has been told. */
const Tellings = ({ milestone }: { readonly milestone: Milestone }) => {
  const toldOf = (rung: Telling['rung']) => milestone.tellings.find((one) => one.rung === rung)
  return (
    <Section title={t('亮灯和告知')}>
      <Sheet
        caption={t('亮灯和告知')}
        columns={[
          { key: 'rung', title: t('级别'), render: (row: Telling) => word('lightRung', row.rung) },
          {
            key: 'on',
            title: t('起算日'),
            render: (row) => row.on ?? t('该年放假安排未录入'),
          },
          { key: 'told', title: t('告知日期'), render: (row) => toldOf(row.rung)?.on ?? '' },
          {
            key: 'people',
            title: t('告知人员'),
            width: 220,
            render: (row) => toldOf(row.rung)?.people.join('、') ?? '',
          },
        ]}
        rows={milestone.lightDays}
        rowKey={(row) => row.rung}
      />
      <p className={styles.note}>
        {t('按工作日推算；达到应达数并报告后亮灯停止，退回后继续。亮灯只作提醒，不改变得分。')}
      </p>
    </Section>
  )
}

export default MilestonePage
