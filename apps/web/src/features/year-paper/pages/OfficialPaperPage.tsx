import { paperFile } from '@quanheng/contract/issued-paper'
import {
  beginOfficialPaper,
  officialPaperFile,
  refreshOfficialPaper,
  showOfficialPaper,
  withdrawOfficialPaper,
} from '@quanheng/contract/official-paper'
import type { OfficialPaperKind } from '@quanheng/domain/official-paper/model'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FontNote } from '../../../shared/paper/FontNote.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { LetterView } from '../../../shared/paper/PaperView.tsx'
import sheet from '../../../shared/paper/paper-sheet.module.css'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { CheckNote } from '../official/CheckNote.tsx'
import { Earlier } from '../official/Earlier.tsx'
import { NextOfficial } from '../official/NextOfficial.tsx'
import styles from '../official/official.module.css'
import { kindName, type Official, stateTone } from '../official/official.ts'
import { ProseForm } from '../official/ProseForm.tsx'
import { Revisions } from '../official/Revisions.tsx'

const IssueDialog = lazy(() => import('../official/IssueDialog.tsx'))

interface Place {
  readonly planId: string
  readonly officialKind: OfficialPaperKind
}

/** 起草和印发 of one paper of the year: as it will read, its prose in blocks, what keeps it back, then its number. */
const OfficialPaperPage = () => {
  const place = useParams({ strict: false }) as Place
  const asked = useQueryRoute(showOfficialPaper, { params: { ...place } })
  if (!asked.data)
    return (
      <Page title={kindName(place.officialKind)} crumbs={[{ title: t('全年文书'), to: '/papers/year' }]}>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded place={place} official={asked.data} />
}

const Loaded = ({ place, official }: { readonly place: Place; readonly official: Official }) => {
  const [doing, setDoing] = useState<'edit' | 'issue' | 'withdraw'>()
  const begin = useCommand(beginOfficialPaper)
  const refresh = useCommand(refreshOfficialPaper)
  const withdraw = useCommand(withdrawOfficialPaper, { onDone: () => setDoing(undefined) })
  const { paper, letter, may } = official
  const close = () => setDoing(undefined)
  const label = kindName(place.officialKind)
  return (
    <Page
      title={letter.title}
      crumbs={[{ title: t('全年文书'), to: '/papers/year' }]}
      note={paper && <StateTag word={word('officialPaperState', paper.state)} tone={stateTone[paper.state]} />}
      next={
        <NextOfficial
          official={official}
          busy={doing === 'edit'}
          pending={begin.pending || refresh.pending}
          onBegin={() => begin.run({ params: { ...place } })}
          onRefresh={() =>
            paper && refresh.run({ params: { officialPaperId: paper.id }, body: { version: paper.version } })
          }
          onIssue={() => setDoing('issue')}
        />
      }
      actions={
        <>
          {may.includes('edit') && doing !== 'edit' && (
            <Button onClick={() => setDoing('edit')}>{t('修改文字')}</Button>
          )}
          {paper?.state === 'draft' && (
            <PaperFiles label={label} route={officialPaperFile} params={{ officialPaperId: paper.id }} />
          )}
          {paper?.issuedPaperId && (
            <PaperFiles label={label} route={paperFile} params={{ paperId: paper.issuedPaperId }} />
          )}
          {may.includes('withdraw') && <Button onClick={() => setDoing('withdraw')}>{t('撤回')}</Button>}
        </>
      }
    >
      <Refusal refusal={begin.refusal ?? refresh.refusal} />
      {doing === 'edit' && paper ? (
        <ProseForm key={paper.version} official={official} paper={paper} onDone={close} />
      ) : (
        <div className={styles.split}>
          <div className={sheet.desk}>
            <LetterView label={label} letter={letter} attachments={official.attachments} />
          </div>
          <div className={styles.side}>
            {paper?.state === 'draft' && <CheckNote key={paper.version} paper={paper} />}
            <FontNote />
            {paper && <Revisions official={official} paper={paper} />}
            <Earlier official={official} label={label} />
          </div>
        </div>
      )}
      {doing === 'issue' && paper && (
        <Suspense>
          <IssueDialog official={official} paper={paper} onClose={close} />
        </Suspense>
      )}
      {doing === 'withdraw' && paper && (
        <WeightyAct
          act={t('撤回')}
          object={letter.title}
          effects={[t('公文留存可查，标明已撤回；可另行起草。')]}
          irreversible={[t('文号作废，不再使用。')]}
          reason="required"
          pending={withdraw.pending}
          refusal={withdraw.refusal}
          onClose={close}
          onAct={(reason) =>
            withdraw.run({ params: { officialPaperId: paper.id }, body: { version: paper.version, reason } })
          }
        >
          <p>{paper.documentNumber}</p>
        </WeightyAct>
      )}
    </Page>
  )
}

export default OfficialPaperPage
