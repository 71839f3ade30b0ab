import { yearPaperFile } from '@quanheng/contract/year-paper'
import { Link } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { PaperFiles } from '../../shared/paper/PaperFiles.tsx'
import { listOf, type YearPaper } from './year-paper.ts'

interface Props {
  readonly paper: YearPaper
  readonly planId: string
  readonly unitId: string | undefined
}

/** Prints one paper, leads to where it is printed, or says that it waits. */
export const PrintPaper = ({ paper, planId, unitId }: Props) => {
  if (paper.made === 'waits') return <span>{t('相应功能启用后出具')}</span>
  if (paper.made === 'elsewhere') return <Link to={listOf(paper)}>{t('到该页打印')}</Link>
  return (
    <PaperFiles
      size="small"
      label={t('下载')}
      route={yearPaperFile}
      params={{ planId, paperKind: paper.kind }}
      query={paper.perUnit && unitId !== undefined ? { unitId } : {}}
      disabled={paper.perUnit && unitId === undefined}
    />
  )
}
