import type { Hurry, Lean } from '@quanheng/domain/analysis/model'
import type { AdjustmentGround } from '@quanheng/domain/decision/model'
import type { PlanSettings } from '@quanheng/domain/plan/settings'
import type { ReportGap } from '@quanheng/domain/report/completeness'
import type { LeadReportState, ReportChannel } from '@quanheng/domain/report/model'
import type { LeadReportCommandKind } from '@quanheng/domain/report/transitions'
import type { requiredWords } from '@quanheng/domain/report/words'
import type { FreezePurpose, ResultState } from '@quanheng/domain/result/model'
import type { ResultCommandKind } from '@quanheng/domain/result/transitions'
import type { OtherArithmetic } from '@quanheng/domain/scoring/robustness/model'

export const resultLabels = {
  leadReportState: { notReported: '未报', entered: '待核对', reported: '已报', returned: '退回' },
  leadReportCommand: {
    submit: '报送',
    enterPaper: '录入纸质报告',
    confirmPaper: '核对录入',
    refusePaper: '录入不符',
    return: '退回',
    aggregate: '汇总锁定',
  },
  reportGap: { missing: '缺项', unexpected: '多出项', twice: '重复', notExact: '不是数值', outOfRange: '超出分值' },
  freezePurpose: { leadReport: '评分报告', totals: '年度汇总' },
  resultState: { aggregated: '已汇总', approved: '已审定', issued: '已印发', voided: '失效' },
  resultCommand: { approve: '登记审定', issue: '登记印发', void: '作废' },
  reportChannel: { platform: '平台报送', paper: '纸质报送' },
  visibility: {
    ownAfterIssue: '结果印发后本单位得分',
    ownAfterReport: '评分报告报送后本单位得分',
    allAfterIssue: '结果印发后全部得分',
  },
  reportPlace: {
    title: '报告标题',
    'letter.title': '公文标题',
    'letter.addressees': '主送机关',
    'letter.body': '公文正文',
  },
  adjustmentGround: {
    faultTolerance: '容错免责',
    forceMajeure: '不可抗力',
    measureChange: '口径变更',
    other: '其他',
    objection: '异议复核',
  },
  reportingHurry: { crowded: '集中在截止前', usual: '相近', few: '改动少，不比较', alike: '半数以上相同，不比较' },
  scorerLean: { lenient: '偏宽', harsh: '偏严', usual: '相近', few: '家次少，不比较', alike: '半数以上相同，不比较' },
  flipSetting: {
    mode: '修约方式',
    stage: '修约环节',
    rankOn: '排名所用分数',
    thresholdsOn: '达标判断所用分数',
  },
  flipValue: {
    halfUp: '四舍五入',
    gb8170: '四舍六入五成双',
    item: '逐项修约',
    level: '逐级修约',
    total: '只修约总分',
    rounded: '修约后的分数',
    unrounded: '未修约的分数',
  },
} as const satisfies {
  readonly leadReportState: Record<LeadReportState, string>
  /** And what waits for the office once every report is in. */
  readonly leadReportCommand: Record<LeadReportCommandKind | 'aggregate', string>
  readonly reportGap: Record<ReportGap['kind'], string>
  readonly freezePurpose: Record<FreezePurpose, string>
  readonly resultState: Record<ResultState, string>
  readonly resultCommand: Record<ResultCommandKind, string>
  readonly reportChannel: Record<ReportChannel['kind'], string>
  readonly visibility: Record<PlanSettings['visibility']['value'], string>
  readonly reportPlace: Record<(typeof requiredWords)[number], string>
  readonly adjustmentGround: Record<AdjustmentGround, string>
  readonly reportingHurry: Record<Hurry, string>
  readonly scorerLean: Record<Lean, string>
  readonly flipSetting: Record<OtherArithmetic['setting'], string>
  readonly flipValue: Record<OtherArithmetic['value'], string>
}
