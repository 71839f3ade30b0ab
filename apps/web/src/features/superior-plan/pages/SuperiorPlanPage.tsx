import { showSuperiorPlan } from '@quanheng/contract/superior-plan'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import { type ReactNode, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import type { Search } from '../../../shared/route/search.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import styles from '../../../shared/work/work.module.css'
import { type Opened, PlanDialogs } from '../acts/PlanDialogs.tsx'
import { BreakdownTab } from '../BreakdownTab.tsx'
import { ComparisonTab } from '../ComparisonTab.tsx'
import { HistoryTab } from '../HistoryTab.tsx'
import { InspectionTab } from '../InspectionTab.tsx'
import { OutlookTab } from '../OutlookTab.tsx'
import { ProgressTab } from '../ProgressTab.tsx'
import own from '../superior-plan.module.css'
import { type Command, type SuperiorPlan, sayNext, toneOf } from '../superior-plan.ts'

/** One plan of the superior: its indicators and how they are divided, its versions and its record. */
const SuperiorPlanPage = () => {
  const { superiorPlanId } = useParams({ strict: false }) as { superiorPlanId: string }
  const asked = useQueryRoute(showSuperiorPlan, { params: { superiorPlanId } })
  if (asked.data?.id !== superiorPlanId)
    return (
      <Page crumbs={[{ title: t('任务分解与调度'), to: '/cascade' }]}>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={superiorPlanId} plan={asked.data} />
}

interface Tab {
  readonly key: string
  readonly label: string
  readonly content: () => ReactNode
}

const tabsOf = (plan: SuperiorPlan, onOpen: (opened: Opened) => void): readonly Tab[] => [
  { key: 'breakdown', label: t('任务分解'), content: () => <BreakdownTab plan={plan} onOpen={onOpen} /> },
  ...(plan.issuedNumber === null
    ? []
    : [
        { key: 'progress', label: t('调度'), content: () => <ProgressTab plan={plan} /> },
        { key: 'outlook', label: t('预测'), content: () => <OutlookTab plan={plan} /> },
        { key: 'inspection', label: t('迎检'), content: () => <InspectionTab plan={plan} /> },
        { key: 'comparison', label: t('评定对照'), content: () => <ComparisonTab plan={plan} /> },
      ]),
  { key: 'history', label: t('版本与留痕'), content: () => <HistoryTab plan={plan} /> },
]

/** What is done on the plan as a whole; entering and dividing stand beside the table. */
const onPage = ['issue', 'revise', 'edit', 'cancel'] as const satisfies readonly Command[]

const Loaded = ({ plan }: { readonly plan: SuperiorPlan }) => {
  const [open, setOpen] = useState<Opened>()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  const tabs = tabsOf(plan, setOpen)
  const tab = tabs.find(({ key }) => key === search.tab) ?? tabs[0]
  const acts = onPage.filter((command) => plan.may.includes(command))
  const first = acts.find((command) => command === 'issue')
  return (
    <Page
      title={plan.title}
      crumbs={[{ title: t('任务分解与调度'), to: '/cascade' }]}
      note={<StateTag word={word('superiorPlanState', plan.state)} tone={toneOf[plan.state]} />}
      next={
        <NextAct
          turn={plan.next === null ? 'done' : plan.may.includes(plan.next.command) ? 'mine' : 'others'}
          act={
            first && (
              <Button type="primary" onClick={() => setOpen({ act: first })}>
                {word('superiorPlanCommand', first)}
              </Button>
            )
          }
        >
          {sayNext(plan)}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {acts
            .filter((act) => act !== first)
            .map((act) => (
              <Button key={act} onClick={() => setOpen({ act })}>
                {word('superiorPlanCommand', act)}
              </Button>
            ))}
        </span>
      }
    >
      <div className={own.tabs}>
        <Tabs
          activeKey={tab?.key ?? 'breakdown'}
          onChange={(key) => void navigate({ to: '.', search: { tab: key } as never })}
          items={tabs.map(({ key, label }) => ({ key, label }))}
        />
      </div>
      {tab?.content()}
      <Suspense>{open && <PlanDialogs plan={plan} opened={open} onClose={() => setOpen(undefined)} />}</Suspense>
    </Page>
  )
}

export default SuperiorPlanPage
