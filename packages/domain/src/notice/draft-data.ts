import { bindingFor } from '../plan/binding-for.ts'
import type { Binding, DataElement, IndicatorNode, PlanContent } from '../plan/model.ts'
import { newElement } from '../plan/new-element.ts'
import { reportedInputs } from '../rule/inputs.ts'
import { keyOf } from './draft-parts.ts'

/** A registered unit by its printed name. */
type UnitNamed = (name: string) => string | undefined

interface Asked {
  readonly node: IndicatorNode
  readonly elements: readonly DataElement[]
}

/** 数据来源：市统计局 is asked for the figure itself, where it is registered; a paper that is named is no one to ask. */
const askedOf = (element: DataElement, { scoring }: IndicatorNode, unit: UnitNamed): DataElement => {
  const unitId = scoring?.card.publisher ? unit(scoring.card.publisher) : undefined
  return unitId === undefined ? element : { ...element, source: { kind: 'provider', unitId } }
}

const asked = (content: PlanContent, node: IndicatorNode, unit: UnitNamed): Asked => {
  const { scoring } = node
  if (!scoring?.rule) return { node, elements: [] }
  const open = reportedInputs(scoring.rule.rule).filter((input) => bindingFor(scoring, input) === undefined)
  const elements = open.map((input) =>
    askedOf(newElement(keyOf('d', [node.key, input.name]), node, input, content), node, unit),
  )
  const bindings = open.map(
    (input, at): Binding => ({ input: input.name, from: 'element', elementKey: elements[at]?.key ?? '' }),
  )
  return { node: { ...node, scoring: { ...scoring, bindings: [...scoring.bindings, ...bindings] } }, elements }
}

export interface WithData {
  readonly content: PlanContent
  /** Place of a data element → key of the leaf whose sentence asks for it. */
  readonly askedBy: readonly (readonly [at: string, leafKey: string])[]
}

/**
 * The data that the rules' inputs need, one element an input, asked as a drafter's click would ask: of the printed source, else of the section that
 * scores, by the days of the collection step. What the notice does not say of them stays empty.
 */
export const withDataElements = (content: PlanContent, unit: UnitNamed): WithData => {
  const all = content.indicators.map((node) => asked(content, node, unit))
  return {
    content: {
      ...content,
      indicators: all.map(({ node }) => node),
      dataElements: all.flatMap(({ elements }) => elements),
    },
    askedBy: all.flatMap(({ node, elements }) =>
      elements.map(({ key }) => [`dataElements[${key}].name`, node.key] as const),
    ),
  }
}
