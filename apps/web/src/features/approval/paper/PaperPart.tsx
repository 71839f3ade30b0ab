import { letterFile, reportFile, showPaper } from '@quanheng/contract/report'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { FontNote } from '../../../shared/paper/FontNote.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { LetterView, ReportView } from '../../../shared/paper/PaperView.tsx'
import sheet from '../../../shared/paper/paper-sheet.module.css'
import styles from '../approval.module.css'

/** Both papers as they stand, beside the timeline. */
export const PaperPart = ({ resultId }: { readonly resultId: string }) => {
  const asked = useQueryRoute(showPaper, { params: { resultId } })
  const paper = asked.data
  if (!paper) return <Pending refusal={asked.error} onRetry={asked.refetch} />
  const params = { paperId: paper.id }
  return (
    <div>
      <p className={styles.acts}>
        <PaperFiles label={t('报送公文')} route={letterFile} params={params} />
        <PaperFiles label={t('评分报告')} route={reportFile} params={params} />
        {paper.mayEdit && <LinkButton to={`/approvals/paper/${resultId}` as never}>{t('修改文字')}</LinkButton>}
      </p>
      <FontNote />
      <div className={sheet.desk}>
        <LetterView label={t('报送公文')} letter={paper.letter} />
        <ReportView report={paper.report} />
      </div>
    </div>
  )
}
