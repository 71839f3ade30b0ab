import { recallSheet, scoreSheet, sheetPaper, showSheet } from '@quanheng/contract/sheet'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { NextStep } from '../NextStep.tsx'
import { Sentence, SheetFacts } from '../SheetFacts.tsx'
import { SheetNotes } from '../SheetNotes.tsx'
import { SignAgain } from '../SignAgain.tsx'
import { type Sheet, toneOf } from '../sheet.ts'
import { Signatures } from '../sign/Signatures.tsx'
import { ScoreTable } from '../table/ScoreTable.tsx'

const SignDialog = lazy(() => import('../sign/SignDialog.tsx'))
const ReturnDialog = lazy(() => import('../sign/ReturnDialog.tsx'))
const FillDialog = lazy(() => import('../table/FillDialog.tsx'))

type Open = 'sign' | 'return' | 'fill' | undefined

/** The score sheet of one indicator: rows computed, reasons said, what blocks signing, the signatures. */
const ScoreSheetPage = () => {
  const { sheetId } = useParams({ strict: false }) as { sheetId: string }
  const asked = useQueryRoute(showSheet, { params: { sheetId } })
  const sheet = asked.data
  if (!sheet)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={sheet.id} sheet={sheet} />
}

const Loaded = ({ sheet }: { readonly sheet: Sheet }) => {
  const [open, setOpen] = useState<Open>()
  const navigate = useNavigate()
  const score = useCommand(scoreSheet)
  const recall = useCommand(recallSheet)
  const params = { sheetId: sheet.id }
  const body = { version: sheet.version }
  const may = (command: Sheet['may'][number]) => sheet.may.includes(command)
  const close = () => setOpen(undefined)
  const acts: Readonly<Record<string, ReactNode>> = {
    score: (
      <Button
        type="primary"
        disabled={sheet.blockers.some(({ code }) => code !== 'sheet.dataOpen')}
        loading={score.pending}
        onClick={() => score.run({ params, body })}
      >
        {t('完成初评')}
      </Button>
    ),
    verify: (
      <Button
        type="primary"
        onClick={() => navigate({ to: '/verification', search: { q: sheet.leafName, decided: 'undecided' } } as never)}
      >
        {t('安排核验')}
      </Button>
    ),
    sign: (
      <Button type="primary" disabled={sheet.blockers.length > 0} onClick={() => setOpen('sign')}>
        {t('签字')}
      </Button>
    ),
  }
  const main = may('sign') ? 'sign' : may('score') ? 'score' : may('openVerification') ? 'verify' : undefined
  return (
    <Page
      title={sheet.leafName}
      crumbs={[{ title: t('评分'), to: '/scoring' }]}
      note={
        <>
          <StateTag word={word('sheetState', sheet.state)} tone={toneOf[sheet.state]} />
          {sheet.amends !== null && <StateTag word={t('补签表')} tone="heed" />}
        </>
      }
      next={<NextStep sheet={sheet} act={main && acts[main]} />}
      actions={
        <>
          {may('record') && <Button onClick={() => setOpen('fill')}>{t('批量填写依据')}</Button>}
          {may('recall') && (
            <Button loading={recall.pending} onClick={() => recall.run({ params, body })}>
              {t('撤回')}
            </Button>
          )}
          {may('return') && <Button onClick={() => setOpen('return')}>{t('退回修改')}</Button>}
          <PaperFiles label={t('评分表')} route={sheetPaper} params={params} />
          <Button onClick={() => download(sheetPaper, { params, query: { format: 'xlsx' } })}>{t('导出 Excel')}</Button>
        </>
      }
    >
      <Refusal refusal={score.refusal ?? recall.refusal} />
      <SheetNotes sheet={sheet} />
      <SignAgain sheet={sheet} />
      <Sentence sheet={sheet} />
      <ScoreTable sheet={sheet} />
      <Signatures sheet={sheet} />
      <SheetFacts sheet={sheet} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={sheet.id} />
      </Section>
      <Suspense>
        {open === 'sign' && <SignDialog sheet={sheet} onClose={close} />}
        {open === 'return' && <ReturnDialog sheet={sheet} onClose={close} />}
        {open === 'fill' && <FillDialog sheet={sheet} onClose={close} />}
      </Suspense>
    </Page>
  )
}

export default ScoreSheetPage
