import { letterDocx, reportDocx, showPaper } from '@quanheng/contract/report'
import { Button } from 'antd'
import { download } from '../../../shared/api/download.ts'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import styles from '../approval.module.css'
import { LetterView, ReportView } from './PaperView.tsx'

/** Both papers as they stand, beside the timeline. */
export const PaperPart = ({ resultId }: { readonly resultId: string }) => {
  const asked = useQueryRoute(showPaper, { params: { resultId } })
  const paper = asked.data
  if (!paper) return <Pending refusal={asked.error} onRetry={asked.refetch} />
  const params = { paperId: paper.id }
  return (
    <div>
      <p className={styles.acts}>
        <Button onClick={() => download(letterDocx, { params })}>{t('报送公文 .docx')}</Button>
        <Button onClick={() => download(reportDocx, { params })}>{t('评分报告 .docx')}</Button>
        {paper.mayEdit && <LinkButton to={`/approvals/paper/${resultId}` as never}>{t('修改文字')}</LinkButton>}
      </p>
      <div className={styles.desk}>
        <LetterView letter={paper.letter} />
        <ReportView report={paper.report} />
      </div>
    </div>
  )
}
