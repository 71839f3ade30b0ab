import type { Basis } from '../kernel/basis.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { PlanError } from './errors.ts'
import type { ApprovalStep, IndicatorNode, PlanContent, PlanKind, SignatureRole } from './model.ts'
import { defaultSettings } from './settings.ts'
import { leaves, lineage } from './tree.ts'

/** What a person says when a draft is begun; the rest is filled in page by page. */
export interface Beginning {
  readonly kind: PlanKind
  readonly ownerUnitId: string
  readonly year: number
  readonly title: string
}

/** 经办人 → 科室负责人: who signs a score sheet unless the plan says otherwise. */
const usualSignatures: readonly SignatureRole[] = [
  { role: 'handler', posts: ['handler'] },
  { role: 'sectionHead', posts: ['sectionHead'] },
]

/** The usual way of a paper through each kind of body; the plan may leave steps out or name other posts. */
const usualChains: Readonly<Record<PlanKind, readonly ApprovalStep[]>> = {
  indicatorPlan: [
    { kind: 'leaderReview', name: '责任领导审核', posts: ['leaderInCharge'] },
    { kind: 'coordinating', name: '归口科室汇总', posts: ['handler', 'sectionHead'] },
    { kind: 'countersign', name: '会签', posts: ['sectionHead'] },
    { kind: 'meeting', name: '会议审定', posts: ['clerk', 'handler'] },
    { kind: 'principalSign', name: '主要领导签发', posts: ['principal'] },
    { kind: 'number', name: '编号用印', posts: ['clerk'] },
    { kind: 'submit', name: '报送绩效办', posts: ['handler', 'clerk'] },
  ],
  appraisalPlan: [
    { kind: 'coordinating', name: '绩效办汇总', posts: ['officeStaff', 'officeDirector'] },
    { kind: 'meeting', name: '领导小组审议', posts: ['steeringHead', 'officeDirector'] },
    { kind: 'principalSign', name: '领导小组组长签发', posts: ['steeringHead'] },
    { kind: 'number', name: '编号用印', posts: ['clerk', 'officeStaff'] },
  ],
}

/** An empty draft: nothing but what was said, the usual signatures and approvals, and settings marked as default. */
export const emptyContent = ({ kind, ownerUnitId, year, title }: Beginning): PlanContent => ({
  v: 1,
  kind,
  title,
  year,
  ownerUnitId,
  document: { addressees: [] },
  bases: [],
  unitGroups: [],
  indicators: [],
  tasks: [],
  dataElements: [],
  responsibilities: [],
  steps: [],
  recusals: [],
  signatureMap: usualSignatures,
  approvalChain: usualChains[kind],
  settings: defaultSettings,
})

export interface YearPlan {
  readonly planId: string
  readonly content: PlanContent
}

/** Leaves of a year plan that a unit leads and therefore scores, by their own or their branch's `leadUnitId`. */
export const linesLedBy = (year: PlanContent, unitId: string): readonly IndicatorNode[] =>
  leaves(year).filter(
    (leaf) =>
      lineage(year, leaf.key).find((node) => node.leadUnitId !== undefined && node.leadUnitId !== '')?.leadUnitId ===
      unitId,
  )

const quoting = (year: YearPlan, line: IndicatorNode): Basis => ({
  kind: 'clause',
  document: year.content.document.number ?? year.content.title,
  article: line.basis.kind === 'clause' ? line.basis.article : line.name,
})

/**
 * The draft of a lead unit under a year plan: one top indicator a line that the unit leads, with its mark quoted, the
 * units that carry it and their targets. Groups are the year plan's. What the year plan already says of a line's scoring
 * comes along, so that it is not typed twice.
 * @returns refusal `plan.wrongYear` when the years differ
 */
export const contentUnder = (
  beginning: Beginning,
  year: YearPlan,
): Result<PlanContent, PlanError<'plan.wrongYear'>> => {
  if (year.content.year !== beginning.year)
    return refuse('plan.wrongYear', { at: 'year', params: { year: String(beginning.year) } })
  const lines = linesLedBy(year.content, beginning.ownerUnitId)
  const keys = new Set(lines.map((line) => line.key))
  const elements = new Set(
    lines.flatMap(
      (line) => line.scoring?.bindings.flatMap((row) => (row.from === 'element' ? [row.elementKey] : [])) ?? [],
    ),
  )
  const tasks = year.content.tasks.filter((task) => keys.has(task.leafKey))
  const carrying = new Set(tasks.map((task) => task.unitId))
  return ok({
    ...emptyContent(beginning),
    unitGroups: year.content.unitGroups
      .map(({ announced: _, ...group }) => ({
        ...group,
        unitIds: group.unitIds.filter((id) => carrying.has(id)),
      }))
      .filter((group) => group.unitIds.length > 0),
    indicators: lines.map((line) => ({
      key: line.key,
      name: line.name,
      fullMark: line.fullMark,
      line: { planId: year.planId, key: line.key },
      ...(line.scoring && { scoring: line.scoring }),
      basis: quoting(year, line),
    })),
    tasks,
    dataElements: year.content.dataElements.filter((row) => elements.has(row.key)),
  })
}
