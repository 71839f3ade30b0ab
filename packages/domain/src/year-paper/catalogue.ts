/** The nouns whose figures a paper prints. */
export const paperSources = [
  'plan',
  'datum',
  'lateEntry',
  'reportPack',
  'sheet',
  'result',
  'paper',
  'verification',
  'approval',
  'submission',
  'decision',
  'issuedPaper',
  'credit',
  'targetAdjustment',
  'assignedTask',
  'supervision',
  'rectification',
  'milestone',
  'routineRecord',
  'objection',
  'yearReview',
  'superiorPlan',
  'evaluation',
] as const
export type PaperSource = (typeof paperSources)[number]

/**
 * Every paper of an appraisal year: from which noun it is made, and on which page it is printed. A paper whose noun does not
 * exist yet says what it waits for. `docs/papers.md` shows this list; a test keeps the two equal.
 */
export interface YearPaper {
  readonly kind: string
  /** Chinese, as offices call it. */
  readonly name: string
  readonly from: PaperSource
  readonly made: 'here' | 'elsewhere' | 'waits'
  /** Page of the web where it is printed; absent while it waits. */
  readonly page?: string
  /** One paper for each appraised unit. */
  readonly perUnit?: true
}

const here = '/papers/year'

export const yearPapers = [
  { kind: 'planNotice', name: '印发考评方案的通知（附指标体系表）', from: 'plan', made: 'here', page: here },
  { kind: 'taskTable', name: '任务分解表', from: 'plan', made: 'here', page: here },
  { kind: 'pledge', name: '目标责任书', from: 'plan', made: 'here', page: here, perUnit: true },
  { kind: 'selfReview', name: '自评表', from: 'plan', made: 'here', page: here, perUnit: true },
  { kind: 'dataConfirmation', name: '数据确认表', from: 'datum', made: 'here', page: here, perUnit: true },
  {
    kind: 'lateEntryForm',
    name: '补报申请审批单',
    from: 'lateEntry',
    made: 'elsewhere',
    page: '/collection/late-entries',
  },
  {
    kind: 'reportPackReceipt',
    name: '填报包回执',
    from: 'reportPack',
    made: 'elsewhere',
    page: '/collection/packs',
  },
  { kind: 'scoreSheet', name: '指标考核评分表', from: 'sheet', made: 'elsewhere', page: '/scoring/$sheetId' },
  { kind: 'partScores', name: '分项评分表', from: 'result', made: 'here', page: here },
  { kind: 'coveringLetter', name: '报送函件', from: 'paper', made: 'elsewhere', page: '/approvals/paper/$resultId' },
  {
    kind: 'scoreReport',
    name: '指标考核评分报告',
    from: 'paper',
    made: 'elsewhere',
    page: '/approvals/paper/$resultId',
  },
  { kind: 'deductionLetter', name: '扣分告知书', from: 'result', made: 'here', page: here, perUnit: true },
  {
    kind: 'drawRecord',
    name: '抽样记录表',
    from: 'verification',
    made: 'elsewhere',
    page: '/verification/$verificationId',
  },
  {
    kind: 'visitRecord',
    name: '现场核验记录表及核验意见',
    from: 'verification',
    made: 'elsewhere',
    page: '/verification/$verificationId',
    perUnit: true,
  },
  { kind: 'creditReview', name: '加减分审核表', from: 'credit', made: 'here', page: here },
  { kind: 'burdenTable', name: '考评负担情况表', from: 'plan', made: 'here', page: here },
  {
    kind: 'adjustmentReply',
    name: '指标调整批复',
    from: 'targetAdjustment',
    made: 'elsewhere',
    page: '/target-adjustments/$adjustmentId',
  },
  {
    kind: 'signOffSheet',
    name: '会签单（签批单）',
    from: 'approval',
    made: 'elsewhere',
    page: '/approvals/$approvalId',
  },
  { kind: 'superviseSlip', name: '督办单', from: 'assignedTask', made: 'elsewhere', page: '/meetings' },
  { kind: 'entrySheet', name: '录入对照单', from: 'submission', made: 'elsewhere', page: '/approvals/$approvalId' },
  { kind: 'resultCircular', name: '考评结果通报', from: 'result', made: 'here', page: here },
  { kind: 'minutes', name: '审定会议纪要', from: 'decision', made: 'here', page: here },
  {
    kind: 'supervisionCircular',
    name: '督查通报',
    from: 'supervision',
    made: 'elsewhere',
    page: '/circulars/$circularId',
  },
  {
    kind: 'rectificationNotice',
    name: '整改通知书',
    from: 'rectification',
    made: 'elsewhere',
    page: '/supervision/visits/$supervisionVisitId',
    perUnit: true,
  },
  {
    kind: 'milestoneRegister',
    name: '指标节点亮灯情况表',
    from: 'milestone',
    made: 'elsewhere',
    page: '/milestones',
  },
  {
    kind: 'routineRecordRegister',
    name: '平时记录登记表',
    from: 'routineRecord',
    made: 'elsewhere',
    page: '/routine-records',
  },
  {
    kind: 'routineRecordNotice',
    name: '平时记录告知单',
    from: 'routineRecord',
    made: 'elsewhere',
    page: '/routine-records/$routineRecordId',
    perUnit: true,
  },
  {
    kind: 'rectificationRegister',
    name: '整改台账',
    from: 'rectification',
    made: 'elsewhere',
    page: '/supervision/rectifications',
  },
  {
    kind: 'objectionReply',
    name: '异议复核答复',
    from: 'objection',
    made: 'elsewhere',
    page: '/objections/$objectionId',
    perUnit: true,
  },
  {
    kind: 'objectionRegister',
    name: '异议复核登记簿',
    from: 'objection',
    made: 'elsewhere',
    page: '/objections',
  },
  {
    kind: 'yearReviewReport',
    name: '年度总结复盘报告',
    from: 'yearReview',
    made: 'elsewhere',
    page: '/year-reviews/$reviewId',
  },
  {
    kind: 'superiorBreakdown',
    name: '上级考评任务分解表',
    from: 'superiorPlan',
    made: 'elsewhere',
    page: '/cascade/$superiorPlanId',
  },
  {
    kind: 'evaluationResult',
    name: '评议结果统计表',
    from: 'evaluation',
    made: 'elsewhere',
    page: '/evaluations/$evaluationId',
  },
  {
    kind: 'progressRound',
    name: '任务调度表',
    from: 'superiorPlan',
    made: 'elsewhere',
    page: '/cascade/$superiorPlanId',
  },
  { kind: 'archiveCatalogue', name: '归档目录', from: 'issuedPaper', made: 'here', page: here },
] as const satisfies readonly YearPaper[]

type Row = (typeof yearPapers)[number]

export type YearPaperKind = Row['kind']

/** Kinds that are printed on the page of the year's papers. */
export type PrintedKind = Extract<Row, { readonly made: 'here' }>['kind']

export const printedKinds = yearPapers.flatMap((paper) =>
  paper.made === 'here' ? [paper.kind] : [],
) as unknown as readonly [PrintedKind, ...PrintedKind[]]

/** Papers that the figures of a locked version or a decision stand in: they leave only when each figure equals its source. */
export const isPerUnit = (kind: PrintedKind): boolean =>
  yearPapers.some((paper) => paper.kind === kind && 'perUnit' in paper)
