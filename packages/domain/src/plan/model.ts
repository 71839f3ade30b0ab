import type { PostKind } from '../ability/posts.ts'
import type { Basis } from '../kernel/basis.ts'
import type { WorkedCase } from '../rule/cases.ts'
import type { StoredRule } from '../rule/model.ts'
import type { PlanSettings } from './settings.ts'

/**
 * A plan as plain data: what is drafted, checked (方案校核), issued, versioned and signed.
 * Ids of units, sections and people are uuids of the organisation; `key`s are stable over versions and years.
 * Quantities are exact strings (see kernel/exact), dates `YYYY-MM-DD` in Asia/Shanghai.
 *
 * An empty text is 未填: legal in a draft, where a table is filled row by row, and a finding before issue. No empty mark,
 * date or name survives into an issued plan, except on a leaf that `awaits` a missing annex; it is never read as 0.
 */
export interface PlanContent {
  readonly v: 1
  readonly kind: PlanKind
  readonly title: string
  /** 考评年度, e.g. 2024. */
  readonly year: number
  /** The unit whose plan it is: the performance office's body, or the lead unit. */
  readonly ownerUnitId: string
  readonly document: PlanDocument
  readonly bases: readonly BasisDocument[]
  readonly unitGroups: readonly UnitGroup[]
  /** Flat list; the tree is by `parentKey`, order by position. Only leaves are scored. */
  readonly indicators: readonly IndicatorNode[]
  /** 考核对象及任务分配表: which unit carries which leaf, with its target. */
  readonly tasks: readonly UnitTask[]
  readonly dataElements: readonly DataElement[]
  readonly responsibilities: readonly Responsibility[]
  readonly steps: readonly PlanStep[]
  /** 指标节点; absent where the plan sets none. */
  readonly milestones?: readonly PlanMilestone[]
  /** 归口汇总科室: collects the sections' sheets, writes the score report, runs review and submission. */
  readonly coordinating?: { readonly unitId: string; readonly sectionId: string }
  readonly recusals: readonly Recusal[]
  readonly signatureMap: readonly SignatureRole[]
  readonly approvalChain: readonly ApprovalStep[]
  readonly settings: PlanSettings
}

/** 年度考评方案 (the performance office's) or 指标考核实施方案 (one lead unit's). */
export type PlanKind = 'appraisalPlan' | 'indicatorPlan'

export interface PlanDocument {
  /** 发文字号, e.g. `云府绩〔2025〕3号`; absent until issued or registered. */
  readonly number?: string
  /** 成文日期 */
  readonly date?: string
  readonly addressees: readonly string[]
  /** The full text where it was pasted or typed, verbatim; clauses point into it. */
  readonly text?: string
}

/** 依据文件 or 附件. A missing annex stays visibly missing and has an owner and a reminder. */
export interface BasisDocument {
  readonly key: string
  readonly title: string
  readonly documentNumber?: string
  /** 附件序号, when it is an annex of the plan. */
  readonly annex?: number
  readonly file:
    | { readonly kind: 'present'; readonly digest: string; readonly name: string }
    | { readonly kind: 'missing'; readonly owner?: string; readonly remindOn?: string }
}

/** 考核分组 */
export interface UnitGroup {
  readonly key: string
  readonly name: string
  readonly unitIds: readonly string[]
  /** Count the notice announces (共43家), kept beside the count found. */
  readonly announced?: number
}

export interface IndicatorNode {
  readonly key: string
  readonly parentKey?: string
  readonly name: string
  /** 分值, an exact text. On a branch it must equal the sum of its children's. */
  readonly fullMark: string
  /**
   * 权重. Siblings all have one or none has: a node whose children are weighted scores the weighted mean of their rates, others the
   * sum of their marks. On top nodes of a year plan these are the weights of its components.
   */
  readonly weight?: string
  /**
   * In a year plan: the component a top node stands for, and on a leaf the lead unit that scores it.
   * In an indicator plan: on a top node, the year plan's line whose mark is quoted.
   */
  readonly leadUnitId?: string
  readonly line?: { readonly planId: string; readonly key: string }
  /** Present on scored leaves only. */
  readonly scoring?: LeafScoring
  /**
   * Key of the annex that holds this leaf's task, standard, rule and evidence list. While its file is missing the plan
   * may be issued and the leaf is not scored (see plan/scoring-blocks).
   */
  readonly awaits?: string
  readonly basis: Basis
}

export interface LeafScoring {
  /** Absent while the sentence is not understood: the drafter rewrites it or chooses 人工评定 before issue. */
  readonly rule?: StoredRule
  /** The sentence as typed or printed, kept while `rule` is absent. */
  readonly sentence?: string
  /** Ties each input that the rule names to a data element or a constant. */
  readonly bindings: readonly Binding[]
  /** 完成标准 */
  readonly completionStandard: string
  readonly card: IndicatorCard
  /** 台账目录清单 */
  readonly evidenceList: readonly EvidenceRequirement[]
  /** 核验标准 */
  readonly verificationStandard?: string
  /** 算例: what the rule must give; a plan is not issued while one of them does not hold. */
  readonly examples?: readonly WorkedCase[]
}

export type Binding =
  | { readonly input: string; readonly from: 'element'; readonly elementKey: string }
  /** The unit's target in `tasks`. */
  | { readonly input: string; readonly from: 'target' }
  | { readonly input: string; readonly from: 'constant'; readonly value: string }

/** 指标卡片 */
export interface IndicatorCard {
  readonly formula: string
  /** 口径 */
  readonly measure: string
  /** 计量单位, e.g. `%`, `亿元`, `家` */
  readonly unit: string
  /** 统计时段, e.g. `2024年1月—12月` */
  readonly period: string
  readonly publisher: string
  /** Which release of the figure counts, e.g. `2025年1月快报数`. */
  readonly release: string
}

export interface EvidenceRequirement {
  readonly key: string
  readonly name: string
  readonly required: boolean
}

export interface UnitTask {
  readonly leafKey: string
  readonly unitId: string
  readonly task: string
  /** 目标值, or 待上级下达 with who asks for it and when to remind. Absent for rules without a target. */
  readonly target?:
    | { readonly kind: 'set'; readonly value: string }
    | { readonly kind: 'pending'; readonly owner: string; readonly remindOn: string }
  /** Why this unit carries it so, where that came after the plan: the 批复 of a 指标调整. */
  readonly basis?: Basis
}

/** 数据元: declared once, asked once, whoever uses it. */
export interface DataElement {
  readonly key: string
  readonly name: string
  /** What the value is: a quantity with a unit of measure, a yes/no fact, a recognised count, checklist marks. */
  readonly type: 'quantity' | 'fact' | 'count' | 'checklist' | 'judgement'
  readonly unit: string
  readonly period: string
  readonly source: DataSource
  /** Last day whose facts count (数据截止时间). */
  readonly cutoff: string
  /** Day by which it must be reported (inclusive, until 24:00). */
  readonly due: string
  /** 后续发布数与计分所用数不一致时; absent: the score stands, and the difference is shown. */
  readonly whenFinalDiffers?: WhenFinalDiffers
  /** 取自平时记录: the figure is what the records come to; absent: whatever the body that is asked reports. */
  readonly recordTally?: RecordTally
  /** For `checklist`: the entries that are ticked. */
  readonly entries?: readonly { readonly key: string; readonly name: string }[]
}

/** 维持原分 · 重新计分 · 计入下年度: what a later release of the same figure (初步核算数, 最终数) does to a score. */
export const whenFinalDiffers = ['stands', 'recompute', 'nextYear'] as const
export type WhenFinalDiffers = (typeof whenFinalDiffers)[number]

/** 加分记录条数 · 减分记录条数 · 加分记录分值合计 · 减分记录分值合计 of 平时记录 about the unit, up to the cut-off. */
export const recordTallies = ['plusCount', 'minusCount', 'plusPoints', 'minusPoints'] as const
export type RecordTally = (typeof recordTallies)[number]

/** Who is asked: the section that scores, a data provider, the appraised unit itself, or the superior's verdict entered by the owner. */
export type DataSource =
  | { readonly kind: 'section'; readonly unitId: string; readonly sectionId: string }
  | { readonly kind: 'provider'; readonly unitId: string }
  | { readonly kind: 'appraisedUnit' }
  | { readonly kind: 'superior'; readonly body: string; readonly unitId: string; readonly sectionId?: string }

/** Who is asked for one unit's datum: as declared, or the substitute where a section would judge its own unit (回避). */
export type DatumSource = DataSource | { readonly kind: 'substitute'; readonly unitId: string }

/** 责任分工, per indicator or part of one. The five people are five different roles in the seed. */
export interface Responsibility {
  /** Leaf or branch; a branch's duty holds for its leaves unless they have their own. */
  readonly nodeKey: string
  readonly leadUnitId: string
  readonly sectionId?: string
  readonly supporters: readonly Supporter[]
  readonly leaderInChargeId?: string
  readonly personResponsibleId?: string
  readonly handlerId?: string
  readonly liaisonId?: string
  readonly contactId?: string
  readonly phone?: string
  readonly mail?: string
  readonly basis: Basis
}

/** 配合单位 / 配合科室 with its declared duty: 供数, 提意见, 分项打分. */
export interface Supporter {
  readonly unitId: string
  readonly sectionId?: string
  readonly duty: 'data' | 'opinion' | 'partScore'
}

export const stepKinds = [
  'dataCollection',
  'preliminaryScore',
  'verification',
  'aggregation',
  'countersign',
  'meeting',
  'submission',
] as const
export type StepKind = (typeof stepKinds)[number]
export const isStepKind = (text: string): text is StepKind => (stepKinds as readonly string[]).includes(text)

/** A step of the procedure as the notice prints it; contradictions are findings, never repaired. */
export interface PlanStep {
  readonly key: string
  readonly kind: StepKind
  readonly name: string
  readonly due: string
  /** 数据截止时间, where the step states one. */
  readonly cutoff?: string
  /** Keys of the steps whose output this one needs. */
  readonly needs: readonly string[]
  readonly owner?: { readonly unitId: string; readonly sectionId?: string }
  /** The owner as printed (重大评督科 / 评估督导科 are two names of one section). */
  readonly ownerAsPrinted?: string
  readonly basis: Basis
}

/** Who has a milestone in hand in the unit, and is told first when it lights up. */
export const milestonePosts = [
  'unitReporter',
  'handler',
  'sectionHead',
  'unitHead',
] as const satisfies readonly PostKind[]
export type MilestonePost = (typeof milestonePosts)[number]

/** 指标节点: what of an indicator must stand by a day, e.g. 开工, or by the end of March a quarter of the year's target. */
export interface PlanMilestone {
  readonly key: string
  readonly leafKey: string
  readonly name: string
  readonly due: string
  readonly completionStandard: string
  /** 应达进度: percent of the unit's target to be reached by the day; seasons may differ. Absent where the standard alone says it. */
  readonly expected?: string
  /** Units that have it; absent: all that carry the indicator. */
  readonly unitIds?: readonly string[]
  readonly post: MilestonePost
  readonly basis: Basis
}

/** 回避: nobody scores the own unit; who does it instead. */
export interface Recusal {
  readonly unitId: string
  readonly substitute: { readonly unitId: string; readonly sectionId?: string }
  readonly basis: Basis
}

/** Who signs a score sheet, in order. */
export interface SignatureRole {
  readonly role: 'handler' | 'sectionHead' | 'leaderInCharge'
  readonly posts: readonly PostKind[]
}

export const approvalStepKinds = [
  'leaderReview',
  'coordinating',
  'countersign',
  'meeting',
  'principalSign',
  'number',
  'submit',
] as const
export type ApprovalStepKind = (typeof approvalStepKinds)[number]

export interface ApprovalStep {
  readonly kind: ApprovalStepKind
  readonly name: string
  readonly posts: readonly PostKind[]
}
