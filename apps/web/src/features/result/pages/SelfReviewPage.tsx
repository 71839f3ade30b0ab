import { exportSelfReview, returnSelfReview, showSelfReview, signSelfReview } from '@quanheng/contract/self-review'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { Figure } from '../../../shared/figure/Figure.tsx'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { usePrintSheet } from '../../../shared/print/use-print-sheet.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { Editor } from '../self-review/Editor.tsx'
import { SelfReviewPrint } from '../self-review/SelfReviewPrint.tsx'
import { type ReviewRow, type SelfReview, saySigner, sayState, toneOf } from '../self-review/self-review.ts'

/** What is not there yet, or not open to the reader, is no missing figure. */
const sayFigure = (points: string | null) => (points === null ? '—' : <Figure value={points} />)

const columns = (): readonly Column<ReviewRow>[] => [
  { key: 'name', title: t('指标'), width: 220, render: ({ name }) => name },
  { key: 'full', title: t('满分'), figure: true, render: ({ fullMark }) => fullMark },
  { key: 'self', title: t('自评分'), figure: true, render: ({ self }) => sayFigure(self) },
  { key: 'first', title: t('初评分'), figure: true, render: ({ first }) => sayFigure(first) },
  { key: 'final', title: t('核定分'), figure: true, render: ({ final }) => sayFigure(final) },
  { key: 'reason', title: t('自评扣分理由'), width: 360, render: ({ reason }) => reason },
]

const Next = ({ review, onSign, onReturn }: { review: SelfReview; onSign: () => void; onReturn: () => void }) => {
  if (review.may.includes('sign'))
    return (
      <NextAct
        turn="mine"
        act={
          <Button type="primary" onClick={onSign}>
            {t('签字')}
          </Button>
        }
      >
        {t('填好保存后，由单位主要领导签字，签字后送评分单位。')}
      </NextAct>
    )
  if (review.may.includes('save'))
    return <NextAct turn="mine">{t('请填写自评分、理由和报告，保存后由单位主要领导签字。')}</NextAct>
  if (review.may.includes('return'))
    return (
      <NextAct turn="done" act={<Button onClick={onReturn}>{t('退回')}</Button>}>
        {t('该单位已签字。有误的可以退回修改。')}
      </NextAct>
    )
  return review.state === 'signed' ? (
    <NextAct turn="done">{t('已签字。')}</NextAct>
  ) : (
    <NextAct turn="others">{t('由该单位填写，主要领导签字。')}</NextAct>
  )
}

/** One unit's self-review: written, signed, beside what it was given. */
const SelfReviewPage = () => {
  const { planId, unitId } = useParams({ strict: false }) as { planId: string; unitId: string }
  const [doing, setDoing] = useState<'sign' | 'return'>()
  const { printing, print } = usePrintSheet()
  const asked = useQueryRoute(showSelfReview, { params: { planId, unitId } })
  const close = () => setDoing(undefined)
  const finish = (words: string) => () => {
    notify(words, 'done')
    close()
  }
  const sign = useCommand(signSelfReview, { onDone: finish(t('自查自评已签字')) })
  const back = useCommand(returnSelfReview, { onDone: finish(t('已退回')) })
  const crumbs = [{ title: t('自查自评'), to: '/self-reviews' }]
  if (!asked.data) {
    return (
      <Page crumbs={crumbs}>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  }
  const review = asked.data
  const params = { selfReviewId: review.id ?? '' }
  const version = review.version ?? 0
  return (
    <Page
      title={review.unitName}
      crumbs={crumbs}
      note={<StateTag word={sayState(review.state)} tone={toneOf(review.state)} />}
      actions={
        <>
          <Button onClick={() => void download(exportSelfReview, { params: { planId, unitId }, query: {} } as never)}>
            {t('导出 Excel')}
          </Button>
          <Button onClick={print}>{t('打印自评表')}</Button>
        </>
      }
    >
      <Next review={review} onSign={() => setDoing('sign')} onReturn={() => setDoing('return')} />
      <Facts
        items={[
          { label: t('方案'), value: review.planTitle },
          { label: t('评分单位'), value: review.ownerName },
          { label: t('签字人'), value: review.signed ? saySigner(review.signed) : '—' },
          ...(review.returned
            ? [
                { label: t('退回理由'), value: review.returned.reason },
                { label: t('退回人'), value: saySigner(review.returned) },
              ]
            : []),
        ]}
      />
      {review.may.includes('save') && <Editor key={review.version ?? 0} review={review} />}
      <Section title={t('自评分、初评分、核定分')}>
        <Sheet
          caption={t('自评分、初评分、核定分')}
          columns={columns()}
          rows={review.rows}
          rowKey={({ itemId }) => itemId}
        />
      </Section>
      {review.report !== '' && !review.may.includes('save') && (
        <Section title={t('自评报告')}>
          <p style={{ whiteSpace: 'pre-wrap' }}>{review.report}</p>
        </Section>
      )}
      {review.id !== null && (
        <Section title={t('操作留痕')}>
          <ObjectHistory subjectId={review.id} />
        </Section>
      )}
      {printing && <SelfReviewPrint review={review} />}
      {doing === 'sign' && (
        <WeightyAct
          act={t('签字')}
          object={t('自查自评')}
          effects={[t('签字后送评分单位，与初评分、核定分并列；需要改动的由评分单位退回。')]}
          pending={sign.pending}
          refusal={sign.refusal}
          onClose={close}
          onAct={() => void sign.run({ params, body: { version } })}
        >
          <Sheet caption={t('自查自评表')} columns={columns()} rows={review.rows} rowKey={({ itemId }) => itemId} />
          <p style={{ whiteSpace: 'pre-wrap' }}>{review.report}</p>
        </WeightyAct>
      )}
      {doing === 'return' && (
        <WeightyAct
          act={t('退回')}
          object={t('自查自评')}
          reason="required"
          effects={[t('签字失效，单位修改后重新签字。')]}
          pending={back.pending}
          refusal={back.refusal}
          onClose={close}
          onAct={(reason) => void back.run({ params, body: { version, reason } })}
        >
          <Facts items={[{ label: t('单位'), value: review.unitName }]} />
        </WeightyAct>
      )}
    </Page>
  )
}

export default SelfReviewPage
