import { assignedTaskPaper, showAssignedTask } from '@quanheng/contract/assigned-task'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { FileLinks } from '../../../shared/work/FileLinks.tsx'
import { Steps } from '../../../shared/work/Steps.tsx'
import styles from '../../../shared/work/work.module.css'
import { type AssignedTask, taskToneOf } from '../meeting.ts'

const TaskDialog = lazy(() => import('../acts/TaskDialog.tsx'))

/** One task: what was decided or by whose word, what was done, and what remains. */
const AssignedTaskPage = () => {
  const { assignedTaskId } = useParams({ strict: false }) as { assignedTaskId: string }
  const asked = useQueryRoute(showAssignedTask, { params: { assignedTaskId } })
  const [open, setOpen] = useState<AssignedTask['may'][number]>()
  const task = asked.data
  if (!task)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return (
    <Page
      title={task.words}
      crumbs={[{ title: t('会议'), to: '/meetings' }]}
      note={
        task.late ? (
          <StateTag word={t('已逾期')} tone="stop" />
        ) : (
          <StateTag word={word('assignedTaskState', task.state)} tone={taskToneOf[task.state]} />
        )
      }
      actions={
        <span className={styles.acts}>
          <PaperFiles label={t('督办单')} route={assignedTaskPaper} params={{ assignedTaskId: task.id }} />
          {task.may.map((one, at) => (
            <Button key={one} {...(at === 0 && { type: 'primary' as const })} onClick={() => setOpen(one)}>
              {word('assignedTaskCommand', one)}
            </Button>
          ))}
        </span>
      }
    >
      <Section title={t('交办事项')}>
        <Facts
          items={[
            { label: t('责任单位'), value: task.unitName },
            { label: t('完成时限'), value: task.due },
            ...(task.direct
              ? [
                  {
                    label: t('来源'),
                    value: [word('directGiver', task.direct.by), task.direct.source].filter(Boolean).join('：'),
                  },
                ]
              : [
                  { label: t('会议'), value: task.meetingTitle },
                  { label: t('议题'), value: task.topicTitle },
                  { label: t('决定原文'), value: task.decided },
                ]),
            ...(task.documentNumber === null ? [] : [{ label: t('纪要文号'), value: task.documentNumber }]),
          ]}
        />
      </Section>
      {task.done && (
        <Section title={t('办理情况')}>
          <p className={styles.words}>{task.done.words}</p>
          <FileLinks under={`/api/assigned-tasks/${task.id}`} files={task.done.files} />
        </Section>
      )}
      <Steps steps={task.steps.map((step) => ({ ...step, act: word('assignedTaskCommand', step.command) }))} />
      <Suspense>{open && <TaskDialog task={task} act={open} onClose={() => setOpen(undefined)} />}</Suspense>
    </Page>
  )
}

export default AssignedTaskPage
