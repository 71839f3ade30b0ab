import type {
  DataElement,
  IndicatorNode,
  LeafScoring,
  PlanContent,
  PlanStep,
  Responsibility,
  UnitTask,
} from './model.ts'

type Edit = (content: PlanContent) => PlanContent

/** Small edits of a plan for tests: each changes the named row and nothing else. */
export const node =
  (key: string, more: Partial<IndicatorNode>): Edit =>
  (content) => ({
    ...content,
    indicators: content.indicators.map((row) => (row.key === key ? { ...row, ...more } : row)),
  })

export const scoring =
  (key: string, change: (scoring: LeafScoring) => LeafScoring): Edit =>
  (content) => ({
    ...content,
    indicators: content.indicators.map((row) =>
      row.key === key && row.scoring ? { ...row, scoring: change(row.scoring) } : row,
    ),
  })

export const step =
  (key: string, more: Partial<PlanStep>): Edit =>
  (content) => ({ ...content, steps: content.steps.map((row) => (row.key === key ? { ...row, ...more } : row)) })

export const element =
  (key: string, more: Partial<DataElement>): Edit =>
  (content) => ({
    ...content,
    dataElements: content.dataElements.map((row) => (row.key === key ? { ...row, ...more } : row)),
  })

export const responsibility =
  (nodeKey: string, change: (row: Responsibility) => Responsibility): Edit =>
  (content) => ({
    ...content,
    responsibilities: content.responsibilities.map((row) => (row.nodeKey === nodeKey ? change(row) : row)),
  })

export const task =
  (leafKey: string, unitId: string, change: (row: UnitTask) => UnitTask): Edit =>
  (content) => ({
    ...content,
    tasks: content.tasks.map((row) => (row.leafKey === leafKey && row.unitId === unitId ? change(row) : row)),
  })

export const all =
  (...edits: readonly Edit[]): Edit =>
  (content) =>
    edits.reduce((edited, edit) => edit(edited), content)
