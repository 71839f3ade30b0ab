import { startApproval } from '@quanheng/contract/approval'
import { letterFile, paperProof, reportFile, showPaper } from '@quanheng/contract/report'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { Icon } from '../../../shared/icon/Icon.tsx'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { FontNote } from '../../../shared/paper/FontNote.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { LetterView, ReportView } from '../../../shared/paper/PaperView.tsx'
import sheet from '../../../shared/paper/paper-sheet.module.css'
import { useMay } from '../../../shared/session/session.ts'
import styles from '../approval.module.css'
import type { Paper } from '../approval.ts'
import { WordsForm } from '../paper/WordsForm.tsx'

/** The report over a locked version: as it will be printed, its words open to edit, then sent round. */
const PaperPage = () => {
  const { resultId } = useParams({ strict: false }) as { resultId: string }
  const asked = useQueryRoute(showPaper, { params: { resultId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded resultId={resultId} paper={asked.data} />
}

interface Props {
  readonly resultId: string
  readonly paper: Paper
}

const Loaded = ({ resultId, paper }: Props) => {
  const [editing, setEditing] = useState(false)
  const [starting, setStarting] = useState(false)
  const navigate = useNavigate()
  const mayStart = useMay('approval.start') && paper.mayEdit
  const start = useCommand(startApproval, {
    onDone: ({ approvalId }) => void navigate({ to: '/approvals/$approvalId', params: { approvalId } }),
  })
  const params = { paperId: paper.id }
  return (
    <Page
      title={paper.words.title}
      crumbs={[
        { title: t('结果'), to: '/results' },
        { title: t('方案'), to: `/results/${paper.planId}` },
      ]}
      note={<code className={styles.digest}>{t('校验码 {{code}}', { code: paper.code })}</code>}
      next={
        paper.approvalId === null || paper.mayEdit ? (
          <NextAct
            turn={mayStart ? 'mine' : 'others'}
            act={
              mayStart &&
              paper.approvalId === null && (
                <Button type="primary" disabled={editing} onClick={() => setStarting(true)}>
                  {t('送审')}
                </Button>
              )
            }
          >
            {paper.approvalId === null
              ? t('核对文字后送审；表格和数字取自锁定版，不能修改。')
              : t('已退回，改好文字后到审批页重新送审。')}
          </NextAct>
        ) : (
          <NextAct turn="others">{t('已送审，文字不能修改。')}</NextAct>
        )
      }
      actions={
        <>
          {paper.approvalId !== null && (
            <LinkButton to="/approvals/$approvalId" params={{ approvalId: paper.approvalId }}>
              {t('审批过程')}
            </LinkButton>
          )}
          {paper.mayEdit && !editing && <Button onClick={() => setEditing(true)}>{t('修改文字')}</Button>}
          <PaperFiles label={t('报送公文')} route={letterFile} params={params} />
          <PaperFiles label={t('评分报告')} route={reportFile} params={params} />
          {paper.approvalId !== null && (
            <Button icon={<Icon name="download" />} onClick={() => download(paperProof, { params })}>
              {t('纸质件核对文件')}
            </Button>
          )}
        </>
      }
    >
      {editing ? (
        <WordsForm key={paper.version} paper={paper} onDone={() => setEditing(false)} />
      ) : (
        <div className={sheet.desk}>
          <FontNote />
          <LetterView label={t('报送公文')} letter={paper.letter} />
          <ReportView report={paper.report} />
        </div>
      )}
      {starting && (
        <WeightyAct
          act={t('送审')}
          object={paper.words.title}
          digest={paper.code}
          effects={[t('按方案的审批链逐个环节办理，会签科室须全部同意。'), t('送审人不能签批自己送审的文件。')]}
          pending={start.pending}
          refusal={start.refusal}
          onClose={() => setStarting(false)}
          onAct={() => start.run({ params: { resultId }, body: { paperVersion: paper.version, moreSections: [] } })}
        >
          <p>{paper.words.letter.title}</p>
        </WeightyAct>
      )}
    </Page>
  )
}

export default PaperPage
