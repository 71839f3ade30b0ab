import type { listYearPapers } from '@quanheng/contract/year-paper'
import type { PaperSource } from '@quanheng/domain/year-paper/catalogue'
import { t } from '../../shared/i18n/t.ts'
import type { RowOf } from '../../shared/table/DataTable.tsx'

export type YearPaper = RowOf<typeof listYearPapers>

/** What a paper is made from, in words; the identifiers are the catalogue's. */
const sources = (): Readonly<Record<PaperSource, string>> => ({
  plan: t('方案'),
  datum: t('采集的数据'),
  lateEntry: t('补报申请'),
  reportPack: t('填报包'),
  sheet: t('评分表'),
  result: t('锁定的结果'),
  paper: t('评分报告'),
  verification: t('现场核验'),
  approval: t('审批过程'),
  submission: t('报送包'),
  decision: t('会议决定'),
  issuedPaper: t('印发的公文'),
  credit: t('加减分'),
  targetAdjustment: t('指标调整'),
  assignedTask: t('交办事项'),
  supervision: t('督查'),
  rectification: t('整改'),
  objection: t('异议'),
  milestone: t('节点'),
  routineRecord: t('平时记录'),
  yearReview: t('总结复盘'),
  superiorPlan: t('上级方案'),
  evaluation: t('评议'),
})

export const sourceOf = ({ from }: YearPaper): string => sources()[from]

/** The list from which one goes to where a paper is printed: `/scoring/$sheetId` is found from `/scoring`. */
export const listOf = ({ page }: YearPaper): string => `/${page?.split('/')[1] ?? ''}`
