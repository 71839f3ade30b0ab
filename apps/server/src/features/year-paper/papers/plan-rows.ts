import type { IndicatorNode, PlanContent, UnitTask } from '@quanheng/domain/plan/model'
import { responsibilityFor } from '@quanheng/domain/plan/responsibility'
import { isLeaf, lineage, nodeByKey } from '@quanheng/domain/plan/tree'
import { planFigureAt } from '@quanheng/domain/year-paper/plan-figures'
import type { Figure, Letter, Text } from '@quanheng/papers/paper/model'

/** A plan in the words of a paper. */
export interface PlanInWords {
  readonly content: PlanContent
  /** Names of units, sections and people by id. */
  readonly names: Readonly<Record<string, string>>
  readonly ownerName: string
  /** 发文机关标志 of the owner for a kind of paper. */
  readonly letterhead: (kind: '通知' | '通报') => Letter['letterhead']
  /** 发文字号 and 成文日期 that the version in force went out under; of a draft, what it foresees. */
  readonly document: { readonly number?: string; readonly date?: string }
}

/** A figure of the plan; a dash where the plan has none. */
export const planFigure = (content: PlanContent, path: string): Figure | '—' => {
  const text = planFigureAt(content, path)
  return text === undefined || text === '' ? '—' : { path, text }
}

export const leafAt = ({ indicators }: PlanContent, key: string): number =>
  indicators.findIndex((node) => node.key === key)

/** 完成标准, or what the annex will say. */
export const standardOf = ({ scoring, awaits }: IndicatorNode): string =>
  scoring?.completionStandard || (awaits === undefined ? '—' : '见附件')

/** The sentence that the leaf is scored by. */
export const sentenceOf = ({ scoring }: IndicatorNode): string => scoring?.rule?.text || scoring?.sentence || '—'

/** The unit, or the section of the plan's own body, that answers for a leaf. */
export const answers = ({ content, names }: PlanInWords, key: string): string => {
  const found = responsibilityFor(content, key)
  if (!found.ok) return names[nodeByKey(content, key)?.leadUnitId ?? ''] ?? '—'
  const { sectionId = '', leadUnitId } = found.value
  return names[sectionId] ?? names[leadUnitId] ?? '—'
}

/** What the leaf is part of: 第三产业提升行动 — or a dash for one that stands alone. */
export const classOf = (content: PlanContent, key: string): string =>
  lineage(content, key)
    .filter((node) => node.key !== key)
    .map(({ name }) => name)
    .toReversed()
    .join('／') || '—'

/** Leaves in the plan's order, each with its place in the content. */
export const leavesOf = (content: PlanContent): readonly { readonly node: IndicatorNode; readonly at: number }[] =>
  content.indicators.flatMap((node, at) => (isLeaf(content, node.key) ? [{ node, at }] : []))

/** A target as printed: the figure, 待上级下达, or a dash for work without one. */
export const targetCell = (content: PlanContent, task: UnitTask, at: number): Text =>
  task.target?.kind === 'pending' ? '待上级下达' : planFigure(content, `tasks[${at}].target`)

/** Tasks of one unit, or of all, each with its place in the content. */
export const tasksOf = (
  content: PlanContent,
  unitId?: string,
): readonly { readonly task: UnitTask; readonly at: number }[] =>
  content.tasks.flatMap((task, at) => (unitId === undefined || task.unitId === unitId ? [{ task, at }] : []))
