import { exportFeedbackQuestions, listFeedbackQuestions } from '@quanheng/contract/feedback'
import { feedbackQuestionStates } from '@quanheng/domain/feedback/model'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import styles from '../result.module.css'
import { type Question, sayAnswer, sayAuthor, sayPoints } from './feedback.ts'

const AnswerDialog = lazy(() => import('./AnswerDialog.tsx'))

const columns = (): readonly Column<Question>[] => [
  {
    key: 'state',
    title: t('状态'),
    width: 90,
    render: ({ state }) => (
      <StateTag word={word('feedbackQuestionState', state)} tone={state === 'open' ? 'waiting' : 'done'} />
    ),
  },
  { key: 'unit', title: t('单位'), width: 140, render: ({ unitName }) => unitName },
  { key: 'leaf', title: t('指标'), width: 160, render: ({ leafName }) => leafName },
  { key: 'words', title: t('意见及理由'), width: 240, render: ({ words }) => words },
  { key: 'points', title: t('得分'), width: 130, render: sayPoints },
  { key: 'answer', title: t('答复'), width: 240, render: sayAnswer },
  { key: 'by', title: t('提出人'), width: 100, optional: true, render: ({ by }) => by.name },
  { key: 'answeredBy', title: t('答复人'), width: 100, optional: true, render: ({ answer }) => answer?.name ?? '' },
]

const Files = ({ question }: { readonly question: Question }) =>
  question.files.length === 0
    ? t('未附材料')
    : question.files.map(({ digest, name }) => (
        <div key={digest}>
          <a href={`/api/feedback-questions/${question.id}/files/${digest}`} target="_blank" rel="noreferrer">
            {name}
          </a>
        </div>
      ))

/** One question whole: what is said, with what evidence, what became of it, what the score was and is. */
const Whole = ({ question, onAnswer }: { readonly question: Question; readonly onAnswer: () => void }) => (
  <div className={styles.reason}>
    {question.state === 'open' && (
      <NextAct
        turn={question.mine ? 'mine' : 'others'}
        act={
          question.mine && (
            <Button type="primary" onClick={onAnswer}>
              {t('答复')}
            </Button>
          )
        }
      >
        {question.mine
          ? t('请具名答复。未答复的，评分结果不能锁定。')
          : t('由{{unit}}评分科室负责人或责任领导答复。', { unit: question.scorerName })}
      </NextAct>
    )}
    <Facts
      items={[
        { label: t('单位'), value: question.unitName },
        { label: t('指标'), value: question.leafName },
        { label: t('意见及理由'), value: question.words },
        { label: t('佐证材料'), value: <Files question={question} /> },
        { label: t('提出人'), value: sayAuthor(question.by) },
        { label: t('答复'), value: sayAnswer(question) },
        ...(question.answer ? [{ label: t('答复人'), value: sayAuthor(question.answer) }] : []),
        { label: t('得分'), value: sayPoints(question) },
        ...(question.sheetId === null
          ? []
          : [
              {
                label: t('评分表'),
                value: <Link to={`/scoring/${question.sheetId}` as never}>{t('打开评分表')}</Link>,
              },
            ]),
        { label: t('方案'), value: question.planTitle },
      ]}
    />
    <Section title={t('操作留痕')}>
      <ObjectHistory subjectId={question.id} />
    </Section>
  </div>
)

interface Props {
  /** Narrowed to a plan, or to one unit under it; else all in sight. */
  readonly planId?: string
  readonly unitId?: string
}

/** 初评反馈意见: unanswered ones first; answered in the drawer, taken out as a table. */
export const Questions = ({ planId, unitId }: Props) => {
  const [answering, setAnswering] = useState<Question>()
  return (
    <>
      <DataTable
        id="feedback-questions"
        caption={t('初评反馈意见')}
        route={listFeedbackQuestions}
        input={{ query: { ...(planId !== undefined && { planId }), ...(unitId !== undefined && { unitId }) } }}
        exportRoute={exportFeedbackQuestions}
        columns={columns()}
        rowKey={({ id }) => id}
        filters={[
          {
            kind: 'choice',
            name: 'state',
            label: t('状态'),
            options: feedbackQuestionStates.map((value) => ({ value, label: word('feedbackQuestionState', value) })),
          },
        ]}
        drawer={{
          title: ({ leafName, unitName }) => `${leafName} · ${unitName}`,
          width: 760,
          content: (question) => <Whole question={question} onAnswer={() => setAnswering(question)} />,
        }}
        empty={t('还没有意见。')}
      />
      <Suspense>{answering && <AnswerDialog question={answering} onClose={() => setAnswering(undefined)} />}</Suspense>
    </>
  )
}
