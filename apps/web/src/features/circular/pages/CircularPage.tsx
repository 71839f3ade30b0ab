import { circularPaper, circularReceipts, showCircular } from '@quanheng/contract/circular'
import { markCirculatedRead } from '@quanheng/contract/workbench'
import { namesIn } from '@quanheng/domain/library/citation'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
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
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { ExportButton } from '../../../shared/table/ExportButton.tsx'
import { FileLinks } from '../../../shared/work/FileLinks.tsx'
import { Steps } from '../../../shared/work/Steps.tsx'
import styles from '../../../shared/work/work.module.css'
import { type Circular, sayNumber, toneOf } from '../circular.ts'
import { Receipts } from '../Receipts.tsx'

const ContentDialog = lazy(() => import('../acts/ContentDialog.tsx'))
const IssueDialog = lazy(() => import('../acts/IssueDialog.tsx'))
const PlainDialog = lazy(() => import('../acts/PlainDialog.tsx'))
const PaperReceiptDialog = lazy(() => import('../acts/PaperReceiptDialog.tsx'))

type Command = Circular['may'][number]

/** One circular: what it says, whom it reached, who has signed, and who acts next. */
const CircularPage = () => {
  const { circularId } = useParams({ strict: false }) as { circularId: string }
  const asked = useQueryRoute(showCircular, { params: { circularId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} circular={asked.data} />
}

const sayNext = ({ next, may, receipts, state, signed, receivers, steps }: Circular): string => {
  if (may.includes('sign')) {
    const own = receipts.filter(({ mine, signedAt }) => mine && signedAt === null)
    return t('请阅看后签收：{{units}}。', {
      units: own.map(({ unitName, personName }) => `${unitName}${personName ?? ''}`).join('、'),
    })
  }
  if (next !== null) {
    const act = word('circularCommand', next.command)
    if (may.includes(next.command)) return t('由您{{act}}。', { act })
    const people = next.people.slice(0, 3).join('、')
    return people === ''
      ? t('由{{unit}}{{act}}，该单位目前没有可办理的人员。', { unit: next.unitName, act })
      : t('由{{unit}}{{people}}{{act}}。', { unit: next.unitName, people, act })
  }
  if (state === 'withdrawn') {
    const reason = steps.findLast(({ command }) => command === 'withdraw')?.words ?? ''
    return t('已撤回，请停止执行。理由：{{reason}}', { reason })
  }
  if (state === 'discarded') return t('草稿已作废。')
  return signed === receivers
    ? t('全部对象均已签收。')
    : t('已签收 {{signed}} 个，共 {{receivers}} 个。', { signed, receivers })
}

const addressed = ({ to }: Circular): string =>
  [
    to.group ? t('领导小组全体成员') : '',
    ...to.units.map(({ unitName }) => unitName),
    ...to.posts.map(({ unitName, post }) => `${unitName}${word('post', post)}`),
  ]
    .filter((one) => one !== '')
    .join('、')

const Loaded = ({ circular }: { readonly circular: Circular }) => {
  const [open, setOpen] = useState<Command>()
  const [paperFor, setPaperFor] = useState<Circular['receipts'][number]>()
  const close = () => setOpen(undefined)
  const params = { circularId: circular.id }
  const read = useCommand(markCirculatedRead)
  const unread = circular.receipts.some(({ mine, readAt }) => mine && readAt === null)
  const { id, state } = circular
  const { run } = read
  const isOut = state === 'issued' || state === 'withdrawn'
  useEffect(() => {
    if (unread && isOut) void run({ body: { ids: [id] } })
  }, [id, unread, isOut, run])
  const isWaiting = circular.ofOffice && state === 'issued' && circular.signed < circular.receivers
  const main = circular.may.includes('sign') ? 'sign' : circular.next?.command
  const first = main !== undefined && circular.may.includes(main) ? main : undefined
  const others = circular.may.filter((one) => one !== first && one !== 'registerReceipt')
  return (
    <Page
      title={circular.title}
      crumbs={[{ title: t('通报简报'), to: '/circulars' }]}
      note={<StateTag word={word('circularState', circular.state)} tone={toneOf[circular.state]} />}
      next={
        <NextAct
          turn={first ? 'mine' : circular.next || isWaiting ? 'others' : 'done'}
          act={
            first && (
              <Button type="primary" onClick={() => setOpen(first)}>
                {word('circularCommand', first)}
              </Button>
            )
          }
        >
          {sayNext(circular)}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {others.map((one) => (
            <Button key={one} onClick={() => setOpen(one)}>
              {word('circularCommand', one)}
            </Button>
          ))}
        </span>
      }
    >
      <Section
        title={t('基本情况')}
        actions={
          <PaperFiles
            label={word('circularKind', circular.kind)}
            route={circularPaper}
            params={params}
            query={{ paper: 'text' }}
          />
        }
      >
        <Facts
          items={[
            { label: t('文种'), value: word('circularKind', circular.kind) },
            { label: t('事项'), value: word('circularTopic', circular.topic) },
            { label: t('文号或期号'), value: sayNumber(circular) || t('未编') },
            { label: t('印发日期'), value: circular.issuedOn ?? '—' },
            ...(circular.issuedBy === null ? [] : [{ label: t('签发'), value: circular.issuedBy }]),
            { label: t('签收时限'), value: circular.signBy ?? t('不限') },
            { label: t('起草单位'), value: circular.unitName },
            { label: t('发送对象'), value: addressed(circular) || t('尚未选择') },
            ...(circular.source === '' ? [] : [{ label: t('来源'), value: circular.source }]),
            ...(circular.meeting
              ? [
                  {
                    label: t('会议'),
                    value: (
                      <Link
                        to={'/meetings/$meetingId' as never}
                        params={{ meetingId: circular.meeting.meetingId } as never}
                      >
                        {circular.meeting.title}
                      </Link>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={t('正文')}>
        <p className={styles.words}>{circular.wording || t('还没有正文。')}</p>
        <CitedMarks names={namesIn(`${circular.source}\n${circular.wording}`)} />
        {circular.files.length > 0 && (
          <>
            <p>
              {t('附件：')}
              <FileLinks under={`/api/circulars/${circular.id}`} files={circular.files} />
            </p>
            <p className={styles.note}>{t('随通报印发的附件和领导批示只供传达，不作考评佐证和加分依据。')}</p>
          </>
        )}
      </Section>
      <Section
        title={isOut ? t('签收情况') : t('将发送至')}
        actions={
          circular.ofOffice &&
          isOut && (
            <span className={styles.acts}>
              <ExportButton onExport={(format) => download(circularReceipts, { params, query: { format } })} />
              <PaperFiles label={t('签收单')} route={circularPaper} params={params} query={{ paper: 'receipts' }} />
            </span>
          )
        }
      >
        <Receipts circular={circular} onPaper={setPaperFor} />
      </Section>
      <Steps steps={circular.steps.map((step) => ({ ...step, act: word('circularCommand', step.command) }))} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={circular.id} />
      </Section>
      <Suspense>
        {open === 'edit' && <ContentDialog circular={circular} onClose={close} />}
        {open === 'issue' && <IssueDialog circular={circular} onClose={close} />}
        {open !== undefined && open !== 'edit' && open !== 'issue' && open !== 'registerReceipt' && (
          <PlainDialog circular={circular} act={open} onClose={close} />
        )}
        {paperFor && (
          <PaperReceiptDialog circular={circular} receipt={paperFor} onClose={() => setPaperFor(undefined)} />
        )}
      </Suspense>
    </Page>
  )
}

export default CircularPage
