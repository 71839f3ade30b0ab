import { showPlan } from '@quanheng/contract/plan'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import { type ReactNode, useCallback, useEffect } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { DraftNote } from '../../../shared/form/DraftNote.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import type { Search } from '../../../shared/route/search.ts'
import { sayMoment } from '../../../shared/time/time.ts'
import { PlanActs } from '../acts/PlanActs.tsx'
import { BasesTab } from '../bases/BasesTab.tsx'
import { EditorProvider, type ShownPlan } from '../editor/editor.ts'
import { inWords } from '../editor/place-words.ts'
import { usePlanEditor } from '../editor/use-plan-editor.ts'
import { usePointedRow } from '../editor/use-pointed-row.ts'
import { PlanStateTag } from '../fields/PlanStateTag.tsx'
import styles from '../fields/plan.module.css'
import { Reading } from '../fields/Reading.tsx'
import { FindingsTab } from '../findings/FindingsTab.tsx'
import { IndicatorsTab } from '../indicators/IndicatorsTab.tsx'
import { MilestonesTab } from '../milestones/MilestonesTab.tsx'
import { OverviewTab } from '../overview/OverviewTab.tsx'
import { ResponsibilitiesTab } from '../responsibilities/ResponsibilitiesTab.tsx'
import { DocumentTab } from '../settings/DocumentTab.tsx'
import { SettingsTab } from '../settings/SettingsTab.tsx'
import { StepsTab } from '../steps/StepsTab.tsx'
import { TasksTab } from '../tasks/TasksTab.tsx'
import { VersionsTab } from '../versions/VersionsTab.tsx'

const PlanPage = () => {
  const { planId } = useParams({ strict: false }) as { planId: string }
  const asked = useQueryRoute(showPlan, { params: { planId } })
  if (asked.data?.id !== planId) {
    return (
      <Page crumbs={[{ title: t('考评方案'), to: '/plans' }]}>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  }
  return <Plan key={planId} plan={asked.data} />
}

interface Tab {
  readonly key: string
  readonly label: string
  readonly content: () => ReactNode
}

const tabsOf = (plan: ShownPlan, unsaved: boolean): readonly Tab[] => {
  const open = plan.findings.filter((row) => !row.acceptance).length
  const findings: Tab = {
    key: 'findings',
    label: t('方案校核（{{count}}）', { count: open }),
    content: () => <FindingsTab unsaved={unsaved} />,
  }
  return [
    { key: 'overview', label: t('概况'), content: () => <OverviewTab /> },
    { key: 'indicators', label: t('指标体系'), content: () => <IndicatorsTab /> },
    { key: 'tasks', label: t('考核对象及任务分配表'), content: () => <TasksTab /> },
    { key: 'responsibilities', label: t('责任分工'), content: () => <ResponsibilitiesTab /> },
    { key: 'steps', label: t('进度安排'), content: () => <StepsTab /> },
    { key: 'milestones', label: t('指标节点'), content: () => <MilestonesTab /> },
    { key: 'bases', label: t('依据文件'), content: () => <BasesTab /> },
    ...(plan.state === 'draft' || plan.state === 'checked' ? [findings] : []),
    { key: 'settings', label: t('设定'), content: () => <SettingsTab /> },
    { key: 'versions', label: t('版本与比对'), content: () => <VersionsTab /> },
    { key: 'document', label: t('公文信息'), content: () => <DocumentTab /> },
  ]
}

const Plan = ({ plan }: { readonly plan: ShownPlan }) => {
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  const openTab = useCallback((tab: string) => void navigate({ to: '.', search: { tab } as never }), [navigate])
  const { editor, dirty, draft, command, outdated, takeOver, giveUp } = usePlanEditor(plan, openTab)
  const tabs = tabsOf(plan, dirty)
  const tab = tabs.find((row) => row.key === search.tab) ?? tabs[0]

  usePointedRow(search.at, tab?.key)

  const { save } = editor
  const keep = useCallback(async () => {
    if (await save()) notify(t('已保存'))
  }, [save])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      if (dirty) void keep()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [dirty, keep])

  return (
    <EditorProvider value={editor}>
      <Page
        title={editor.content.title || t('未命名方案')}
        crumbs={[{ title: t('考评方案'), to: '/plans' }]}
        note={<PlanStateTag plan={plan} />}
        next={<Next plan={plan} unsaved={dirty} onFindings={() => openTab('findings')} />}
        actions={<PlanActs unsaved={dirty} />}
      >
        {outdated && (
          <NextAct
            turn="stopped"
            act={
              <>
                <Button size="small" onClick={() => takeOver(outdated)}>
                  {t('用我的内容继续')}
                </Button>
                <Button size="small" onClick={() => void giveUp()}>
                  {t('舍弃')}
                </Button>
              </>
            }
          >
            {t('您在 {{time}} 自动保存过一份内容，此后方案已有改动（现为第 {{version}} 次保存）。', {
              time: draft.savedAt ? sayMoment(draft.savedAt) : '',
              version: plan.version,
            })}
          </NextAct>
        )}
        <div className={styles.tabs}>
          <Tabs
            activeKey={tab?.key ?? 'overview'}
            onChange={openTab}
            items={tabs.map(({ key, label }) => ({ key, label }))}
          />
        </div>
        <Reading readOnly={editor.readOnly}>{tab?.content()}</Reading>
        {!editor.readOnly && (dirty || command.refusal || draft.savedAt) && (
          <div className={styles.bar}>
            <DraftNote draft={draft} />
            <Refusal refusal={command.refusal && inWords(command.refusal)} />
            <span className={styles.row}>
              {dirty && <Button onClick={() => void giveUp()}>{t('放弃未保存的修改')}</Button>}
              <Button type="primary" disabled={!dirty} loading={command.pending} onClick={() => void keep()}>
                {t('保存')}
              </Button>
            </span>
          </div>
        )}
      </Page>
    </EditorProvider>
  )
}

interface NextProps {
  readonly plan: ShownPlan
  readonly unsaved: boolean
  readonly onFindings: () => void
}

/** What this person does next with the plan, or who does. */
const Next = ({ plan, unsaved, onFindings }: NextProps) => {
  const stops = plan.findings.filter((row) => row.severity === 'mustFix' && !row.acceptance).length
  if (plan.next === null) return null
  if (unsaved && plan.may.includes('edit'))
    return <NextAct turn="mine">{t('有修改尚未保存。保存后平台重新校核。')}</NextAct>
  const who = plan.next.people.map((person) =>
    t('{{name}}（{{post}}）', { name: person.name, post: word('post', person.post) }),
  )
  const act = word('planCommand', plan.next.command)
  if (!plan.may.includes(plan.next.command))
    return (
      <NextAct turn="others">
        {who.length > 0
          ? t('由{{who}}{{act}}', { who: [...new Set(who)].slice(0, 6).join('、'), act })
          : t('尚无人任{{posts}}，无人可以{{act}}', {
              posts: plan.next.posts.map((post) => word('post', post)).join('、'),
              act,
            })}
      </NextAct>
    )
  if (plan.next.command === 'check' && stops > 0)
    return (
      <NextAct
        turn="mine"
        act={
          <Button size="small" onClick={onFindings}>
            {t('看校核意见')}
          </Button>
        }
      >
        {t('填写各部分；还有 {{count}} 项必须处理，处理完即可校核通过。', { count: stops })}
      </NextAct>
    )
  return (
    <NextAct turn="mine">
      {plan.next.command === 'check' ? t('没有必须处理的事项，可以校核通过。') : t('已校核，可以印发。')}
    </NextAct>
  )
}

export default PlanPage
