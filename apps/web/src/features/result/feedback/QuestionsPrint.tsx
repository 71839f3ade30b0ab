import type { listFeedbackQuestions } from '@quanheng/contract/feedback'
import type { ReplyOf } from '@quanheng/contract/route'
import { t } from '../../../shared/i18n/t.ts'
import { PrintSheet } from '../../../shared/print/PrintSheet.tsx'
import { sayAnswer, sayAuthor, sayPoints } from './feedback.ts'

interface Props {
  readonly asked: ReplyOf<typeof listFeedbackQuestions>
  readonly planTitle: string
}

/** 初评反馈意见及答复一览表 of one plan, on A4 across: who said what, who answered how, what the score was and is. */
export const QuestionsPrint = ({ asked: { rows, total }, planTitle }: Props) => {
  return (
    <PrintSheet
      title={t('初评反馈意见及答复一览表')}
      subtitle={planTitle}
      landscape
      signatures={[t('评分单位经办人'), t('评分单位负责人')]}
    >
      <table>
        <caption>{t('初评反馈意见及答复一览表')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('单位')}</th>
            <th scope="col">{t('指标')}</th>
            <th scope="col">{t('意见及理由')}</th>
            <th scope="col">{t('提出人')}</th>
            <th scope="col">{t('答复')}</th>
            <th scope="col">{t('答复人')}</th>
            <th scope="col">{t('得分')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.unitName}</td>
              <td>{row.leafName}</td>
              <td>{row.words}</td>
              <td>{sayAuthor(row.by)}</td>
              <td>{sayAnswer(row)}</td>
              <td>{row.answer ? sayAuthor(row.answer) : ''}</td>
              <td>{sayPoints(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > rows.length && <p>{t('共 {{total}} 条，本表列前 {{count}} 条。', { total, count: rows.length })}</p>}
      {rows.length === 0 && <p>{t('各单位没有提出意见。')}</p>}
    </PrintSheet>
  )
}
