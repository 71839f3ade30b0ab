import { objectionPaper, showObjection } from '@quanheng/contract/objection'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { FileLinks } from '../../../shared/work/FileLinks.tsx'
import { Steps } from '../../../shared/work/Steps.tsx'
import styles from '../../../shared/work/work.module.css'
import { Findings } from '../Findings.tsx'
import { Impact } from '../Impact.tsx'
import { type Objection, saySubject, toneOf } from '../objection.ts'

const BeginDialog = lazy(() => import('../acts/BeginDialog.tsx'))
const AnswerDialog = lazy(() => import('../acts/AnswerDialog.tsx'))
const DecideDialog = lazy(() => import('../acts/DecideDialog.tsx'))
const PlainDialog = lazy(() => import('../acts/PlainDialog.tsx'))

type Command = Objection['may'][number]

const ObjectionPage = () => {
  const { objectionId } = useParams({ strict: false }) as { objectionId: string }
  const asked = useQueryRoute(showObjection, { params: { objectionId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} objection={asked.data} />
}

const sayEnd = ({ state, carriedOut }: Objection): string => {
  if (state !== 'corrected') return t('已办结：{{state}}。', { state: word('objectionState', state) })
  switch (carriedOut) {
    case 'issued':
      return t('已更正得分，更正后的结果已印发。')
    case 'locked':
      return t('已更正得分，评分结果已重新锁定；更正结果印发前，原结果继续有效。')
    default:
      return t('已更正得分，待评分单位重新锁定；更正结果印发前，原结果继续有效。')
  }
}

const sayNext = (objection: Objection): string => {
  const { next, may, agenda } = objection
  if (next === null) return sayEnd(objection)
  if (agenda && !agenda.withChanges) return t('已列入“{{title}}”，在该会议上决定。', { title: agenda.title })
  const act = word('objectionCommand', next.command)
  if (may.includes(next.command)) return t('由您{{act}}。', { act })
  const people = next.people.slice(0, 3).join('、')
  return people === ''
    ? t('由{{unit}}{{act}}，该单位目前没有可办理的人员。', { unit: next.unitName, act })
    : t('由{{unit}}{{people}}{{act}}。', { unit: next.unitName, people, act })
}

const factsOf = (objection: Objection) => [
  { label: t('提出单位'), value: objection.unitName },
  { label: t('考评方案'), value: objection.planTitle },
  { label: t('评分单位'), value: objection.scorerName },
  {
    label: t('公布得分'),
    value: t('{{points}} 分（满分 {{mark}} 分）', { points: objection.points, mark: objection.fullMark }),
  },
  { label: t('编号'), value: objection.documentNumber ?? '—' },
  ...(objection.registeredOn === null
    ? []
    : [
        { label: t('受理日期'), value: objection.registeredOn },
        { label: t('答复期限'), value: objection.answerBy ?? '—' },
        { label: t('决定期限'), value: objection.decideBy ?? '—' },
      ]),
  ...(objection.overdue === 0
    ? []
    : [{ label: t('逾期'), value: t('逾期 {{days}} 个工作日', { days: objection.overdue }) }]),
  ...(objection.letter === null
    ? []
    : [
        {
          label: t('来函'),
          value: (
            <>
              {t('{{day}}收到', { day: objection.letter.receivedOn })}{' '}
              <a
                href={`/api/objections/${objection.id}/files/${objection.letter.scanDigest}`}
                target="_blank"
                rel="noreferrer"
              >
                {t('查看原件')}
              </a>
            </>
          ),
        },
      ]),
]

const Loaded = ({ objection }: { readonly objection: Objection }) => {
  const [open, setOpen] = useState<Command>()
  const [impact, setImpact] = useState(false)
  const close = () => setOpen(undefined)
  const { next, may, state, rescoring, agenda, decider } = objection
  const main = next?.command
  const onAgenda = agenda !== null && !agenda.withChanges
  const able = may.filter((one) => !(one === 'decide' && onAgenda))
  const first = main !== undefined && able.includes(main) ? main : undefined
  const proposed = rescoring?.found.outcome === 'corrected' ? rescoring.found.to : null
  const printable = ['toConfirm', 'kept', 'corrected', 'declined'].includes(state)
  return (
    <Page
      title={saySubject(objection)}
      crumbs={[{ title: t('异议复核'), to: '/objections' }]}
      note={<StateTag word={word('objectionState', state)} tone={toneOf[state]} />}
      next={
        <NextAct
          turn={next === null ? 'done' : first ? 'mine' : 'others'}
          act={
            first ? (
              <Button type="primary" onClick={() => setOpen(first)}>
                {word('objectionCommand', first)}
              </Button>
            ) : (
              state === 'corrected' && (
                <LinkButton to={`/results/${objection.planId}` as never}>{t('到“结果”页')}</LinkButton>
              )
            )
          }
        >
          {sayNext(objection)}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {able.includes('decide') && decider === 'group' && agenda === null && (
            <LinkButton to={'/meetings' as never}>{t('列入会议议题')}</LinkButton>
          )}
          {able
            .filter((one) => one !== first)
            .map((one) => (
              <Button key={one} onClick={() => setOpen(one)}>
                {word('objectionCommand', one)}
              </Button>
            ))}
        </span>
      }
    >
      <Section
        title={t('基本情况')}
        actions={
          printable && (
            <PaperFiles label={t('异议复核答复')} route={objectionPaper} params={{ objectionId: objection.id }} />
          )
        }
      >
        <Facts items={factsOf(objection)} />
      </Section>
      <Section title={t('异议理由')}>
        <p className={styles.words}>{objection.reason}</p>
        {objection.files.length > 0 && (
          <p>
            {t('佐证材料：')}
            <FileLinks under={`/api/objections/${objection.id}`} files={objection.files} />
          </p>
        )}
      </Section>
      <Findings objection={objection} />
      {objection.mayImpact && proposed !== null && (
        <Section title={t('影响范围')}>
          {impact ? (
            <Impact objectionId={objection.id} to={proposed} />
          ) : (
            <p>
              <Button onClick={() => setImpact(true)}>{t('查看影响范围')}</Button>{' '}
              <span className={styles.note}>{t('按复核得分测算总分、名次、等次的变动；查看留痕。')}</span>
            </p>
          )}
        </Section>
      )}
      <Steps steps={objection.steps.map((step) => ({ ...step, act: word('objectionCommand', step.command) }))} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={objection.id} />
      </Section>
      <Suspense>
        {open === 'edit' && <BeginDialog objection={objection} onClose={close} />}
        {(open === 'answer' || open === 'rescore') && <AnswerDialog objection={objection} act={open} onClose={close} />}
        {open === 'decide' && <DecideDialog objection={objection} onClose={close} />}
        {(open === 'send' ||
          open === 'withdraw' ||
          open === 'register' ||
          open === 'decline' ||
          open === 'confirm' ||
          open === 'sendBack') && <PlainDialog objection={objection} act={open} onClose={close} />}
      </Suspense>
    </Page>
  )
}

export default ObjectionPage
