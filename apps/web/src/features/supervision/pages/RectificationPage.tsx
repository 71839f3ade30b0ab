import { showRectification } from '@quanheng/contract/rectification'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { CopyButton } from '../../../shared/clipboard/CopyButton.tsx'
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
import { type Item, itemToneOf, sayNext } from '../supervision.ts'
import { TicketTag } from '../TicketTag.tsx'

const ItemDialog = lazy(() => import('../acts/ItemDialog.tsx'))

/** One item: what was found, what is asked, what the unit plans and did, and who checked it. */
const RectificationPage = () => {
  const { rectificationId } = useParams({ strict: false }) as { rectificationId: string }
  const asked = useQueryRoute(showRectification, { params: { rectificationId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} item={asked.data} />
}

const Loaded = ({ item }: { readonly item: Item }) => {
  const [open, setOpen] = useState<Item['may'][number]>()
  const { next, may, plan, done, check } = item
  const command = next?.command
  const first = command !== undefined && may.includes(command) ? command : undefined
  const act = command === undefined ? '' : word('rectificationCommand', command)
  const under = `/api/rectifications/${item.id}`
  return (
    <Page
      title={item.subject}
      crumbs={[{ title: t('整改台账'), to: '/supervision/rectifications' }]}
      note={
        <>
          <StateTag word={word('rectificationState', item.state)} tone={itemToneOf[item.state]} />{' '}
          <TicketTag ticket={item.ticket} />
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
          {sayNext(item, command, act, t('已复查销号。'))}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {may
            .filter((one) => one !== first)
            .map((one) => (
              <Button key={one} onClick={() => setOpen(one)}>
                {word('rectificationCommand', one)}
              </Button>
            ))}
        </span>
      }
    >
      <Section
        title={t('问题和要求')}
        actions={
          <Link
            to={'/supervision/visits/$supervisionVisitId' as never}
            params={{ supervisionVisitId: item.supervisionVisitId } as never}
          >
            {t('走访记录')}
          </Link>
        }
      >
        <Facts
          items={[
            { label: t('单位'), value: item.unitName },
            { label: t('督查'), value: item.supervisionTitle },
            { label: t('程度'), value: word('seriousness', item.seriousness) },
            { label: t('发现次数'), value: t('第{{count}}次', { count: item.times }) },
            { label: t('通知日期'), value: item.noticedOn },
            ...(item.documentNumber === '' ? [] : [{ label: t('整改通知书文号'), value: item.documentNumber }]),
            { label: t('时限'), value: item.due },
            ...(item.daysLate === 0
              ? []
              : [{ label: t('逾期'), value: t('{{count}}个工作日', { count: item.daysLate }) }]),
            {
              label: t('作为扣分依据引用'),
              value: (
                <>
                  {item.citation} <CopyButton text={item.citation} done={t('引用文字已复制')} />
                </>
              ),
            },
            ...(item.follows === '' ? [] : [{ label: t('后续措施'), value: item.follows }]),
          ]}
        />
        <p className={styles.words}>{t('事实：{{text}}', { text: item.fact })}</p>
        <p className={styles.words}>{t('依据：{{text}}', { text: item.basis })}</p>
        <p className={styles.words}>{t('整改要求：{{text}}', { text: item.words })}</p>
      </Section>
      <Section title={t('整改情况')}>
        {plan === null && <p>{t('还没有报送整改方案。')}</p>}
        {plan && (
          <>
            <Facts
              items={[
                { label: t('整改责任人'), value: plan.personResponsible },
                { label: t('计划完成日期'), value: plan.plannedDue },
                ...(item.returned === 0
                  ? []
                  : [{ label: t('退回'), value: t('{{count}}次', { count: item.returned }) }]),
              ]}
            />
            <p className={styles.words}>{t('整改措施：{{text}}', { text: plan.words })}</p>
          </>
        )}
        {done && (
          <>
            <p className={styles.words}>{t('完成情况：{{text}}', { text: done.words })}</p>
            <p>
              {t('佐证材料：')}
              <FileLinks under={under} files={done.files} />
            </p>
          </>
        )}
        {check && (
          <>
            <p className={styles.words}>
              {t('{{on}}复查（{{by}}）：{{text}}', { on: check.on, by: check.by, text: check.words })}
            </p>
            <FileLinks under={under} files={check.files} />
          </>
        )}
      </Section>
      {item.earlier.length > 0 && <Earlier item={item} />}
      <Steps steps={item.steps.map((step) => ({ ...step, act: word('rectificationCommand', step.command) }))} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={item.id} />
      </Section>
      <Suspense>{open && <ItemDialog item={item} act={open} onClose={() => setOpen(undefined)} />}</Suspense>
    </Page>
  )
}

const Earlier = ({ item }: { readonly item: Item }) => (
  <Section title={t('以前发现的同类问题')}>
    <Sheet
      caption={t('以前发现的同类问题')}
      columns={[
        { key: 'on', title: t('通知日期'), render: (row: Item['earlier'][number]) => row.noticedOn },
        {
          key: 'words',
          title: t('整改要求'),
          width: 320,
          render: (row) => (
            <Link
              to={'/supervision/rectifications/$rectificationId' as never}
              params={{ rectificationId: row.rectificationId } as never}
            >
              {row.words}
            </Link>
          ),
        },
        { key: 'state', title: t('状态'), render: (row) => word('rectificationState', row.state) },
      ]}
      rows={item.earlier}
      rowKey={(row) => row.rectificationId}
    />
  </Section>
)

export default RectificationPage
