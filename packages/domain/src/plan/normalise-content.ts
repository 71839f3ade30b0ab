import { normaliseCode, normaliseName, normaliseText } from '../kernel/normalise.ts'
import { readQuantity } from '../kernel/quantity.ts'
import type { Binding, IndicatorNode, LeafScoring, PlanContent, PlanMilestone, UnitTask } from './model.ts'
import type { PlanSettings } from './settings.ts'
import type { CreditArithmetic, GradeArithmetic, VetoArithmetic } from './year-arithmetic.ts'

/** A typed quantity as exact text; what is no quantity stays as typed, so that the shape check can show it. */
const quantity = (text: string, unit?: '%'): string => {
  const read = readQuantity(text, unit && { unit })
  return read.ok ? read.value : text.trim()
}

const binding = (row: Binding): Binding => (row.from === 'constant' ? { ...row, value: quantity(row.value) } : row)

const scoring = (of: LeafScoring): LeafScoring => ({
  ...of,
  bindings: of.bindings.map(binding),
  completionStandard: normaliseText(of.completionStandard).trim(),
  evidenceList: of.evidenceList.map((entry) => ({ ...entry, name: normaliseName(entry.name) })),
})

/** A weight that was emptied is none: an absent member and an empty one are different plans. */
const node = ({ weight = '', ...of }: IndicatorNode): IndicatorNode => ({
  ...of,
  name: normaliseName(of.name),
  fullMark: quantity(of.fullMark),
  ...(weight.trim() !== '' && { weight: quantity(weight, '%') }),
  ...(of.scoring && { scoring: scoring(of.scoring) }),
})

const task = (of: UnitTask): UnitTask => ({
  ...of,
  task: normaliseText(of.task).trim(),
  ...(of.target?.kind === 'set' && { target: { kind: 'set', value: quantity(of.target.value) } }),
})

const grades = (of: GradeArithmetic): GradeArithmetic =>
  of.by === 'lines'
    ? { ...of, lines: of.lines.map((line) => ({ name: normaliseName(line.name), from: quantity(line.from) })) }
    : {
        ...of,
        quotas: of.quotas.map((row) => ({
          ...row,
          name: normaliseName(row.name),
          percent: quantity(row.percent, '%'),
          ...(row.from !== undefined && { from: quantity(row.from) }),
        })),
        rest: normaliseName(of.rest),
        ...(of.failing && { failing: { name: normaliseName(of.failing.name), below: quantity(of.failing.below) } }),
      }

const credits = (of: CreditArithmetic): CreditArithmetic => ({
  ...of,
  bonusCap: quantity(of.bonusCap),
  deductionCap: quantity(of.deductionCap),
  proof: normaliseText(of.proof).trim(),
  ...(of.classes && {
    classes: of.classes.map((row) => ({ ...row, name: normaliseName(row.name), cap: quantity(row.cap) })),
  }),
})

const veto = (of: VetoArithmetic): VetoArithmetic => ({
  ...of,
  scope: normaliseText(of.scope).trim(),
  effect: normaliseText(of.effect).trim(),
  ...(of.gates && {
    gates: of.gates.map((row) => ({
      ...row,
      name: normaliseName(row.name),
      factSource: normaliseName(row.factSource),
    })),
  }),
})

const settings = (of: PlanSettings): PlanSettings => ({
  ...of,
  ...(of.grades && { grades: { ...of.grades, value: grades(of.grades.value) } }),
  ...(of.credits && of.credits.value !== 'none' && { credits: { ...of.credits, value: credits(of.credits.value) } }),
  ...(of.veto && of.veto.value !== 'none' && { veto: { ...of.veto, value: veto(of.veto.value) } }),
})

/** A share that was emptied is none; no unit chosen means all that carry the indicator. */
const milestone = ({ expected = '', unitIds = [], ...of }: PlanMilestone): PlanMilestone => ({
  ...of,
  name: normaliseName(of.name),
  due: normaliseCode(of.due),
  completionStandard: normaliseText(of.completionStandard).trim(),
  ...(expected.trim() !== '' && { expected: quantity(expected, '%') }),
  ...(unitIds.length > 0 && { unitIds }),
})

/**
 * A draft as it is stored: names of one line without invisible characters, full-width figures as exact text (`１２．５` is
 * `12.5`), days in half width. Rule sentences, bases and the notice's own text stay verbatim.
 */
export const normaliseContent = (content: PlanContent): PlanContent => ({
  ...content,
  title: normaliseName(content.title),
  bases: content.bases.map((row) => ({ ...row, title: normaliseName(row.title) })),
  unitGroups: content.unitGroups.map((row) => ({ ...row, name: normaliseName(row.name) })),
  indicators: content.indicators.map(node),
  tasks: content.tasks.map(task),
  dataElements: content.dataElements.map((row) => ({
    ...row,
    name: normaliseName(row.name),
    due: normaliseCode(row.due),
    cutoff: normaliseCode(row.cutoff),
  })),
  steps: content.steps.map((row) => ({
    ...row,
    name: normaliseName(row.name),
    due: normaliseCode(row.due),
    ...(row.cutoff !== undefined && { cutoff: normaliseCode(row.cutoff) }),
  })),
  ...(content.milestones && { milestones: content.milestones.map(milestone) }),
  settings: settings(content.settings),
})
