import { showSupervision } from '@quanheng/contract/supervision'
import { tickets } from '@quanheng/domain/supervision/ticket'
import { Link, useParams } from '@tanstack/react-router'
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
import { FileLinks } from '../../../shared/work/FileLinks.tsx'
import { Steps } from '../../../shared/work/Steps.tsx'
import styles from '../../../shared/work/work.module.css'
import { type Supervision, sayNext, toneOf } from '../supervision.ts'
import { Visits } from '../Visits.tsx'

const ContentDialog = lazy(() => import('../acts/ContentDialog.tsx'))
const OrderDialog = lazy(() => import('../acts/OrderDialog.tsx'))
const PlainDialog = lazy(() => import('../acts/PlainDialog.tsx'))

/** One order of supervision: scope, whom it visits and how often they were visited, what came of it, and who acts next. */
const SupervisionPage = () => {
  const { supervisionId } = useParams({ strict: false }) as { supervisionId: string }
  const asked = useQueryRoute(showSupervision, { params: { supervisionId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} supervision={asked.data} />
}

const doneWords = ({ state }: Supervision): string => {
  if (state === 'underWay') return t('正在逐个单位走访；全部处理完后结束督查。')
  return state === 'cancelled' ? t('已撤销。') : t('已结束；整改在台账中继续办理。')
}

const ladderFacts = ({ ladder }: Supervision) => [
  {
    label: t('督办级次'),
    value: t('第{{a}}次发现或逾期{{b}}个工作日转黄，第{{c}}次发现或逾期{{d}}个工作日转红', {
      a: ladder.yellowTimes,
      b: ladder.yellowLate,
      c: ladder.redTimes,
      d: ladder.redLate,
    }),
  },
  ...tickets
    .filter((ticket) => ladder.follows[ticket] !== '')
    .map((ticket) => ({ label: word('ticket', ticket), value: ladder.follows[ticket] })),
]

const Loaded = ({ supervision }: { readonly supervision: Supervision }) => {
  const [open, setOpen] = useState<Supervision['may'][number]>()
  const close = () => setOpen(undefined)
  const { next, may, order, conclusion, state } = supervision
  const command = next?.command
  const first = command !== undefined && may.includes(command) ? command : undefined
  const act = command === undefined ? '' : word('supervisionCommand', command)
  return (
    <Page
      title={supervision.title}
      crumbs={[{ title: t('督查整改'), to: '/supervision' }]}
      note={<StateTag word={word('supervisionState', state)} tone={toneOf[state]} />}
      next={
        <NextAct
          turn={first ? 'mine' : next || state === 'underWay' ? 'others' : 'done'}
          act={
            first && (
              <Button type="primary" onClick={() => setOpen(first)}>
                {act}
              </Button>
            )
          }
        >
          {sayNext(supervision, command, act, doneWords(supervision))}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {may
            .filter((one) => one !== first)
            .map((one) => (
              <Button key={one} onClick={() => setOpen(one)}>
                {word('supervisionCommand', one)}
              </Button>
            ))}
        </span>
      }
    >
      <Section title={t('督查方案')}>
        <Facts
          items={[
            { label: t('类型'), value: word('supervisionKind', supervision.kind) },
            { label: t('依据'), value: supervision.basis || t('未填写') },
            { label: t('督查内容'), value: supervision.subjects.join('、') || t('未填写') },
            {
              label: t('督查期间'),
              value:
                supervision.from && supervision.to
                  ? t('{{from}} 至 {{to}}', { from: supervision.from, to: supervision.to })
                  : t('未填写'),
            },
            ...(order
              ? [
                  { label: t('批准日期'), value: order.on },
                  { label: t('批准意见'), value: order.words || t('同意') },
                  ...(order.scanDigest === null
                    ? []
                    : [
                        {
                          label: t('签批原件'),
                          value: (
                            <FileLinks
                              under={`/api/supervisions/${supervision.id}`}
                              files={[{ digest: order.scanDigest, name: t('查看') }]}
                            />
                          ),
                        },
                      ]),
                ]
              : []),
            ...(conclusion
              ? [
                  { label: t('结束日期'), value: conclusion.on },
                  ...(conclusion.words === '' ? [] : [{ label: t('总体评价'), value: conclusion.words }]),
                  ...(conclusion.circularId === null
                    ? []
                    : [
                        {
                          label: t('督查通报'),
                          value: (
                            <Link
                              to={'/circulars/$circularId' as never}
                              params={{ circularId: conclusion.circularId } as never}
                            >
                              {t('查看通报')}
                            </Link>
                          ),
                        },
                      ]),
                ]
              : []),
            ...ladderFacts(supervision),
          ]}
        />
        {supervision.wording !== '' && <p className={styles.words}>{supervision.wording}</p>}
      </Section>
      <Visits supervision={supervision} />
      <Steps steps={supervision.steps.map((step) => ({ ...step, act: word('supervisionCommand', step.command) }))} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={supervision.id} />
      </Section>
      <Suspense>
        {open === 'edit' && <ContentDialog supervision={supervision} onClose={close} />}
        {open === 'order' && <OrderDialog supervision={supervision} onClose={close} />}
        {(open === 'propose' || open === 'return' || open === 'cancel' || open === 'conclude') && (
          <PlainDialog supervision={supervision} act={open} onClose={close} />
        )}
      </Suspense>
    </Page>
  )
}

export default SupervisionPage
