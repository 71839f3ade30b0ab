import type { superiorPlanErrors } from '@quanheng/contract/errors/superior-plan'
import type { BreakdownFaultCode } from '@quanheng/domain/superior-plan/breakdown'

export const superiorPlan = {
  'superiorPlan.notNow': '该上级方案目前的状态不能办理此事。已下达的，请先发起修订。',
  'superiorPlan.notYours': '您当前的职务不能办理此事。任务分解由考评办拟定、考评办主任下达。',
  'superiorPlan.otherUnit': '该上级方案由登记它的考评办办理。请由考评办人员办理。',
  'superiorPlan.titleMissing': '请填写上级方案的名称。',
  'superiorPlan.issuerMissing': '请填写制发该方案的上级机关。',
  'superiorPlan.nameMissing': '请填写指标名称。',
  'superiorPlan.nameTwice': '指标“{name}”出现两次。请合并，或在名称中加以区分。',
  'superiorPlan.notPositive': '分值须大于0。没有分值的留空。',
  'superiorPlan.indicatorUnknown': '所指的指标不在该方案中，可能已被删除。请刷新页面。',
  'superiorPlan.shareTwice': '同一单位（科室）在指标“{name}”下出现两次。请合并为一行。',
  'superiorPlan.unitUnknown': '所选单位没有登记或已撤销。请重新选择。',
  'superiorPlan.sectionUnknown': '所选科室不属于该单位或已撤销。请重新选择。',
  'superiorPlan.noticeEmpty': '该文件中没有识别出指标。请先在“文件导入”中核对，或改用Excel导入。',
  'superiorPlan.tableFaults': '表中有{count}处需要修改。请下载标注后的原表，改好后重新上传。',
  'superiorPlan.nothingDivided': '还没有录入上级指标，无可下达。请先录入指标并分解。',
  'superiorPlan.breakdownFaults': '任务分解还有{count}处需要处理，见“任务分解”页上方。处理后再下达。',
  'superiorPlan.reasonMissing': '请写明理由。修订、修订后下达和撤销都须写明。',
  'breakdown.markMissing': '“{name}”没有分值。请按上级方案填写。',
  'breakdown.leadMissing': '“{name}”还没有牵头单位。请分解到单位，并明确一个牵头。',
  'breakdown.leadTwice': '“{name}”有{count}个牵头单位。请只留一个，其余改为配合。',
  'breakdown.targetSum': '“{name}”分解目标合计{sum}，与上级目标{whole}不一致。请调整，或改为“各自承担全部”。',
  'breakdown.targetEach':
    '“{name}”由各单位各自承担全部，分解目标须等于上级目标{whole}；不承担目标的留空，至少一个单位承担。',
  'breakdown.markSum': '“{name}”分解分值合计{sum}，与上级分值{whole}不一致。请调整。',
  'breakdown.markEach': '“{name}”由各单位各自承担全部，分解分值须等于上级分值{whole}；不承担的留空，至少一个单位承担。',
  'breakdown.dueLate': '“{name}”有单位的完成时限晚于上级时限{due}。请提前。',
} as const satisfies Record<keyof typeof superiorPlanErrors | BreakdownFaultCode, string>
