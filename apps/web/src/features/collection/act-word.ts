import * as data from '@quanheng/contract/datum'
import * as evidence from '@quanheng/contract/evidence'
import { t } from '../../shared/i18n/t.ts'

const words = (): Readonly<Record<string, string>> => ({
  [data.reportData.id]: t('报送数据'),
  [data.reportOnBehalf.id]: t('代录数据'),
  [data.withdrawDatum.id]: t('撤回报送'),
  [data.confirmData.id]: t('确认数据'),
  [data.returnDatum.id]: t('退回数据'),
  [data.closeData.id]: t('关闭数据'),
  [data.reopenDatum.id]: t('重新开放数据'),
  [evidence.attachEvidence.id]: t('上传佐证材料'),
  [evidence.withdrawEvidence.id]: t('撤回佐证材料'),
  'plan.issue': t('印发方案'),
  'plan.register': t('补录已印发方案'),
})

/** The act as the timeline names it; an act of another noun keeps its own id, never a blank. */
export const actWord = (action: string): string => words()[action] ?? action
