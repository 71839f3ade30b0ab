import type { yearPaperErrors } from '@quanheng/contract/errors/year-paper'

export const yearPaper = {
  'yearPaper.noRow': '“{name}”没有可列的内容。请先在方案中填写相应的指标和任务。',
  'yearPaper.noLockedVersion': '还没有锁定的评分结果，不能出具“{name}”。请先锁定结果。',
  'yearPaper.noDatum': '该单位在此方案下没有要确认的数据。请另选单位或方案。',
  'yearPaper.noCredit': '此方案还没有加减分事项，没有可审核的内容。有单位申报或登记加减分后再出具。',
  'yearPaper.nothingKept': '此方案还没有印发的文件、会议决定和公文，没有可归档的内容。方案印发后再出具归档目录。',
  'yearPaper.ofYearPlan':
    '考评结果通报由年度考评方案出具，指标考核实施方案只报送评分报告。请在页面上方选择年度考评方案。',
  'yearPaper.ofLeadUnits':
    '分项评分表由牵头单位按其指标考核实施方案出具，年度考评方案没有分项评分。请在页面上方选择相应的实施方案。',
  'yearPaper.unitUnscored': '锁定的评分结果中没有该单位的得分，没有扣分可以告知。请另选单位，或待其评分锁定后再出具。',
  'yearPaper.noDecision': '还没有经第二人核对的会议决定，不能出具纪要。请先登记并核对会议决定。',
  'yearPaper.gradesOpen':
    '有单位的等次尚待会议确定，不能出具结果通报。请在锁定的总分页登记会议决定，照纪要填写这些单位的等次。',
  'yearPaper.notIssued': '方案尚未印发，没有可供确认的数据。请先印发方案。',
  'yearPaper.unitMissing': '该文书一个单位一份，请选择方案中的一个考核对象。',
  'yearPaper.figuresDiffer': '文中数据“{text}”与锁定的数据不一致，不予出具。请刷新页面后重试。',
} as const satisfies Record<keyof typeof yearPaperErrors, string>
