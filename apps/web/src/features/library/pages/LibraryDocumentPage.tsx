import { libraryPaper, showLibraryDocument } from '@quanheng/contract/library'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { ValidityTag } from '../../../shared/library/ValidityTag.tsx'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { FileLinks } from '../../../shared/work/FileLinks.tsx'
import { Steps } from '../../../shared/work/Steps.tsx'
import styles from '../../../shared/work/work.module.css'
import { Clauses } from '../Clauses.tsx'
import { contentOf, nextVersionOf, type Shown } from '../library.ts'
import { Versions } from '../Versions.tsx'

const ContentDialog = lazy(() => import('../acts/ContentDialog.tsx'))
const CorrectDialog = lazy(() => import('../acts/CorrectDialog.tsx'))
const PlainDialog = lazy(() => import('../acts/PlainDialog.tsx'))

type Act = Shown['may'][number] | 'renew'

/** One document: how it holds, its clauses and where each is cited, its versions and its original. */
const LibraryDocumentPage = () => {
  const { libraryDocumentId } = useParams({ strict: false }) as { libraryDocumentId: string }
  const asked = useQueryRoute(showLibraryDocument, { params: { libraryDocumentId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} shown={asked.data} />
}

const Loaded = ({ shown }: { readonly shown: Shown }) => {
  const [open, setOpen] = useState<Act>()
  const navigate = useNavigate()
  const close = () => setOpen(undefined)
  const under = `/api/library/${shown.id}`
  const acts = [...shown.may, ...(shown.mayRenew ? (['renew'] as const) : [])]
  return (
    <Page
      title={shown.title}
      crumbs={[{ title: t('制度文件'), to: '/library' }]}
      note={<ValidityTag validity={shown.validity} state={shown.state} />}
      actions={
        <span className={styles.acts}>
          {acts.map((one) => (
            <Button key={one} {...(one === 'publish' && { type: 'primary' as const })} onClick={() => setOpen(one)}>
              {one === 'renew' ? t('录入新版本') : word('libraryCommand', one)}
            </Button>
          ))}
        </span>
      }
    >
      <Section
        title={t('基本情况')}
        actions={<PaperFiles label={t('条文')} route={libraryPaper} params={{ libraryDocumentId: shown.id }} />}
      >
        <Facts
          items={[
            { label: t('类别'), value: word('libraryKind', shown.kind) },
            { label: t('发文字号'), value: shown.documentNumber || t('无') },
            { label: t('发文机关'), value: shown.issuer || t('未填') },
            { label: t('印发日期'), value: shown.issuedOn ?? t('未填') },
            { label: t('施行日期'), value: shown.effectiveOn ?? t('未填') },
            { label: t('有效期至'), value: shown.lastDay ?? t('未规定') },
            { label: t('解释单位'), value: shown.interpreter || t('未写明') },
            { label: t('录入单位'), value: shown.unitName },
            ...(shown.repealedFrom === null
              ? []
              : [
                  {
                    label: t('废止'),
                    value: t('自{{day}}起，{{reason}}', { day: shown.repealedFrom, reason: shown.repealReason ?? '' }),
                  },
                ]),
            ...(shown.files.length === 0
              ? []
              : [{ label: t('原件'), value: <FileLinks under={under} files={shown.files} /> }]),
          ]}
        />
      </Section>
      <Clauses shown={shown} />
      <Versions shown={shown} />
      <Steps steps={shown.steps.map((step) => ({ ...step, act: word('libraryCommand', step.command) }))} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={shown.id} />
      </Section>
      <Suspense>
        {open === 'edit' && <ContentDialog start={contentOf(shown)} draft={shown} onClose={close} />}
        {open === 'renew' && (
          <ContentDialog
            start={nextVersionOf(shown)}
            onClose={close}
            onBegun={(libraryDocumentId) =>
              void navigate({ to: '/library/$libraryDocumentId' as never, params: { libraryDocumentId } as never })
            }
          />
        )}
        {open === 'correct' && <CorrectDialog shown={shown} onClose={close} />}
        {(open === 'publish' || open === 'discard' || open === 'repeal') && (
          <PlainDialog shown={shown} act={open} onClose={close} />
        )}
      </Suspense>
    </Page>
  )
}

export default LibraryDocumentPage
