import { bindingFor } from '../plan/binding-for.ts'
import type { Binding, DataElement, IndicatorNode, PlanContent } from '../plan/model.ts'
import { newElement } from '../plan/new-element.ts'
import { reportedInputs } from '../rule/inputs.ts'
import { keyOf } from './draft-parts.ts'

interface Asked {
  readonly node: IndicatorNode
  readonly elements: readonly DataElement[]
}

const asked = (content: PlanContent, node: IndicatorNode): Asked => {
  const { scoring } = node
  if (!scoring?.rule) return { node, elements: [] }
  const open = reportedInputs(scoring.rule.rule).filter((input) => bindingFor(scoring, input) === undefined)
  const elements = open.map((input) => newElement(keyOf('d', [node.key, input.name]), node, input, content))
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
 * The data that the rules' inputs need, one element an input, asked as a drafter's click would ask: of the section that scores, by the
 * days of the collection step. What the notice does not say of them stays empty.
 */
export const withDataElements = (content: PlanContent): WithData => {
  const all = content.indicators.map((node) => asked(content, node))
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
