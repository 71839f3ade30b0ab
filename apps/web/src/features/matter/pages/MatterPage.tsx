import { importantMatterPaper, showImportantMatter } from '@quanheng/contract/matter'
import { namesIn } from '@quanheng/domain/library/citation'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { CitedMarks } from '../../../shared/library/CitedMarks.tsx'
import { Facts } from '../../../shared/page/Facts.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { FileLinks } from '../../../shared/work/FileLinks.tsx'
import { Steps } from '../../../shared/work/Steps.tsx'
import styles from '../../../shared/work/work.module.css'
import { Members } from '../Members.tsx'
import { type Matter, toneOf } from '../matter.ts'
import { Versions } from '../Versions.tsx'

const ContentDialog = lazy(() => import('../acts/ContentDialog.tsx'))
const SeekDialog = lazy(() => import('../acts/SeekDialog.tsx'))
const OpinionDialog = lazy(() => import('../acts/OpinionDialog.tsx'))
const AnswersDialog = lazy(() => import('../acts/AnswersDialog.tsx'))
const ApproveDialog = lazy(() => import('../acts/ApproveDialog.tsx'))
const PlainDialog = lazy(() => import('../acts/PlainDialog.tsx'))

type Command = Matter['may'][number]

/** One important matter: its text and how it changed, what members said, the decision, and who acts next. */
const MatterPage = () => {
  const { matterId } = useParams({ strict: false }) as { matterId: string }
  const asked = useQueryRoute(showImportantMatter, { params: { matterId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} matter={asked.data} />
}

const sayNext = ({ next, may, state, round, today }: Matter): string => {
  if (state === 'cancelled') return t('已撤销。')
  if (next === null) return t('已审定。')
  if (state === 'opinions' && round && round.until >= today && !may.includes('close')) {
    return t('正在征求意见，反馈至{{until}}。', { until: round.until })
  }
  const act = word('matterCommand', next.command)
  if (may.includes(next.command)) return t('由您{{act}}。', { act })
  const people = next.people.slice(0, 3).join('、')
  return people === ''
    ? t('由{{unit}}{{act}}，该单位目前没有可办理的人员。', { unit: next.unitName, act })
    : t('由{{unit}}{{people}}{{act}}。', { unit: next.unitName, people, act })
}

const Loaded = ({ matter }: { readonly matter: Matter }) => {
  const [open, setOpen] = useState<Command>()
  const close = () => setOpen(undefined)
  const mayPrint = useMay('matter.begin')
  const owes =
    matter.may.includes('giveOpinion') && matter.members.some(({ way, opinion }) => way === 'own' && !opinion)
  const main = matter.next?.command
  const first = owes ? 'giveOpinion' : main !== undefined && matter.may.includes(main) ? main : undefined
  const { approval } = matter
  return (
    <Page
      title={matter.title}
      crumbs={[{ title: t('重要事项'), to: '/matters' }]}
      note={<StateTag word={word('matterState', matter.state)} tone={toneOf[matter.state]} />}
      next={
        <NextAct
          turn={matter.next === null ? 'done' : first ? 'mine' : 'others'}
          act={
            first && (
              <Button type="primary" onClick={() => setOpen(first)}>
                {word('matterCommand', first)}
              </Button>
            )
          }
        >
          {sayNext(matter)}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {matter.may
            .filter((one) => one !== first)
            .map((one) => (
              <Button key={one} onClick={() => setOpen(one)}>
                {word('matterCommand', one)}
              </Button>
            ))}
        </span>
      }
    >
      <Section
        title={t('基本情况')}
        actions={
          mayPrint && <PaperFiles label={t('专报')} route={importantMatterPaper} params={{ matterId: matter.id }} />
        }
      >
        <Facts
          items={[
            { label: t('类别'), value: word('matterSort', matter.sort) },
            { label: t('起草单位'), value: matter.unitName },
            ...(matter.directReason === null
              ? []
              : [
                  { label: t('直接报组长的理由'), value: matter.directReason },
                  { label: t('事后告知成员'), value: matter.tellMembers ? t('是') : t('否') },
                ]),
            ...(approval
              ? [
                  { label: t('审定日期'), value: approval.on },
                  { label: t('审定意见'), value: approval.words || t('同意') },
                  ...(approval.told.length > 0 ? [{ label: t('已告知'), value: approval.told.join('、') }] : []),
                  ...(approval.scanDigest === null
                    ? []
                    : [
                        {
                          label: t('签批原件'),
                          value: (
                            <a
                              href={`/api/matters/${matter.id}/files/${approval.scanDigest}`}
                              target="_blank"
                              rel="noreferrer"
                            >
                              {t('查看')}
                            </a>
                          ),
                        },
                      ]),
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={t('正文')}>
        <p className={styles.words}>{matter.wording || t('还没有正文。')}</p>
        <CitedMarks names={namesIn(matter.wording)} />
        {matter.files.length > 0 && (
          <p>
            {t('附件：')}
            <FileLinks under={`/api/matters/${matter.id}`} files={matter.files} />
          </p>
        )}
      </Section>
      <Versions matter={matter} />
      <Members matter={matter} />
      <Steps steps={matter.steps.map((step) => ({ ...step, act: word('matterCommand', step.command) }))} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={matter.id} />
      </Section>
      <Suspense>
        {(open === 'edit' || open === 'revise') && <ContentDialog matter={matter} act={open} onClose={close} />}
        {open === 'seek' && <SeekDialog matter={matter} onClose={close} />}
        {open === 'giveOpinion' && <OpinionDialog matter={matter} onClose={close} />}
        {open === 'answer' && <AnswersDialog matter={matter} onClose={close} />}
        {open === 'approve' && <ApproveDialog matter={matter} onClose={close} />}
        {(open === 'proposeDirect' ||
          open === 'close' ||
          open === 'propose' ||
          open === 'return' ||
          open === 'cancel') && <PlainDialog matter={matter} act={open} onClose={close} />}
      </Suspense>
    </Page>
  )
}

export default MatterPage
