import { listRemarks } from '@quanheng/contract/remark'
import { remarkStates } from '@quanheng/domain/remark/model'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { PrintSheet } from '../../../shared/print/PrintSheet.tsx'
import { usePrintSheet } from '../../../shared/print/use-print-sheet.ts'
import { may, useSession } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable, type RowOf } from '../../../shared/table/DataTable.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from '../remarks/remarks.module.css'

const RemarkDialog = lazy(() => import('../remarks/RemarkDialog.tsx'))
const AnswerDialog = lazy(() => import('../remarks/AnswerDialog.tsx'))

type Remark = RowOf<typeof listRemarks>

const sayAuthor = ({ name, post, unitName, at }: Remark['by']): string =>
  [name, word('post', post), unitName, sayMoment(at)].join(' ')

const sayAnswer = ({ answer }: Remark): string =>
  answer ? t('{{kind}}：{{words}}', { kind: word('remarkAnswer', answer.kind), words: answer.words }) : t('待答复')

const columns = (): readonly Column<Remark>[] => [
  {
    key: 'state',
    title: t('状态'),
    width: 90,
    render: ({ state }) => <StateTag word={word('remarkState', state)} tone={state === 'open' ? 'waiting' : 'done'} />,
  },
  { key: 'noun', title: t('事项'), width: 90, render: ({ noun }) => word('remarkSubject', noun) },
  {
    key: 'subject',
    title: t('对象'),
    width: 220,
    render: ({ subject, link }) => (link === null ? subject : <Link to={link as never}>{subject}</Link>),
  },
  { key: 'words', title: t('意见'), width: 280, render: ({ words }) => words },
  { key: 'by', title: t('提出人'), width: 200, render: ({ by }) => by.name },
  { key: 'answer', title: t('答复'), width: 280, render: sayAnswer },
]

/** One remark whole, to be read, answered and printed. */
const Whole = ({ remark, onAnswer }: { readonly remark: Remark; readonly onAnswer: () => void }) => {
  const { printing, print } = usePrintSheet()
  const facts = (
    <Facts
      items={[
        { label: t('考评方案'), value: remark.planTitle },
        { label: t('对象'), value: `${word('remarkSubject', remark.noun)} ${remark.subject}` },
        { label: t('意见'), value: <span className={styles.text}>{remark.words}</span> },
        { label: t('提出人'), value: sayAuthor(remark.by) },
        { label: t('答复'), value: <span className={styles.text}>{sayAnswer(remark)}</span> },
        ...(remark.answer ? [{ label: t('答复人'), value: sayAuthor(remark.answer) }] : []),
      ]}
    />
  )
  return (
    <>
      {facts}
      <p>
        {remark.mine && (
          <Button type="primary" onClick={onAnswer}>
            {t('答复')}
          </Button>
        )}{' '}
        <Button onClick={print}>{t('打印')}</Button>
      </p>
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={remark.id} />
      </Section>
      {printing && (
        <PrintSheet title={t('监督意见及答复')} subtitle={remark.planTitle} signatures={[t('提出人'), t('答复人')]}>
          {facts}
        </PrintSheet>
      )}
    </>
  )
}

/** 监督意见: filed by observers, answered by name, open ones first. */
const RemarksPage = () => {
  const session = useSession()
  const [filing, setFiling] = useState(false)
  const [answering, setAnswering] = useState<Remark>()
  const open = useQueryRoute(listRemarks, { query: { state: 'open', size: '1' } }).data?.total ?? 0
  return (
    <Page
      note={open > 0 && <StateTag word={t('{{count}} 条待答复', { count: open })} tone="waiting" />}
      actions={
        may(session, ['remark.file']) && (
          <Button type="primary" onClick={() => setFiling(true)}>
            {t('提出监督意见')}
          </Button>
        )
      }
    >
      <DataTable
        id="remarks"
        caption={t('监督意见')}
        route={listRemarks}
        columns={columns()}
        rowKey={({ id }) => id}
        filters={[
          {
            kind: 'choice',
            name: 'state',
            label: t('状态'),
            options: remarkStates.map((value) => ({ value, label: word('remarkState', value) })),
          },
        ]}
        drawer={{
          title: ({ subject }) => subject,
          content: (remark) => <Whole remark={remark} onAnswer={() => setAnswering(remark)} />,
        }}
        empty={t('还没有监督意见。')}
      />
      <Suspense>
        {filing && <RemarkDialog onClose={() => setFiling(false)} />}
        {answering && <AnswerDialog remark={answering} onClose={() => setAnswering(undefined)} />}
      </Suspense>
    </Page>
  )
}

export default RemarksPage
