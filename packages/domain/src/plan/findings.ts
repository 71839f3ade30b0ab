import type { Basis } from '../kernel/basis.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { FindingCode as RuleFindingCode } from '../rule/findings.ts'
import type { Proposal } from './proposals.ts'

/** 必须处理 stops the issue; 提请注意 does not. */
export type Severity = 'mustFix' | 'note'

interface CheckRow {
  readonly severity: Severity
  /**
   * Whether a person may let it stand 按原文执行, with name and reason: real notices are printed before anyone checks
   * them. Where the platform could not go on (no rule, no owner, nobody to sign), there is nothing to accept.
   */
  readonly acceptable: boolean
}

const stop: CheckRow = { severity: 'mustFix', acceptable: false }
const stopUnlessAccepted: CheckRow = { severity: 'mustFix', acceptable: true }
const note: CheckRow = { severity: 'note', acceptable: true }

/** Everything 方案校核 looks at. */
export const planChecks = {
  // 分值
  'check.markMissing': stop,
  'check.marksDoNotSum': stopUnlessAccepted,
  'check.markNotQuoted': stopUnlessAccepted,
  'check.lineNotFound': stopUnlessAccepted,
  'check.lineNotNamed': note,
  'check.weightMissing': stop,
  'check.weightInvalid': stop,
  'check.weightsDoNotSum': stopUnlessAccepted,
  // 指标
  'check.nameMissing': stop,
  'check.sameName': stopUnlessAccepted,
  'check.noIndicators': stop,
  'check.leafAwaitsAnnex': note,
  'check.ruleMissing': stop,
  'check.ruleNotUnderstood': stop,
  'check.standardMissing': stopUnlessAccepted,
  'check.evidenceListEmpty': note,
  'check.cardIncomplete': note,
  'check.exampleFails': stop,
  'check.exampleUncovered': note,
  'check.bindingMissing': stop,
  'check.bindingWrongKind': stop,
  'check.bindingUnused': note,
  'check.unitDiffers': note,
  'check.formulaUnits': stopUnlessAccepted,
  'check.punishedTwice': note,
  // 考核对象及任务分配表
  'check.leafWithoutUnits': stopUnlessAccepted,
  'check.taskWithoutUnit': stop,
  'check.taskTextMissing': note,
  'check.targetMissing': stop,
  'check.targetPending': note,
  'check.pendingWithoutOwner': stop,
  'check.unitWithoutGroup': stop,
  'check.unitInTwoGroups': stop,
  'check.unitWithoutTask': note,
  'check.announcedDiffers': note,
  // 责任分工
  'check.ownerMissing': stop,
  'check.partOnly': note,
  'check.noSubstitute': note,
  'check.noPersonNamed': note,
  'check.personWithoutPost': note,
  'check.handlerIsHead': note,
  'check.noTwoSigners': note,
  'check.oneHand': stop,
  'check.phoneWithoutAreaCode': note,
  'check.coordinatingMissing': note,
  // 数据
  'check.elementSourceMissing': stop,
  'check.elementDateMissing': stop,
  'check.elementUnused': note,
  'check.tallyElement': stop,
  'check.askedTwice': note,
  'check.cutoffAfterDue': note,
  'check.dataAfterStep': note,
  // 进度安排
  'check.noSteps': stop,
  'check.stepWithoutDate': stopUnlessAccepted,
  'check.stepWithoutOwner': note,
  'check.stepBeforeInput': note,
  'check.stepSameDay': note,
  'check.nonWorkingDay': note,
  'check.calendarMissing': note,
  'check.ownerTwoNames': note,
  'check.issuedLate': note,
  // 指标节点
  'check.milestoneNameMissing': stop,
  'check.milestoneDateMissing': stop,
  'check.milestoneStandardMissing': stopUnlessAccepted,
  'check.milestoneOutsideYear': note,
  'check.milestoneUnitOther': stop,
  'check.milestoneNobody': note,
  'check.milestoneShare': stop,
  'check.milestoneShareFalls': note,
  'check.milestoneWithoutTarget': note,
  'check.lightsInvalid': stop,
  // 签批与口径
  'check.signatureMapEmpty': stop,
  'check.signatureTwice': stop,
  'check.approvalChainEmpty': stop,
  'check.settingNumber': stop,
  'check.settingUnfilled': stop,
  'check.settingDefault': note,
  // 加减分、一票否决、等次
  'check.capInvalid': stop,
  'check.classAboveTotal': note,
  'check.settingUnnamed': stop,
  'check.inspectionEntryUnsaid': note,
  'check.inspectionEntryBlank': stop,
  'check.gateTarget': stop,
  'check.gradeLinesOrder': stop,
  'check.quotasOverHundred': stop,
  'check.tieAtCutUnsaid': note,
  'check.barredUnsaid': note,
  'check.unusedUnsaid': note,
  // 文件
  'check.titleMissing': stop,
  'check.addresseesMissing': note,
  'check.annexMissing': note,
  'check.basisMissing': note,
  'check.basisNotInForce': note,
} as const satisfies Record<string, CheckRow>

/** 指标调整 that was agreed and is not in the plan yet, and marks that it let move (target-adjustment/proposals). */
export type AdjustmentCheckCode = `adjustment.${'changeProposed' | 'asBonus' | 'totalMoved'}`

/** A change that the year's review took up, for next year's plan (year-review/proposals). */
export type ReviewCheckCode = 'review.changeWanted'

export type PlanCheckCode = keyof typeof planChecks

/** What the reader of notices found keeps its code when it follows into the plan (notice/carried). */
export type NoticeFindingCode = `notice.${string}`

/** A fault inside a scoring sentence keeps the code of the rule language (`rule.open`, `rule.tiersGap` …). */
export type FindingCode = PlanCheckCode | RuleFindingCode | NoticeFindingCode | AdjustmentCheckCode | ReviewCheckCode

export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly acceptable: boolean
  /** Path with keys, stable while rows move: `steps[report].due`, `tasks[leaf,unit].target`, `settings.ties`. */
  readonly at: string
  readonly basis?: Basis
  readonly params: Readonly<Record<string, string>>
  readonly proposals: readonly Proposal[]
}

/** A finding of the notice that a draft was made from, with its name there. */
export interface CarriedFinding {
  readonly key: string
  readonly finding: Finding
}

export const finding = (
  code: PlanCheckCode,
  at: string,
  params: Finding['params'] = {},
  more: { readonly basis?: Basis; readonly proposals?: readonly Proposal[] } = {},
): Finding => ({
  code,
  ...planChecks[code],
  at,
  ...(more.basis && { basis: more.basis }),
  params,
  proposals: more.proposals ?? [],
})

/** Names one finding: the same fault at the same place with the same figures. An acceptance covers that and nothing else. */
export const findingKey = ({ code, at, params }: Finding): string => canonicalJson([code, at, params])
