import { yearPaperFile } from '@quanheng/contract/year-paper'
import { officialPaperKinds } from '@quanheng/domain/official-paper/model'
import { Link } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { PaperFiles } from '../../shared/paper/PaperFiles.tsx'
import { useMay } from '../../shared/session/session.ts'
import styles from './official/official.module.css'
import { listOf, type YearPaper } from './year-paper.ts'

interface Props {
  readonly paper: YearPaper
  readonly planId: string
  readonly unitId: string | undefined
}

/** Prints one paper, leads to where it is printed, or says that it waits. */
export const PrintPaper = ({ paper, planId, unitId }: Props) => {
  const mayIssue = useMay('officialPaper.read')
  if (paper.made === 'waits') return <span>{t('相应功能启用后出具')}</span>
  if (paper.made === 'elsewhere') return <Link to={listOf(paper)}>{t('到该页打印')}</Link>
  const official = officialPaperKinds.find((kind) => kind === paper.kind)
  const files = (
    <PaperFiles
      size="small"
      label={t('下载')}
      route={yearPaperFile}
      params={{ planId, paperKind: paper.kind }}
      query={paper.perUnit && unitId !== undefined ? { unitId } : {}}
      disabled={paper.perUnit && unitId === undefined}
    />
  )
  return official === undefined ? (
    files
  ) : (
    <span className={styles.acts}>
      {files}
      {mayIssue && (
        <Link to="/papers/year/$planId/$officialKind" params={{ planId, officialKind: official }}>
          {t('起草和印发')}
        </Link>
      )}
    </span>
  )
}
