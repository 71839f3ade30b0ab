import type { FactKind, RuleInput } from '../../rule/facts.ts'
import { formulasIn, unitClash } from '../../rule/formula-units.ts'
import { bindingFor } from '../binding-for.ts'
import { type Finding, finding } from '../findings.ts'
import type { IndicatorNode, LeafScoring, PlanContent } from '../model.ts'
import { planIndex } from '../plan-index.ts'
import { type CheckContext, nameOf } from './context.ts'
import { rewriteOrJudge } from './rule-findings.ts'

/** Whether a source of this type can answer an input of that kind; a count is also a quantity. */
const fits = (type: FactKind, kind: FactKind): boolean => type === kind || (type === 'count' && kind === 'quantity')

const elementFaults = (content: PlanContent, leaf: IndicatorNode, input: RuleInput, elementKey: string): Finding[] => {
  const element = planIndex(content).elements.get(elementKey)
  const at = `indicators[${leaf.key}].scoring.bindings[${input.name}]`
  const params = { name: leaf.name, input: input.name, element: element?.name ?? elementKey }
  if (!element) return [finding('check.bindingMissing', at, params)]
  if (!fits(element.type, input.kind)) return [finding('check.bindingWrongKind', at, params)]
  const units = { expected: input.unit ?? '', found: element.unit }
  return units.expected !== '' && units.found !== '' && units.expected !== units.found
    ? [finding('check.unitDiffers', at, { ...params, ...units })]
    : []
}

/** Units that carry the leaf without a target that its rule needs; 待上级下达 is a legal state and has its own note. */
const targetFaults = (content: PlanContent, leaf: IndicatorNode, context: CheckContext): Finding[] =>
  [...(planIndex(content).tasks.get(leaf.key)?.values() ?? [])]
    .filter((task) => !task.target)
    .map(({ unitId }) =>
      finding('check.targetMissing', `tasks[${leaf.key},${unitId}].target`, {
        name: leaf.name,
        unit: nameOf(context, unitId),
      }),
    )

const inputFaults = (content: PlanContent, leaf: IndicatorNode, scoring: LeafScoring, input: RuleInput): Finding[] => {
  const binding = bindingFor(scoring, input)
  if (!binding)
    return [
      finding('check.bindingMissing', `indicators[${leaf.key}].scoring.bindings[${input.name}]`, {
        name: leaf.name,
        input: input.name,
      }),
    ]
  if (binding.from === 'element') return elementFaults(content, leaf, input, binding.elementKey)
  return []
}

/** 亿元 and 家 are not added up: an expression is read with the units of the elements that its names are tied to. */
const formulaUnits = (content: PlanContent, leaf: IndicatorNode, scoring: LeafScoring): Finding[] => {
  const clash = (scoring.rule ? formulasIn(scoring.rule.rule) : [])
    .map((formula) =>
      unitClash(formula, (name) => {
        const binding = scoring.bindings.find((row) => row.input === name)
        const unit = binding?.from === 'element' ? planIndex(content).elements.get(binding.elementKey)?.unit : undefined
        return unit === '' ? undefined : unit
      }),
    )
    .find((found) => found !== undefined)
  return clash
    ? [
        finding(
          'check.formulaUnits',
          `indicators[${leaf.key}].scoring.rule`,
          { name: leaf.name, left: clash.left || '分', right: clash.right || '分' },
          { proposals: [rewriteOrJudge] },
        ),
      ]
    : []
}

/** Every input of the rule is tied to something that can answer it, and nothing else is tied. */
export const checkBindings = (
  content: PlanContent,
  leaf: IndicatorNode,
  scoring: LeafScoring,
  inputs: readonly RuleInput[],
  context: CheckContext,
): readonly Finding[] => {
  const asked = new Set(inputs.map((input) => input.name))
  return [
    ...formulaUnits(content, leaf, scoring),
    ...inputs.flatMap((input) => inputFaults(content, leaf, scoring, input)),
    ...(inputs.some((input) => bindingFor(scoring, input)?.from === 'target')
      ? targetFaults(content, leaf, context)
      : []),
    ...scoring.bindings
      .filter((row) => !asked.has(row.input))
      .map((row) =>
        finding(
          'check.bindingUnused',
          `indicators[${leaf.key}].scoring.bindings[${row.input}]`,
          { name: leaf.name, input: row.input },
          {
            proposals: [
              {
                code: 'propose.dropBinding',
                params: { input: row.input },
                change: { kind: 'dropBinding', leafKey: leaf.key, input: row.input },
              },
            ],
          },
        ),
      ),
  ]
}
