import { bindingFor } from '../plan/binding-for.ts'
import { taskFor } from '../plan/items.ts'
import type { Binding, PlanContent } from '../plan/model.ts'
import { planIndex } from '../plan/plan-index.ts'
import { nodeByKey } from '../plan/tree.ts'
import type { Facts, FactValue, RuleInput } from '../rule/facts.ts'
import { inputsOf } from '../rule/inputs.ts'
import { groupOn, groupValue } from './group-facts.ts'
import { currentVersion, type Datum, type DatumVersion } from './model.ts'

/** Where one input of a rule comes from, for the drawer that shows why a score is what it is. */
export type InputOrigin =
  | { readonly from: 'datum'; readonly elementKey: string; readonly datum?: Datum; readonly version?: DatumVersion }
  | { readonly from: 'target'; readonly pending?: { readonly owner: string; readonly remindOn: string } }
  | { readonly from: 'constant' }
  /** Gathered from the units of the group; the figures stand with each of them. */
  | { readonly from: 'group' }
  | { readonly from: 'unbound' }

export interface InputSource {
  readonly input: RuleInput
  readonly origin: InputOrigin
  readonly value: FactValue
}

const missing: FactValue = { kind: 'missing' }

/** A figure that was handed in and neither taken back nor returned. */
const stands: readonly Datum['state'][] = ['reported', 'confirmed', 'verified', 'closed']

/** The version that scoring reads: the final one, else the last for a preview; none while the figure is out for reporting. */
export const versionForScoring = (datum: Datum): DatumVersion | undefined => {
  if (!stands.includes(datum.state)) return undefined
  return datum.versions.find((version) => version.number === datum.final) ?? currentVersion(datum)
}

const quantity = (value: string): FactValue => (value === '' ? missing : { kind: 'quantity', value })

/** A checklist's ticks by the rule's own keys: plan and rule may number the same entries differently, the names are one. */
const forRule = (value: FactValue, input: RuleInput, names: ReadonlyMap<string, string>): FactValue => {
  if (value.kind !== 'checklist') return value
  const keys = new Map((input.entries ?? []).map((entry) => [entry.name, entry.key]))
  return { kind: 'checklist', ticked: value.ticked.map((key) => keys.get(names.get(key) ?? '') ?? key) }
}

/** What the plan ties an input of a unit's item to: a figure of its own, the unit's target, or a constant. */
export const boundValue = (
  content: PlanContent,
  leafKey: string,
  unitId: string,
  input: RuleInput,
  figureOf: (elementKey: string) => FactValue | undefined,
): FactValue => {
  const binding = bindingOf(content, leafKey, input)
  if (binding === undefined) return missing
  if (binding.from === 'constant') return quantity(binding.value)
  if (binding.from === 'target') {
    const target = taskFor(content, leafKey, unitId)?.target
    return target?.kind === 'set' ? quantity(target.value) : missing
  }
  const figure = figureOf(binding.elementKey)
  if (figure === undefined) return missing
  const entries = planIndex(content).elements.get(binding.elementKey)?.entries ?? []
  return forRule(figure, input, new Map(entries.map((entry) => [entry.key, entry.name])))
}

const bindingOf = (content: PlanContent, leafKey: string, input: RuleInput): Binding | undefined => {
  const scoring = nodeByKey(content, leafKey)?.scoring
  return scoring && bindingFor(scoring, input)
}

const originOf = (
  content: PlanContent,
  leafKey: string,
  unitId: string,
  input: RuleInput,
  data: ReadonlyMap<string, Datum>,
): InputSource => {
  const binding = bindingOf(content, leafKey, input)
  const value = boundValue(content, leafKey, unitId, input, (key) => {
    const datum = data.get(key)
    return datum && versionForScoring(datum)?.value
  })
  if (binding === undefined) return { input, origin: { from: 'unbound' }, value }
  if (binding.from === 'constant') return { input, origin: { from: 'constant' }, value }
  if (binding.from === 'target') {
    const target = taskFor(content, leafKey, unitId)?.target
    const pending = target?.kind === 'pending' ? { owner: target.owner, remindOn: target.remindOn } : undefined
    return { input, origin: { from: 'target', ...(pending && { pending }) }, value }
  }
  const datum = data.get(binding.elementKey)
  const version = datum && versionForScoring(datum)
  return {
    input,
    origin: { from: 'datum', elementKey: binding.elementKey, ...(datum && { datum }), ...(version && { version }) },
    value,
  }
}

/** The inputs of a leaf's rule for one unit, in the order of the sentence; none while the leaf has no rule. */
export const inputSources = (
  content: PlanContent,
  leafKey: string,
  unitId: string,
  dataOf: DataOf,
  nameOf: (unitId: string) => string,
): readonly InputSource[] => {
  const rule = nodeByKey(content, leafKey)?.scoring?.rule?.rule
  const inputs = rule ? inputsOf(rule) : []
  const closed = (mate: string, name: string): FactValue => {
    const input = inputs.find((one) => one.name === name && one.kind !== 'group')
    const source = input && originOf(content, leafKey, mate, input, dataOf(mate))
    return source && isClosed(source.origin) ? source.value : missing
  }
  return inputs.map((input) =>
    input.kind === 'group'
      ? {
          input,
          origin: { from: 'group' },
          value: groupValue(groupOn(content, leafKey, unitId), input, closed, nameOf),
        }
      : originOf(content, leafKey, unitId, input, dataOf(unitId)),
  )
}

/** The data of one unit by their elements' keys. */
export type DataOf = (unitId: string) => ReadonlyMap<string, Datum>

const isClosed = (origin: InputOrigin): boolean =>
  origin.from !== 'datum' || (origin.version !== undefined && origin.datum?.final === origin.version.number)

/** What the engine is given for one item. A figure that is not there is `missing`, never 0. */
export const factsFrom = (
  content: PlanContent,
  leafKey: string,
  sources: readonly Pick<InputSource, 'input' | 'value'>[],
): Facts => {
  const { rounding, thresholdsOn } = content.settings
  const { mode, places } = rounding.value
  return {
    fullMark: nodeByKey(content, leafKey)?.fullMark ?? '',
    inputs: Object.fromEntries(sources.map(({ input, value }) => [input.name, value])),
    ...(thresholdsOn?.value === 'rounded' && { thresholds: { mode, places } }),
  }
}
