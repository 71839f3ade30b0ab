import { showCockpit } from '@quanheng/contract/cockpit'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useRef } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from '../cockpit.module.css'
import type { Year } from '../cockpit.ts'
import { OpenPart, ProgressPart, StepsPart } from '../ProgressPart.tsx'
import { DistributionPart, GroupsPart, MovementsPart } from '../StandingPart.tsx'

/** What the figures rest on, and when they were taken. */
const Grounds = ({ year, asOf }: { readonly year: Year; readonly asOf: string }) => {
  const { standing } = year
  return (
    <Facts
      items={[
        { label: t('进度数据时间'), value: sayMoment(asOf) },
        ...(standing
          ? [
              { label: t('得分取自'), value: <Digest value={standing.runDigest} /> },
              {
                label: t('锁定时间'),
                value: t('{{at}}（{{state}}）', {
                  at: sayMoment(standing.frozenAt),
                  state: word('resultState', standing.state),
                }),
              },
              {
                label: t('样本'),
                value: t('{{units}} 家被考核单位，其中有总分 {{counted}} 家', {
                  units: standing.units,
                  counted: standing.counted,
                }),
              },
            ]
          : []),
      ]}
    />
  )
}

const Screen = ({ year }: { readonly year: Year }) => (
  <>
    {year.totals === 'none' && (
      <NextAct turn="others">{t('总分尚未锁定。锁定以前任何人都看不到总分、名次和等次。')}</NextAct>
    )}
    {year.totals === 'hidden' && (
      <NextAct turn="others">{t('总分已锁定，审定以前只有绩效办主任可以查看；审定以后在此显示。')}</NextAct>
    )}
    <div className={styles.columns}>
      <div className={styles.column}>
        <ProgressPart year={year} />
        <OpenPart open={year.open} />
        {year.standing && <GroupsPart standing={year.standing} />}
        {year.standing && <MovementsPart standing={year.standing} />}
      </div>
      <div className={styles.column}>
        {year.standing && <DistributionPart standing={year.standing} />}
        <StepsPart year={year} />
      </div>
    </div>
  </>
)

/** 驾驶舱: one screen over an appraisal year, on the wall or on A4. */
const CockpitPage = () => {
  const { planId } = useSearch({ strict: false }) as { planId?: string }
  const navigate = useNavigate()
  const screen = useRef<HTMLDivElement>(null)
  const asked = useQueryRoute(showCockpit, { query: { ...(planId !== undefined && { planId }) } })
  const shown = asked.data
  const year = shown?.year ?? null
  return (
    <Page
      note={year?.title}
      actions={
        year && (
          <>
            {shown && shown.plans.length > 1 && (
              <Select
                aria-label={t('年度方案')}
                value={year.planId}
                options={shown.plans.map((plan) => ({ value: plan.planId, label: plan.title }))}
                onChange={(id) => void navigate({ to: '/cockpit', search: { planId: id } } as never)}
                style={{ width: 320, maxWidth: '100%' }}
              />
            )}
            <Button onClick={() => void screen.current?.requestFullscreen()}>{t('全屏')}</Button>
            <Button onClick={() => window.print()}>{t('打印')}</Button>
          </>
        )
      }
    >
      {shown === undefined ? (
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      ) : year === null ? (
        <p>{t('还没有印发的年度考评方案。印发后，这里显示全年进度和结果。')}</p>
      ) : (
        <div ref={screen} className={styles.screen}>
          <h2 className={styles.wall}>{year.title}</h2>
          <Grounds year={year} asOf={shown.asOf} />
          <Screen year={year} />
        </div>
      )}
    </Page>
  )
}

export default CockpitPage
